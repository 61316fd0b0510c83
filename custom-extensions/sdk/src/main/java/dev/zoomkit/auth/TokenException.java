package dev.zoomkit.auth;

import dev.zoomkit.error.ZoomException;
import org.jspecify.annotations.Nullable;

/**
 * Zoom's token endpoint refused: wrong credentials, an app that is not activated, an account that
 * the app does not belong to. The message holds no secret.
 */
public final class TokenException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String error;
  private final @Nullable String reason;

  TokenException(int status, @Nullable String error, @Nullable String reason) {
    super(
        "Zoom issued no token: HTTP %d%s%s. Check account id, client id and client secret, and that the app is activated in the Zoom Marketplace."
            .formatted(
                status,
                error == null ? "" : ", " + error,
                reason == null ? "" : " (" + reason + ")"),
        null);
    this.status = status;
    this.error = error;
    this.reason = reason;
  }

  /** The HTTP status of the token endpoint, mostly 400 or 401. */
  public int status() {
    return status;
  }

  /** OAuth's error code, such as {@code invalid_client}; null where the answer had none. */
  public @Nullable String error() {
    return error;
  }

  /**
   * Zoom's words, or the beginning of an answer that is not Zoom's; null where Zoom sends the error
   * alone.
   */
  public @Nullable String reason() {
    return reason;
  }
}
