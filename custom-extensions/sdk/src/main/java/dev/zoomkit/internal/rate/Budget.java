package dev.zoomkit.internal.rate;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The calls of a day or a span. It may be in debt: whoever waits for the next one has taken of it
 * already. Guarded by the limiter.
 */
final class Budget {

  private final Bucket bucket;
  private final long full;

  private Budget(Bucket bucket, long full) {
    this.bucket = bucket;
    this.full = full;
  }

  /** So many calls a day, the first of which ends at an instant. */
  static Budget ofDay(int calls, Instant end, Clock clock) {
    return new Budget(
        Bucket.builder()
            .addLimit(
                limit ->
                    limit.capacity(calls).refillIntervallyAligned(calls, Duration.ofDays(1), end))
            .withCustomTimePrecision(new PausableTime(clock))
            .build(),
        calls);
  }

  /** So many calls in a period, as far apart as they can be. */
  static Budget ofSpan(int calls, Duration period, Clock clock) {
    return new Budget(
        Bucket.builder()
            .addLimit(limit -> limit.capacity(1).refillGreedy(calls, period))
            .withCustomTimePrecision(new PausableTime(clock))
            .build(),
        1);
  }

  /** How long a call that comes now has to wait. */
  Duration waitNow() {
    return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** Takes a call, of the next day or span where none is left. */
  void take() {
    bucket.consumeIgnoringRateLimits(1);
  }

  /** How many calls are left, never negative. */
  long left() {
    return Math.max(0, bucket.getAvailableTokens());
  }

  /** Learns that no more are left than so many. */
  void atMost(int calls) {
    long tooMany = bucket.getAvailableTokens() - calls;
    if (tooMany > 0) {
      bucket.consumeIgnoringRateLimits(tooMany);
    }
  }

  /** Whether a new one would be no different. */
  boolean isFull() {
    return bucket.getAvailableTokens() >= full;
  }
}
