package dev.zoomkit.error;

import dev.zoomkit.internal.http.CallInfo;
import java.io.IOException;

/**
 * The calling thread was interrupted, or the call cancelled. The thread's interrupt flag is set as
 * it was. Whether a write took effect is unknown.
 */
public final class CallInterruptedException extends ZoomException {

  private static final long serialVersionUID = 1L;

  /** For a call that was given up; made by the SDK alone. */
  @SuppressWarnings("exports")
  public CallInterruptedException(CallInfo call, IOException failure) {
    super(
        call,
        call.operation() + ": given up, because the thread was interrupted or the call cancelled.",
        failure);
  }
}
