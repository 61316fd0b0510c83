package dev.zoomkit.error;

/** It exists already, or another change got in between: HTTP 409. */
public final class ConflictException extends ApiException {

  private static final long serialVersionUID = 1L;

  ConflictException(ErrorResponse refusal) {
    super(refusal);
  }
}
