/**
 * Zoom's operations for one account, generated from the description.
 *
 * <p>All classes are immutable and thread-safe. A method blocks until Zoom has responded, but lists
 * are fetched only as they are read.
 *
 * <p>The Javadoc of a method lists scopes, any one of which suffices: for a sub-account, and for
 * the account that the app belongs to. It lists the exceptions for the errors that the description
 * knows for it. Any other {@link dev.zoomkit.error.ZoomException} is possible, too, above all if
 * Zoom refuses the token, limits the rate or does not respond.
 */
@NullMarked
package dev.zoomkit.operations;

import org.jspecify.annotations.NullMarked;
