/**
 * What requests and responses hold, generated from the description.
 *
 * <p>All are immutable; builders are not thread-safe. A field that the description lacks is kept
 * and written back. Limits and defaults stand at the values that a request has; Zoom does not
 * promise that its responses keep to them.
 *
 * <p>An accessor that is {@code @Nullable} returns null where a value is absent. Any other accessor
 * of a response is for what every response has: should Zoom leave it out after all, or send another
 * type, the response is read all the same, and the accessor throws a {@link
 * java.util.NoSuchElementException} that names model and value. A builder may leave it out, too, so
 * that a test sets only what it looks at.
 *
 * <p>Enumerations are open: a value that the description lacks is kept, too, and {@code known()} is
 * then {@code UNKNOWN}.
 */
@NullMarked
package dev.zoomkit.model;

import org.jspecify.annotations.NullMarked;
