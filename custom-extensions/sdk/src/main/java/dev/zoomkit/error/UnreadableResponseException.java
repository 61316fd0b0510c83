package dev.zoomkit.error;

import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RequestLine;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The response has a success status, but is not what the operation returns: JSON that is broken,
 * cut off or no object, nothing where something must be, or the HTML of a proxy; under {@code
 * strictReading()}, also a value of another type than the described one. A write may have taken
 * effect. No half-filled object is ever returned instead.
 */
public final class UnreadableResponseException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final int status;
  private final String requestLine;
  private final @Nullable String jsonPath;
  private final @Nullable String trackingId;

  /**
   * For a response that cannot be read.
   *
   * @param response whose status, headers and request are named; its body is not touched
   * @param jsonPath where reading stopped, such as {@code $.webinars[3].id}; null where it is no
   *     JSON
   * @param problem what is wrong, without secrets
   */
  public UnreadableResponseException(Response response, @Nullable String jsonPath, String problem) {
    this(response, jsonPath, problem, null);
  }

  /** As above, with what the reader threw. */
  public UnreadableResponseException(
      Response response, @Nullable String jsonPath, String problem, @Nullable Throwable cause) {
    super(
        "%s: HTTP %d with an unreadable response%s: %s [%s]"
            .formatted(
                Operation.nameOf(response.request()),
                response.code(),
                jsonPath == null ? "" : " at " + jsonPath,
                problem,
                RequestLine.of(response.request())),
        cause);
    operation = Operation.nameOf(response.request());
    status = response.code();
    requestLine = RequestLine.of(response.request());
    this.jsonPath = jsonPath;
    trackingId = response.header("x-zm-trackingid");
  }

  /**
   * The operationId of the description, or {@code token} for the response of the token endpoint.
   */
  public String operation() {
    return operation;
  }

  /** The HTTP status, 200 to 299. */
  public int status() {
    return status;
  }

  /** Method, path and query as sent; without secrets. */
  public String requestLine() {
    return requestLine;
  }

  /** Where reading stopped, such as {@code $.webinars[3].id}; null where it is no JSON at all. */
  public @Nullable String jsonPath() {
    return jsonPath;
  }

  /** The {@code x-zm-trackingid} of the response; null where it had none. */
  public @Nullable String trackingId() {
    return trackingId;
  }
}
