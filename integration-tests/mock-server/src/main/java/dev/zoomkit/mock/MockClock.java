package dev.zoomkit.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time a mock lives by: tokens expire by it, new things are dated by it. It stands still until
 * a test advances it. Thread-safe.
 */
public final class MockClock extends Clock {
  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  MockClock(Instant now) {
    this(new AtomicReference<>(now), ZoneOffset.UTC);
  }

  private MockClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
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
    now.updateAndGet(instant -> after(instant, by));
  }

  private static Instant after(Instant instant, Duration by) {
    if (by.compareTo(Duration.between(instant, Arguments.LAST)) > 0) {
      throw new IllegalArgumentException("A clock does not go beyond the year 9999: " + by + ".");
    }
    return instant.plus(by);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock in another zone: it moves on when this one does. */
  @Override
  public Clock withZone(ZoneId other) {
    return new MockClock(now, other);
  }
}
