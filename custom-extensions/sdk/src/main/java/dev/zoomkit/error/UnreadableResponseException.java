package dev.zoomkit.error;

import dev.zoomkit.internal.http.CallInfo;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The response has a success status, but is not what the operation returns: JSON that is broken,
 * cut off or no object, nothing where something must be, or the HTML of a proxy; under {@code
 * strictReading()}, also a value of another type than the described one. A write may have taken
 * effect. An object that was read in part is never returned.
 */
public final class UnreadableResponseException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String jsonPath;
  private final @Nullable String trackingId;

  /**
   * For a response that cannot be read; made by the SDK alone.
   *
   * @param response whose status and headers are named; its body is not touched
   * @param jsonPath where reading stopped, such as {@code $.webinars[3].id}; null where it is no
   *     JSON
   * @param problem what is wrong, without secrets
   * @param cause what the reader threw; null where it threw nothing
   */
  @SuppressWarnings("exports")
  public UnreadableResponseException(
      CallInfo call,
      Response response,
      @Nullable String jsonPath,
      String problem,
      @Nullable Throwable cause) {
    super(
        call,
        "%s: HTTP %d with an unreadable response%s: %s [%s]"
            .formatted(
                call.operation(),
                response.code(),
                jsonPath == null ? "" : " at " + jsonPath,
                problem,
                call.requestLine()),
        cause);
    status = response.code();
    this.jsonPath = jsonPath;
    trackingId = response.header("x-zm-trackingid");
  }

  /** The HTTP status, 200 to 299. */
  public int status() {
    return status;
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
