package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;

/**
 * The account, or the host, lacks the plan, add-on or licence that the call needs: mostly HTTP 400
 * with code 200, at times a success status whose body refuses. Nothing was done. The description
 * says which errors mean that; where one may mean something else as well, Zoom's words decide.
 */
public final class PlanRequiredException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public PlanRequiredException(ErrorResponse error) {
    super(error);
  }
}
