/**
 * The values that Zoom takes and returns, generated from the description.
 *
 * <p>All are immutable; builders are not thread-safe. A field that the description lacks is kept
 * and written back. Limits and defaults stand at the values that a request has; Zoom does not
 * promise that its responses keep to them.
 *
 * <p>Enumerations are open: a value that the description lacks is kept, too, and {@code known()} is
 * then {@code UNKNOWN}.
 */
@NullMarked
package dev.zoomkit.model;

import org.jspecify.annotations.NullMarked;
