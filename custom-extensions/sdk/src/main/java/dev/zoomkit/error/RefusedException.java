package dev.zoomkit.error;

/**
 * Zoom answered with a success status, and a body that refuses: the account lacks a plan, or the
 * caller a right. Nothing was done.
 */
public final class RefusedException extends ApiException {

  private static final long serialVersionUID = 1L;

  RefusedException(Refusal refusal) {
    super(refusal);
  }
}
