/**
 * What can go wrong with a call, as unchecked exceptions: one class for each decision that a caller
 * can make. {@link dev.zoomkit.error.ApiException} and its subclasses: Zoom refused. {@link
 * dev.zoomkit.error.UnreadableResponseException}: a response came that makes no sense. {@link
 * dev.zoomkit.error.ConnectionException}: none came. {@link
 * dev.zoomkit.error.CallInterruptedException}: the caller gave up. {@link
 * dev.zoomkit.error.ReadOnlyException} and {@link dev.zoomkit.error.WrongAccountException}: refused
 * before it was sent; others of that kind are beside their rule, such as {@code
 * MissingScopeException} in {@code dev.zoomkit.scope}.
 */
@NullMarked
package dev.zoomkit.error;

import org.jspecify.annotations.NullMarked;
