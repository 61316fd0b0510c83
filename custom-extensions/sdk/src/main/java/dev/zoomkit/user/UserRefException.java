package dev.zoomkit.user;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;

/**
 * The user cannot be named in this way: this kind of app may not do so, or the operation takes an
 * id alone, and the user whose e-mail address was given has none yet. The call was not sent, at
 * most the look-up of the id; the message says what to do instead.
 */
public final class UserRefException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private UserRefException(CallInfo call, String sentence) {
    super(call, call.operation() + ": " + sentence, null);
  }

  /** For a call; made by the SDK alone. */
  @SuppressWarnings("exports")
  public static RuntimeException of(CallInfo call, String sentence) {
    return new UserRefException(call, sentence);
  }
}
