/**
 * Checks how a call names its user before it is sent, and looks up the id where Zoom takes no
 * e-mail address. Not part of the public API: it may change in any release.
 */
@NullMarked
package dev.zoomkit.internal.user;

import org.jspecify.annotations.NullMarked;
