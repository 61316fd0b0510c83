package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;
import org.jspecify.annotations.Nullable;

/**
 * The call was led away: a response redirects where the call must not go (a write would become a
 * read, or leave Zoom's hosts), or the last response was not Zoom's. That response was not used.
 * Either the endpoint is wrong, or something on the way, such as the sign-in page of a network,
 * intercepted the call.
 */
public final class RedirectedException extends ApiException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String target;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public RedirectedException(ErrorResponse error) {
    super(error);
    target = error.redirect() == null ? null : error.redirect().target();
  }

  /**
   * The URL that the call was led to; without secrets. Null where the response redirects without
   * naming an http or https URL.
   */
  public @Nullable String target() {
    return target;
  }
}
