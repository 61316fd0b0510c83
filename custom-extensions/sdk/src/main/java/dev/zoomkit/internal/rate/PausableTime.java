package dev.zoomkit.internal.rate;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time of one bucket. It stands still while Zoom takes no calls, so that all whose turn was to
 * come go on afterwards as far apart as before. Guarded by the limiter.
 */
final class PausableTime implements TimeMeter {

  private final Clock clock;
  private Duration paused = Duration.ZERO;
  private Instant pauseEnd = Instant.MIN;

  PausableTime(Clock clock) {
    this.clock = clock;
  }

  /** Stands still until then; a pause that lasts longer stays as it is. */
  void pauseUntil(Instant end) {
    Instant now = clock.instant();
    Instant from = pauseEnd.isAfter(now) ? pauseEnd : now;
    if (end.isAfter(from)) {
      paused = paused.plus(Duration.between(from, end));
      pauseEnd = end;
    }
  }

  /** How long it is by the clock until this time has come. */
  Duration until(long nanos) {
    return standsStill().plusNanos(nanos - currentTimeNanos());
  }

  private Duration standsStill() {
    Instant now = clock.instant();
    return pauseEnd.isAfter(now) ? Duration.between(now, pauseEnd) : Duration.ZERO;
  }

  @Override
  public long currentTimeNanos() {
    Duration passed = Duration.between(Instant.EPOCH, clock.instant());
    return passed.minus(paused).plus(standsStill()).toNanos();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
