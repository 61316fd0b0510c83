/**
 * Decides which call is sent again, and waits. Not part of the public API: it may change in any
 * release.
 */
@NullMarked
package dev.zoomkit.internal.retry;

import org.jspecify.annotations.NullMarked;
