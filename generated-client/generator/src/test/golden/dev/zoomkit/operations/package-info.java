/**
 * Zoom's operations for one account, generated from the description.
 *
 * <p>All classes are immutable and thread-safe. A method blocks until Zoom has responded, but lists
 * are fetched only as they are read.
 *
 * <p>A method names the scopes of which one suffices: those for a sub-account, and those for the
 * account that the app belongs to. It names the exceptions of the errors that the description knows
 * for it. Besides, each may throw any {@link dev.zoomkit.error.ZoomException}, above all where Zoom
 * refuses the token or the rate, or does not respond.
 */
@NullMarked
package dev.zoomkit.operations;

import org.jspecify.annotations.NullMarked;
