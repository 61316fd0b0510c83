/**
 * The contents of requests and responses, generated from the description.
 *
 * <p>All are immutable; builders are not thread-safe. A field that the description lacks is kept
 * and written back. Limits and defaults stand at the values that a request has; Zoom does not
 * promise that its responses keep to them.
 *
 * <p>An accessor that is {@code @Nullable} returns null where a value is absent. Any other accessor
 * of a response is for a value that every response has: if Zoom leaves it out all the same, or
 * sends another type, the response is read nevertheless, and the accessor throws a {@link
 * java.util.NoSuchElementException} that names model and value. A builder does not insist on it
 * either, so that a test needs to set only what it uses.
 *
 * <p>Enumerations are open: a value that the description lacks is kept, too, and {@code known()} is
 * then {@code UNKNOWN}.
 */
@NullMarked
package dev.zoomkit.model;

import org.jspecify.annotations.NullMarked;
