package dev.zoomkit.internal.rate;

import dev.zoomkit.annotation.CallLimit;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.error.RateLimitKind;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RateHeaders;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.rate.RateLimitState;
import dev.zoomkit.rate.RateLimits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * All limits of one account: those of the labels, of the day, and of operations with limits of
 * their own. A call takes its turn in all of them together or in none. Thread-safe; holds its lock
 * for no longer than the counting takes.
 */
public final class Limiter implements RateLimits {

  private static final String DAY = "P1D";

  /** No plan has fewer calls a day of any label, or comes near it in a second or minute. */
  private static final int SMALLEST_DAY = 1_000;

  private static final String SHARED_DAY = "HEAVY and RESOURCE_INTENSIVE of a day";

  private final RateLimitPolicy policy;
  private final Plan plan;
  private final Clock clock;
  private final Map<RateLabel, LabelLimit> labels = new EnumMap<>(RateLabel.class);
  private final Map<String, Bucket> ofSpan = new HashMap<>();
  private final Map<String, Bucket> ofDay = new HashMap<>();
  private final Gates gates = new Gates();
  private LocalDate day = LocalDate.MIN;

  /** Keeps to the limits of the policy's plan, by a clock. */
  public Limiter(RateLimitPolicy policy, Plan plan, Clock clock) {
    this.policy = policy;
    this.plan = plan;
    this.clock = clock;
    boolean atOnce = policy.longestWait().isZero();
    for (RateLabel label : RateLabel.values()) {
      labels.put(label, new LabelLimit(plan, label, atOnce, clock));
    }
  }

  @Override
  public RateLimitPolicy policy() {
    return policy;
  }

  @Override
  public synchronized List<RateLimitState> state() {
    Instant now = clock.instant();
    return labels.entrySet().stream()
        .map(
            entry -> {
              LabelLimit limit = entry.getValue();
              Bucket today = dayOf(entry.getKey());
              return new RateLimitState(
                  entry.getKey(),
                  limit.calls(),
                  limit.period(),
                  now.plus(limit.waitNow()),
                  today == null ? null : Math.max(0, today.getAvailableTokens()));
            })
        .toList();
  }

  /** What lets one call through at a time, where Zoom takes no more. */
  Gates gates() {
    return gates;
  }

