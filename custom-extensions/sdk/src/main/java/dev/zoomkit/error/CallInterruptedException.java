package dev.zoomkit.error;

import java.io.IOException;

/**
 * The calling thread was interrupted, or the call cancelled. The thread's interrupt flag is set as
 * it was. Whether a write took effect is unknown.
 */
public final class CallInterruptedException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final String operation;

  /** For a call of the operation that was given up. */
  public CallInterruptedException(String operation, IOException failure) {
    super(
        operation + ": given up, because the thread was interrupted or the call cancelled.",
        failure);
    this.operation = operation;
  }

  /** The operationId of the description. */
  public String operation() {
    return operation;
  }
}
