package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;

/**
 * Zoom failed: HTTP 500 to 599. A read was already repeated as the retry policy says; whether a
 * write took effect is unknown.
 */
public final class ServerException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public ServerException(ErrorResponse error) {
    super(error);
  }
}
