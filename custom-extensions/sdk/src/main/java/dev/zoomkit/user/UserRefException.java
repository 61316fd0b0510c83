package dev.zoomkit.user;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;

/**
 * The app may not name a user in this way. Nothing was sent; the message says what to write
 * instead.
 */
public final class UserRefException extends ZoomException {

  private static final long serialVersionUID = 1L;

  /** For a call; made by the SDK alone. */
  @SuppressWarnings("exports")
  public UserRefException(CallInfo call, String sentence) {
    super(call, call.operation() + ": " + sentence, null);
  }
}
