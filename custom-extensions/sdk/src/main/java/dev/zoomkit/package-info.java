/**
 * Zoom's master-account API: start at {@link dev.zoomkit.ZoomClient}.
 *
 * <p>Everything here is immutable and thread-safe unless it says otherwise, and everything that
 * sends blocks the calling thread.
 */
@NullMarked
package dev.zoomkit;

import org.jspecify.annotations.NullMarked;
