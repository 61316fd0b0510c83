package dev.zoomkit.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time a mock lives by: tokens expire by it, new things are dated by it. It stands still until
 * a test advances it, or {@linkplain MockZoom.Builder#runningClock runs}. Thread-safe.
 */
public final class MockClock extends Clock {
  private final Clock base;
  private final AtomicReference<Duration> ahead;
  private final ZoneId zone;

  private MockClock(Clock base, AtomicReference<Duration> ahead, ZoneId zone) {
    this.base = base;
    this.ahead = ahead;
    this.zone = zone;
  }

  /** A clock that stands at an instant. */
  static MockClock standing(Instant at) {
    return running(at, Clock.fixed(at, ZoneOffset.UTC));
  }

  /** A clock that goes on from an instant as another one does. */
  static MockClock running(Instant from, Clock base) {
    Duration ahead = Duration.between(base.instant(), from);
    return new MockClock(base, new AtomicReference<>(ahead), ZoneOffset.UTC);
  }

  /**
   * Moves the time on.
   *
   * @throws IllegalArgumentException if the duration is negative, or leads beyond the year 9999
   */
  public void advance(Duration by) {
    Arguments.require("MockClock.advance needs a duration", by);
    if (by.isNegative()) {
      throw new IllegalArgumentException("A clock does not go back: " + by + ".");
    }
    ahead.updateAndGet(before -> after(before, by));
  }

  private Duration after(Duration before, Duration by) {
    if (by.compareTo(Duration.between(base.instant().plus(before), Arguments.LAST)) > 0) {
      throw new IllegalArgumentException("A clock does not go beyond the year 9999: " + by + ".");
    }
    return before.plus(by);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock in another zone: it moves on when this one does. */
  @Override
  public Clock withZone(ZoneId other) {
    return new MockClock(base, ahead, other);
  }
}
