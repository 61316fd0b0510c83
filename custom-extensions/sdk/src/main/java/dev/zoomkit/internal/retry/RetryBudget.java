package dev.zoomkit.internal.retry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a client may still spend on repetitions, so that it stops repeating when most calls fail. A
 * repetition costs as much as five successes bring. Thread-safe.
 */
public final class RetryBudget {

  private static final int COST = 5;

  private final int full;
  private final AtomicInteger left;

  /** Full, for a number of repetitions. */
  public RetryBudget(int repetitions) {
    full = repetitions * COST;
    left = new AtomicInteger(full);
  }

  /** Pays for a repetition; false where there is not enough left. */
  boolean spend() {
    int before = left.getAndUpdate(units -> units < COST ? units : units - COST);
    return before >= COST;
  }

  /** Counts a success. */
  void succeeded() {
    if (left.get() < full) {
      left.updateAndGet(units -> Math.min(full, units + 1));
    }
  }
}
