package dev.zoomkit.paging;

import dev.zoomkit.internal.window.PendingCall;
import org.jspecify.annotations.Nullable;

/** Sends the calls of one walk, which may be given up by another thread. Thread-safe. */
final class Sender {

  private @Nullable PendingCall<?> underway;
  private boolean cancelled;

  <R> R send(PendingCall<R> call) {
    begin(call);
    try {
      return call.send();
    } finally {
      end();
    }
  }

  private synchronized void begin(PendingCall<?> call) {
    if (cancelled) {
      throw new IllegalStateException("The walk is closed.");
    }
    underway = call;
  }

  private synchronized void end() {
    underway = null;
  }

  /** Gives up the call under way, and sends no other one. */
  synchronized void cancel() {
    cancelled = true;
    if (underway != null) {
      underway.cancel();
    }
  }
}
