package dev.zoomkit.error;

/**
 * Zoom does not accept the token, not even a fresh one: HTTP 401. The app must be activated or
 * authorised again.
 */
public final class UnauthorizedException extends ApiException {

  private static final long serialVersionUID = 1L;

  UnauthorizedException(ErrorResponse refusal) {
    super(refusal);
  }
}
