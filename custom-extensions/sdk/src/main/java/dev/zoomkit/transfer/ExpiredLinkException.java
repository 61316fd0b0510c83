package dev.zoomkit.transfer;

import dev.zoomkit.internal.http.CallInfo;
import org.jspecify.annotations.Nullable;

/** The link has expired, or its file was deleted: HTTP 404 or 410, or a page that says so. */
public final class ExpiredLinkException extends LinkException {

  private static final long serialVersionUID = 1L;

  /** With what was found; made by the SDK alone. */
  @SuppressWarnings("exports")
  public ExpiredLinkException(CallInfo call, String found, @Nullable Throwable cause) {
    super(
        call,
        found
            + " Ask for the list of files again, which has new links; a file that is missing there"
            + " was deleted, and may still be in the trash.",
        cause);
  }
}
