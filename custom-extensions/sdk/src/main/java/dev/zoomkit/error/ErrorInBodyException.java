package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;

/**
 * Zoom responded with a success status, but the body holds an error, such as that the caller lacks
 * a right. Nothing was done. An error that means a missing plan is a {@link PlanRequiredException}
 * instead.
 */
public final class ErrorInBodyException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public ErrorInBodyException(ErrorResponse error) {
    super(error);
  }
}
