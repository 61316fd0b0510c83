package dev.zoomkit.rate;

import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.runtime.Arguments;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls of a label stand.
 *
 * @param label of the operations
 * @param calls how many calls Zoom takes in a period, from all apps of the account
 * @param period a second or a minute
 * @param nextCallAt when a call that came now would have its turn, by the client's clock; 00:00 UTC
 *     where no call of the day is left
 * @param callsLeftToday how many calls are left until 00:00 UTC, never negative; null where the day
 *     has no limit
 */
public record RateLimitState(
    RateLabel label,
    int calls,
    Duration period,
    Instant nextCallAt,
    @Nullable Long callsLeftToday) {

  /** Refuses null where it is not expected. */
  public RateLimitState {
    Arguments.require("RateLimitState", "label", label);
    Arguments.require("RateLimitState", "period", period);
    Arguments.require("RateLimitState", "nextCallAt", nextCallAt);
  }
}
