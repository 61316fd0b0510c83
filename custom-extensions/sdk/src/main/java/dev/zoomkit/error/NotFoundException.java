package dev.zoomkit.error;

/** What the path names does not exist, or not in this account: HTTP 404. */
public final class NotFoundException extends ApiException {

  private static final long serialVersionUID = 1L;

  NotFoundException(ErrorResponse refusal) {
    super(refusal);
  }
}
