package dev.zoomkit.mock.world;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A clock that can stand at another time while the past is made. Thread-safe. */
public final class WorldClock extends Clock {
  private final Clock usual;
  private volatile @Nullable Instant other;

  /** A clock that shows what another shows. */
  public WorldClock(Clock usual) {
    this.usual = usual;
  }

  /** Stands at a time from now on; null lets it go with the usual clock again. */
  public void stand(@Nullable Instant time) {
    other = time;
  }

  @Override
  public Instant instant() {
    Instant time = other;
    return time == null ? usual.instant() : time;
  }

  @Override
  public ZoneId getZone() {
    return usual.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return usual.withZone(zone);
  }
}
