package dev.zoomkit.transfer;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import org.jspecify.annotations.Nullable;

/**
 * A link does not lead to its file, but to a page, a refusal or nothing at all. The subclasses are
 * what a caller can do something about; this class itself stands for the rest. Nothing was saved.
 */
public class LinkException extends ZoomException {

  private static final long serialVersionUID = 1L;

  /**
   * For a call whose link is of no use; made by the SDK alone.
   *
   * @param problem what was found, and what to do, in sentences
   * @param cause Zoom's refusal; null where it sent a page
   */
  @SuppressWarnings("exports")
  public LinkException(CallInfo call, String problem, @Nullable Throwable cause) {
    super(call, call.message(problem), cause);
  }
}
