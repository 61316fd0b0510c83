/**
 * What can go wrong with a call, as unchecked exceptions: one class for each decision that a caller
 * can make. {@link dev.zoomkit.error.ApiException} and its subclasses: Zoom refused. {@link
 * dev.zoomkit.error.UnreadableResponseException}: a response came that makes no sense. {@link
 * dev.zoomkit.error.ConnectionException}: none came. {@link
 * dev.zoomkit.error.CallInterruptedException}: the caller gave up. What is refused before it is
 * sent has its exception beside the rule, such as {@code MissingScopeException} in {@code
 * dev.zoomkit.scope}.
 */
@NullMarked
package dev.zoomkit.error;

import org.jspecify.annotations.NullMarked;
