/**
 * What requests and responses hold, generated from the description. All are immutable.
 *
 * <p>An accessor that is {@code @Nullable} returns null where a value is absent. Any other accessor
 * of a response is for what every response has: should Zoom leave it out after all, or send another
 * type, the response is read all the same, and the accessor throws a {@link
 * java.util.NoSuchElementException} that names model and value. A builder may leave it out, too, so
 * that a test sets only what it looks at.
 */
@NullMarked
package dev.zoomkit.model;

import org.jspecify.annotations.NullMarked;
