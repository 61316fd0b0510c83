package dev.zoomkit;

import dev.zoomkit.internal.http.CancelSignal;

/**
 * Ends calls from another thread: those of the views that name it, as in {@code zoom.with(options
 * -> options.cancelledBy(cancellation))}. Good for one time. Thread-safe.
 */
public final class Cancellation {

  private final CancelSignal signal = new CancelSignal();

  /** One that has not been cancelled. */
  public Cancellation() {}

  /**
   * Ends the calls that are under way, whether they send, read or wait: each throws a {@link
   * dev.zoomkit.error.CallInterruptedException}, and a download that is read fails with an {@link
   * java.io.IOException}. Later calls throw it, too, and send nothing. The interrupt flags of the
   * threads stay as they were. A token that is being fetched is fetched to its end, because other
   * calls may wait for it. Does not block; doing it again does nothing.
   */
  public void cancel() {
    signal.give();
  }

  /** Whether it was cancelled. */
  public boolean isCancelled() {
    return signal.isGiven();
  }

  CancelSignal signal() {
    return signal;
  }

  /** Whether it was cancelled, and how many calls heed it now. */
  @Override
  public String toString() {
    return "Cancellation[" + (isCancelled() ? "cancelled" : signal.underWay() + " under way") + "]";
  }
}
