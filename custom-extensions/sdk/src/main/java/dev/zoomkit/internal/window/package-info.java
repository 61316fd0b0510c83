/**
 * Spans of days and moments, cut into the windows that a call can cover, and the calls that read
 * them. Knows no feature. Not part of the public API: it may change in any release.
 */
@NullMarked
package dev.zoomkit.internal.window;

import org.jspecify.annotations.NullMarked;
