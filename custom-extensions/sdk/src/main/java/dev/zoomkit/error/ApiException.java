package dev.zoomkit.error;

import dev.zoomkit.annotation.KnownError;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.ErrorResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Zoom refused the call. The subclasses are the decisions a caller can make; this class itself
 * stands for every other status. Branch on the class, or on {@link #status()} together with {@link
 * #code()}, never on the text: one code has many meanings and texts change.
 */
public class ApiException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable Integer code;
  private final @Nullable String zoomMessage;
  private final FieldError[] fieldErrors;
  private final @Nullable String trackingId;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public ApiException(ErrorResponse error) {
    super(CallInfo.of(error.request()), error.sentence(), null);
    status = error.status();
    code = error.body().code();
    zoomMessage = error.body().message();
    fieldErrors =
        error.body().fieldErrors().stream()
            .map(field -> new FieldError(field.name(), field.message()))
            .toArray(FieldError[]::new);
    trackingId = error.trackingId();
  }

  /** For a call that Zoom would have refused with a status, and that was not sent. */
  ApiException(CallInfo call, String message, int status) {
    super(call, message, null);
    this.status = status;
    code = null;
    zoomMessage = null;
    fieldErrors = new FieldError[0];
    trackingId = null;
  }

  /**
   * The HTTP status. 200 and the like only for an {@link ErrorInBodyException} and, where the
   * response is not Zoom's, a {@link RedirectedException}. 429 also where the client refused the
   * call itself and no response came.
   */
  public final int status() {
    return status;
  }

  /**
   * Zoom's own code, such as 3001; null where the body had none. The codes that the description
   * knows for an operation stand on its interface method as {@link KnownError}.
   */
  public final @Nullable Integer code() {
    return code;
  }

  /**
   * Zoom's words, or the first 200 characters of a body that is not Zoom's; null for an empty body,
   * for a redirect and for a call that was not sent.
   */
  public final @Nullable String zoomMessage() {
    return zoomMessage;
  }

  /** What is wrong with which field, in Zoom's order; empty where Zoom does not say. Immutable. */
  public final List<FieldError> fieldErrors() {
    return List.of(fieldErrors);
  }

  /** The {@code x-zm-trackingid} that Zoom's support asks for; null where the response had none. */
  public final @Nullable String trackingId() {
    return trackingId;
  }
}