  /**
   * Takes a turn if the wait for it is not too long.
   *
   * @param longest wait of the call
   * @return the turn; refused where the wait would be too long, and then nothing is taken
   */
  synchronized Turn take(Operation operation, Request request, Duration longest) {
    RateLabel label = operation.rateLabel();
    LabelLimit window = label == null ? null : labels.get(label);
    List<Counted> counted = counted(operation, request);
    Duration wait = window == null ? Duration.ZERO : window.waitNow();
    String limit = String.valueOf(label);
    RateLimitKind kind = RateLimitKind.PER_SECOND;
    for (Counted one : counted) {
      Duration until =
          Duration.ofNanos(one.bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
      if (until.compareTo(wait) > 0) {
        wait = until;
        limit = one.name;
        kind = one.own ? RateLimitKind.OPERATION : RateLimitKind.PER_DAY;
      }
    }
    Instant at = clock.instant().plus(wait);
    if (wait.compareTo(longest) > 0) {
      return new Turn(limit, kind, at, null, 0, true);
    }
    counted.forEach(one -> one.bucket.consumeIgnoringRateLimits(1));
    return new Turn(limit, kind, at, window, window == null ? 0 : window.take(), false);
  }

  /** How long it still is until a turn, which a pause of the label moves. */
  synchronized Duration until(Turn turn) {
    Duration own = Duration.between(clock.instant(), turn.at);
    Duration moved = turn.window == null ? own : turn.window.until(turn.inWindow);
    Duration longer = moved.compareTo(own) > 0 ? moved : own;
    return longer.isNegative() ? Duration.ZERO : longer;
  }

  synchronized void sent(Turn turn) {
    if (turn.window != null) {
      turn.window.sent();
    }
  }

  /** Learns that no response came. */
  synchronized void notResponded(Turn turn) {
    if (turn.window != null) {
      turn.window.notResponded();
    }
  }

  /** Learns from the headers of a response. */
  synchronized void responded(
      Turn turn, Operation operation, Request request, RateHeaders rate, boolean refused) {
    if (rate.dailyLimit() && refused) {
      exhaust(operation, request, rate);
    } else if (ofDay(operation.rateLabel(), rate)) {
      learn(dayOf(operation.rateLabel()), rate.remaining());
    }
    if (turn.window == null) {
      return;
    }
    if (rate.dailyLimit() || refused && rate.type() == null && rate.retryAt() == null) {
      turn.window.notResponded();
    } else {
      turn.window.responded(rate, refused);
    }
  }

  /** The day is used up: that of the label, or what the operation counts by itself. */
  private void exhaust(Operation operation, Request request, RateHeaders rate) {
    if (rate.ownLimit()) {
      counted(operation, request).stream()
          .filter(one -> one.own)
          .forEach(one -> one.bucket.tryConsumeAsMuchAsPossible());
    } else {
      learn(dayOf(operation.rateLabel()), 0);
    }
  }

  /** Whether the headers speak of the day: they say so, or have more calls than a second has. */
  private static boolean ofDay(@Nullable RateLabel label, RateHeaders rate) {
    return rate.remaining() != null
        && label != null
        && (rate.dailyLimit()
            || rate.type() == null && rate.limit() != null && rate.limit() >= SMALLEST_DAY);
  }

  private static void learn(@Nullable Bucket bucket, @Nullable Integer remaining) {
    long tooMany =
        bucket == null || remaining == null ? 0 : bucket.getAvailableTokens() - remaining;
    if (tooMany > 0) {
      bucket.consumeIgnoringRateLimits(tooMany);
    }
  }

  private List<Counted> counted(Operation operation, Request request) {
    List<Counted> counted = new ArrayList<>();
    RateLabel label = operation.rateLabel();
    Bucket today = label == null ? null : dayOf(label);
    if (today != null) {
      counted.add(new Counted(label + " of a day", today, false));
    }
    for (CallLimit limit : operation.callLimits()) {
      boolean daily = limit.period().equals(DAY);
      String pool = limit.pool().isEmpty() ? operation.name() : limit.pool();
      for (String subject : Subjects.of(operation, limit, request)) {
        String key = pool + " " + limit.period() + " " + subject;
        counted.add(
            new Counted(
                operation.name(),
                daily
                    ? today(key, calls(limit))
                    : ofSpan.computeIfAbsent(
                        key, added -> span(calls(limit), Duration.parse(limit.period()))),
                true));
      }
    }
    return counted;
  }

  private int calls(CallLimit limit) {
    return switch (plan) {
      case FREE -> limit.free();
      case PRO -> limit.pro();
      case BUSINESS -> limit.business();
    };
  }

  private @Nullable Bucket dayOf(@Nullable RateLabel label) {
    int calls = label == null ? 0 : plan.callsADay(label);
    return calls == 0
        ? null
        : today(plan.sharesDay(label) ? SHARED_DAY : label + " of a day", calls);
  }

  /** A bucket that is full at 00:00 UTC; those of the day before are forgotten. */
  private Bucket today(String key, int calls) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(day)) {
      ofDay.values().removeIf(bucket -> bucket.getAvailableTokens() >= 0);
      day = today;
    }
    Instant midnight = today.plus(Period.ofDays(1)).atStartOfDay().toInstant(ZoneOffset.UTC);
    return ofDay.computeIfAbsent(
        key,
        added ->
            Bucket.builder()
                .addLimit(
                    limit ->
                        limit
                            .capacity(calls)
                            .refillIntervallyAligned(calls, Duration.ofDays(1), midnight))
                .withCustomTimePrecision(new PausableTime(clock))
                .build());
  }

  private Bucket span(int calls, Duration period) {
    TimeMeter time = new PausableTime(clock);
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(1).refillGreedy(calls, period))
        .withCustomTimePrecision(time)
        .build();
  }

  /** One bucket that a call takes from; an own one where the operation has the limit itself. */
  private record Counted(String name, Bucket bucket, boolean own) {}

  /**
   * A turn that a call has taken, or would have had to wait for too long.
   *
   * @param limit what it waits for most
   * @param kind of that limit
   * @param at when it comes, unless the window is paused
   * @param window the limit of its label; null where it has none, or is refused
   * @param inWindow when it comes by the time of the window
   */
  record Turn(
      String limit,
      RateLimitKind kind,
      Instant at,
      @Nullable LabelLimit window,
      long inWindow,
      boolean refused) {}
}
