package dev.zoomkit.error;

import dev.zoomkit.internal.http.ErrorResponse;
import org.jspecify.annotations.Nullable;

/** What the path names does not exist, or not in this account: HTTP 404. */
public final class NotFoundException extends ApiException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String what;

  /** For an error response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public NotFoundException(ErrorResponse error) {
    super(error);
    what = error.missing();
  }

  /**
   * The kind of thing that is not there, in lower case as the description calls it, such as {@code
   * user}, {@code webinar} or {@code recording}; null where the error may mean several.
   */
  public @Nullable String what() {
    return what;
  }
}
