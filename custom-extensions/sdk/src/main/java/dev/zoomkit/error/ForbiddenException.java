package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;

/**
 * The app or its user lacks the right: HTTP 403, or a code by which Zoom reports a missing scope
 * (104, 4700, 4711) with HTTP 400 or 401. An administrator must grant the scope, role or licence.
 * Where Zoom names the scopes, it is the cause of a {@code MissingScopeException}.
 */
public final class ForbiddenException extends ApiException {

  private static final long serialVersionUID = 1L;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public ForbiddenException(ErrorResponse error) {
    super(error);
  }
}
