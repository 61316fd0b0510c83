package dev.zoomkit.auth;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import org.jspecify.annotations.Nullable;

/**
 * There is no token, or none was taken back: wrong credentials, an app that is not activated, an
 * account that the app does not belong to, a token endpoint in trouble, or something on the way
 * that responded in its place. The message says which, as far as the response tells, and holds no
 * secret.
 */
public final class TokenException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String error;
  private final @Nullable String reason;
  private final @Nullable String code;

  TokenException(
      CallInfo call,
      String outcome,
      int status,
      @Nullable String error,
      @Nullable String reason,
      @Nullable String code,
      String advice) {
    super(
        call,
        "%s: HTTP %d%s%s. %s"
            .formatted(
                outcome,
                status,
                error == null ? "" : ", " + error,
                reason == null ? "" : " (" + reason + ")",
                advice),
        null);
    this.status = status;
    this.error = error;
    this.reason = reason;
    this.code = code;
  }

  /**
   * Whether what was granted is over: OAuth's {@code invalid_grant}, or Zoom's codes for a user who
   * is gone and for a token that was taken back.
   */
  boolean grantIsOver() {
    return status >= 400
        && status < 500
        && ("invalid_grant".equals(error) || "4735".equals(code) || "4741".equals(code));
  }

  /** The HTTP status of the token endpoint, usually 400 or 401. */
  public int status() {
    return status;
  }

  /** OAuth's error code, such as {@code invalid_client}; null where the response had none. */
  public @Nullable String error() {
    return error;
  }

  /**
   * Zoom's words, or the beginning of a response that is not Zoom's; null where Zoom sends the
   * error alone.
   */
  public @Nullable String reason() {
    return reason;
  }
}
