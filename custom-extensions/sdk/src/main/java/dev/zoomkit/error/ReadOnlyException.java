package dev.zoomkit.error;

import dev.zoomkit.internal.http.CallInfo;

/**
 * The client is read-only, and the operation changes what Zoom keeps, or has Zoom mail or ring
 * somebody. Nothing was sent. The message says which of them it is.
 */
public final class ReadOnlyException extends ZoomException {

  private static final long serialVersionUID = 1L;

  /**
   * For a call; made by the SDK alone.
   *
   * @param effect what the operation does, such as "destroys"
   */
  @SuppressWarnings("exports")
  public ReadOnlyException(CallInfo call, String effect) {
    super(
        call,
        "%s %s, and this client is read-only. Nothing was sent. Use a client that was built without readOnly()."
            .formatted(call.operation(), effect),
        null);
  }
}
