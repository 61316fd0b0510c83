package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;

/** It exists already, or another change came first: HTTP 409. */
public final class ConflictException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public ConflictException(ErrorResponse error) {
    super(error);
  }
}
