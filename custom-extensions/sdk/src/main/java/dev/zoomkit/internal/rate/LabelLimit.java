package dev.zoomkit.internal.rate;

import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.internal.http.RateHeaders;
import dev.zoomkit.rate.Plan;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one label in a second or a minute. Zoom counts in windows whose edges it does not
 * tell, so no span of that length may hold more calls than it permits, whenever it begins: a bucket
 * of few tokens that fills slowly, and not one that lets a whole window through at once.
 *
 * <p>What other apps of the account use is in the headers. Where Zoom counts more calls than this
 * client made and few are left, the bucket stands still until the window ends; so it does after a
 * 429, from which on a reserve is kept for what others send meanwhile. Guarded by the limiter.
 */
final class LabelLimit {

  /** 98 of 100, because calls do not arrive as evenly as they are sent. */
  private static final int USED = 49;

  private static final int OF = 50;

  /** How long a reserve is kept before it is tried with half. */
  private static final Duration RESERVE_KEPT = Duration.ofMinutes(2);

  private final Clock clock;
  private final int calls;
  private final Duration period;
  private final PausableTime time;
  private final Bucket bucket;

  private int underWay;
  private Instant window = Instant.MIN;
  private Duration serverAhead = Duration.ofSeconds(-1_000_000_000);
  private int responses;
  private int reserve;
  private Instant reserveRaised = Instant.MIN;

  LabelLimit(Plan plan, RateLabel label, boolean atOnce, Clock clock) {
    this.clock = clock;
    calls = plan.calls(label);
    period = Plan.period(label);
    time = new PausableTime(clock);
    int burst = atOnce ? (calls + 1) / 2 : 1;
    long refill = (long) (calls - burst + 1) * USED;
    bucket =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period.multipliedBy(OF)))
            .withCustomTimePrecision(time)
            .build();
  }

  int calls() {
    return calls;
  }

  Duration period() {
    return period;
  }

  /** How long a call that comes now has to wait. */
  Duration waitNow() {
    return time.until(turn());
  }

  /** Takes the next turn. */
  long take() {
    long turn = turn();
    bucket.consumeIgnoringRateLimits(1);
    return turn;
  }

  private long turn() {
    return time.currentTimeNanos() + bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }

  /** How long it is until a turn, which moves when the bucket stands still. */
  Duration until(long turn) {
    return time.until(turn);
  }

  void sent() {
    underWay++;
  }

  void notResponded() {
    underWay--;
  }

  /** Learns from a response. */
  void responded(RateHeaders rate, boolean refused) {
    underWay--;
    Instant now = clock.instant();
    Instant endThere = end(rate, now);
    Instant end = endThere.minus(serverAhead(rate));
    if (!endThere.equals(window)) {
      window = endThere;
      responses = 0;
    }
    responses++;
    if (refused) {
      raiseReserve(now);
      time.pauseUntil(end);
      return;
    }
    if (reserve > 0 && now.isAfter(reserveRaised.plus(RESERVE_KEPT))) {
      reserve /= 2;
      reserveRaised = now;
    }
    Integer remaining = rate.remaining();
    if (remaining != null && isScarce(rate, remaining) && remaining - underWay <= reserve) {
      time.pauseUntil(end);
    }
  }

  private void raiseReserve(Instant now) {
    if (now.isAfter(reserveRaised.plus(period))) {
      reserve = Math.min(calls / 2, 2 * reserve + 1 + calls / 20);
      reserveRaised = now;
    }
  }

  /** Whether Zoom counts more calls in this window than this client has sent, or permits fewer. */
  private boolean isScarce(RateHeaders rate, int remaining) {
    int limit = rate.limit() == null ? calls : rate.limit();
    return limit < calls || limit - remaining > responses + underWay;
  }

  /** When the window ends by Zoom's clock: as it says, else with the next second or minute. */
  private Instant end(RateHeaders rate, Instant now) {
    @Nullable Instant told = rate.retryAt();
    Instant there = now.plus(rate.serverAhead());
    if (told != null && !told.isAfter(now.plus(period).plusSeconds(1))) {
      return told.plus(rate.serverAhead());
    }
    long length = period.toSeconds();
    return Instant.ofEpochSecond((there.getEpochSecond() / length + 1) * length);
  }

  /**
   * How far Zoom's clock is ahead: the most that a response of the same clock has shown, because
   * {@code Date} has whole seconds, cut off.
   */
  private Duration serverAhead(RateHeaders rate) {
    Duration shown = rate.serverAhead();
    if (shown.compareTo(serverAhead) > 0 || serverAhead.minus(shown).toSeconds() > 1) {
      serverAhead = shown;
    }
    return serverAhead;
  }
}
