package dev.zoomkit.transfer;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import org.jspecify.annotations.Nullable;

/**
 * A file did not come whole, or not as it was asked for: it broke off too often, has another size
 * than it should, came in part or packed. Nothing was put in its place. Its message says what was
 * kept; saving the same link to the same place goes on from there.
 */
public final class DownloadException extends ZoomException {

  private static final long serialVersionUID = 1L;

  /** With a whole sentence; made by the SDK alone. */
  DownloadException(CallInfo call, String problem, @Nullable Throwable cause) {
    super(call, call.message(problem), cause);
  }
}
