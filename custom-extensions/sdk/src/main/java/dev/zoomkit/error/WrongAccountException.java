package dev.zoomkit.error;

import dev.zoomkit.internal.http.CallInfo;

/**
 * The operation does not exist for this account: Zoom has it for sub-accounts only, or for the
 * app's own account only. Nothing was sent; the message says which, and what to write instead.
 */
public final class WrongAccountException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private WrongAccountException(CallInfo call, String sentence) {
    super(call, call.operation() + " " + sentence + " Nothing was sent.", null);
  }

  /** For a call; made by the SDK alone. */
  @SuppressWarnings("exports")
  public static RuntimeException of(CallInfo call, String sentence) {
    return new WrongAccountException(call, sentence);
  }
}
