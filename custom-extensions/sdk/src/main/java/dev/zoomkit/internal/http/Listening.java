package dev.zoomkit.internal.http;

import dev.zoomkit.listen.CallEvent;
import dev.zoomkit.listen.CallListener;
import dev.zoomkit.listen.ObservedCall;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the listener of a client, and keeps what it throws from its calls. Thread-safe. */
public final class Listening {

  private static final Logger LOGGER = System.getLogger("dev.zoomkit.listen");

  private final CallListener listener;
  private final Clock clock;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicBoolean warned = new AtomicBoolean();

  /** With the clock that measures durations. */
  public Listening(CallListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /** What tells of a call of the operation. */
  public CallReport of(Operation operation) {
    return new CallReport(
        this, new ObservedCall(calls.incrementAndGet(), operation.name(), operation.rateLabel()));
  }

  Instant now() {
    return clock.instant();
  }

  void tell(CallEvent event) {
    try {
      listener.on(event);
    } catch (RuntimeException | Error thrown) {
      if (warned.compareAndSet(false, true)) {
        LOGGER.log(
            Level.WARNING,
            "The call listener threw, which changes no call. Said once a client.",
            thrown);
      }
    }
  }
}
