package dev.zoomkit.error;

/**
 * Zoom responded with a success status, but the body holds an error: the account lacks a plan, or
 * the caller a right. Nothing was done.
 */
public final class ErrorInBodyException extends ApiException {

  private static final long serialVersionUID = 1L;

  ErrorInBodyException(ErrorResponse refusal) {
    super(refusal);
  }
}
