package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;

/**
 * The request is wrong, or the account's settings do not allow it: HTTP 400. Sending it again
 * unchanged is no use; {@link #fieldErrors()} and {@link #code()} say what to change.
 */
public final class BadRequestException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public BadRequestException(ErrorResponse error) {
    super(error);
  }
}
