package dev.zoomkit.user;

import dev.zoomkit.error.ZoomException;

/**
 * The app may not name a user in this way. Nothing was sent; the message says what to write
 * instead.
 */
public final class UserRefException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final String operation;

  /** For a call; made by the SDK alone. */
  public UserRefException(String operation, String sentence) {
    super(operation + ": " + sentence, null);
    this.operation = operation;
  }

  /** The operationId of the description. */
  public String operation() {
    return operation;
  }
}
