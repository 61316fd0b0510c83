package dev.zoomkit.error;

/**
 * Zoom failed: HTTP 500 to 599. A read was already repeated as the retry policy says; whether a
 * write took effect is unknown.
 */
public final class ServerException extends ApiException {

  private static final long serialVersionUID = 1L;

  ServerException(ErrorResponse refusal) {
    super(refusal);
  }
}
