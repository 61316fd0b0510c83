package dev.zoomkit.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all that a call can throw, besides the refusal of an argument ({@link
 * NullPointerException}, {@link IllegalArgumentException}). Unchecked. Its message names the
 * operation, what happened and, where something can be done, what to do; it never holds a secret.
 *
 * <p>Where a call was sent several times, the failures of the earlier attempts are its {@linkplain
 * #getSuppressed() suppressed} exceptions, in order.
 */
public abstract class ZoomException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a whole sentence as message, and what caused it, if anything did. */
  protected ZoomException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
