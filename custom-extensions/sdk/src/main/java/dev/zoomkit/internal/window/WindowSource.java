package dev.zoomkit.internal.window;

import java.time.Clock;
import java.util.function.Function;

/**
 * Where the responses of an operation come from that takes one call a window. Immutable.
 *
 * @param <R> the type of a response
 */
public final class WindowSource<R> {

  private final String operation;
  private final DateRange<?> range;
  private final Clock clock;
  private final Function<Span, PendingCall<R>> calls;

  /** Of an operation. */
  public WindowSource(
      String operation, DateRange<?> range, Clock clock, Function<Span, PendingCall<R>> calls) {
    this.operation = operation;
    this.range = range;
    this.clock = clock;
    this.calls = calls;
  }

  /** What messages call it. */
  public String operation() {
    return operation;
  }

  /** All that the calls cover. */
  public DateRange<?> range() {
    return range;
  }

  /** Says what is today. */
  public Clock clock() {
    return clock;
  }

  /** Makes the call of a window. */
  public Function<Span, PendingCall<R>> calls() {
    return calls;
  }
}
