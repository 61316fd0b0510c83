package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;
import org.jspecify.annotations.Nullable;

/**
 * The call was led away: a response redirects where the call must not go (a write would become a
 * read, or leave Zoom's hosts), or the last response was not Zoom's. Nothing of that response was
 * used. Either the endpoint is wrong, or something between here and Zoom, such as the sign-in page
 * of a network, took the call.
 */
public final class RedirectedException extends ApiException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String target;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public RedirectedException(ErrorResponse refusal) {
    super(refusal);
    target = refusal.redirect() == null ? null : refusal.redirect().target();
  }

  /**
   * The URL that the call was led to; without secrets. Null where the response redirects without
   * naming an http or https URL.
   */
  public @Nullable String target() {
    return target;
  }
}
