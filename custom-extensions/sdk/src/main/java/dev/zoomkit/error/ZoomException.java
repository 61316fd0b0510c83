package dev.zoomkit.error;

import dev.zoomkit.internal.http.CallInfo;
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

  private final String operation;
  private final @Nullable String requestLine;

  /** For a call that failed, with a whole sentence as message; made by the SDK alone. */
  @SuppressWarnings("exports")
  protected ZoomException(CallInfo call, String message, @Nullable Throwable cause) {
    super(message, cause);
    operation = call.operation();
    requestLine = call.requestLine();
  }

  /**
   * The operationId of the description, such as {@code getWebinar}; {@code token} for the request
   * of an access token.
   */
  public final String operation() {
    return operation;
  }

  /**
   * Method, path and query of the request, such as {@code GET /v2/webinars/123}; without secrets.
   * Null where several requests failed together, as in a {@code PagingException}.
   */
  public final @Nullable String requestLine() {
    return requestLine;
  }
}
