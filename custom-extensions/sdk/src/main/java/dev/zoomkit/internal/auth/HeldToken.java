package dev.zoomkit.internal.auth;

import dev.zoomkit.auth.AccessToken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token with its times; null for never. From five minutes before its end on (the half of its
 * life, if it lives less than ten), another one is fetched.
 *
 * @param margin how long before its end another one is fetched
 * @param dueAt when that is tried next
 */
record HeldToken(
    AccessToken token, Duration margin, @Nullable Instant dueAt, boolean failedBefore) {

  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** How often a fetch that fails is tried within the margin, at most. */
  private static final int ATTEMPTS_AHEAD = 10;

  static HeldToken of(AccessToken token, Instant since) {
    Instant end = token.expiresAt();
    if (end == null) {
      return new HeldToken(token, MARGIN, null, false);
    }
    Duration life = Duration.between(since, end);
    boolean isShort = life.compareTo(MARGIN.plus(MARGIN)) < 0;
    Duration margin = isShort ? Duration.ofNanos(life.toNanos() / 2) : MARGIN;
    return new HeldToken(token, margin, end.minus(margin), false);
  }

  boolean livesAt(Instant now) {
    Instant end = token.expiresAt();
    return end == null || now.isBefore(end);
  }

  boolean isDueAt(Instant now) {
    return dueAt != null && !now.isBefore(dueAt);
  }

  /** How long a fetch that failed is not tried again. */
  Duration pause() {
    return margin.dividedBy(ATTEMPTS_AHEAD);
  }

  HeldToken afterFailure(Instant now) {
    return new HeldToken(token, margin, dueAt == null ? null : now.plus(pause()), true);
  }
}
