package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;

/**
 * Zoom rejects the token, even a fresh one: HTTP 401. The app must be activated or authorised
 * again.
 */
public final class UnauthorizedException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public UnauthorizedException(ErrorResponse error) {
    super(error);
  }
}
