package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;

/** What the path names does not exist, or not in this account: HTTP 404. */
public final class NotFoundException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public NotFoundException(ErrorResponse error) {
    super(error);
  }
}
