package dev.zoomkit.internal.rate;

import dev.zoomkit.annotation.CallLimit;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.error.RateLimitKind;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RateHeaders;
import dev.zoomkit.internal.http.UtcDay;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.rate.RateLimitState;
import dev.zoomkit.rate.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * All limits of one account: those of the labels, of the day, and of operations with limits of
 * their own. A call takes its turn in all of them together or in none. Thread-safe; holds its lock
 * for no longer than the counting takes.
 */
public final class Limiter implements RateLimits {

  /** No plan has fewer calls a day of any label, or comes near it in a second or minute. */
  private static final int SMALLEST_DAY = 1_000;

  /** The key of the day that labels share. */
  private static final String SHARED_DAY = "HEAVY and RESOURCE_INTENSIVE";

  private final RateLimitPolicy policy;
  private final Plan plan;
  private final Clock clock;
  private final Map<RateLabel, LabelLimit> labels = new EnumMap<>(RateLabel.class);
  private final Map<String, Budget> budgets = new HashMap<>();
  private final Gates gates = new Gates();
  private Instant endOfDay = Instant.MIN;

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
              Budget today = dayOf(entry.getKey());
              Duration wait = today == null ? Duration.ZERO : today.waitNow();
              return new RateLimitState(
                  entry.getKey(),
                  limit.calls(),
                  limit.period(),
                  now.plus(Collections.max(List.of(limit.waitNow(), wait))),
                  today == null ? null : today.left());
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
   * @param longest that the call may wait for it
   * @return the turn; refused where the wait would be too long, and then nothing is taken
   */
  synchronized Turn take(Operation operation, Request request, Duration longest) {
    RateLabel label = operation.rateLabel();
    LabelLimit window = label == null ? null : labels.get(label);
    List<Counted> counted = counted(operation, request);
    Duration wait = window == null ? Duration.ZERO : window.waitNow();
    String limit = name(operation, false, false);
    RateLimitKind kind = RateLimitKind.PER_SECOND;
    for (Counted one : counted) {
      Duration until = one.budget.waitNow();
      if (until.compareTo(wait) > 0) {
        wait = until;
        limit = name(operation, one.own, true);
        kind = one.own ? RateLimitKind.OPERATION : RateLimitKind.PER_DAY;
      }
    }
    Instant at = clock.instant().plus(wait);
    if (wait.compareTo(longest) > 0) {
      return new Turn(limit, kind, at, null, 0, true);
    }
    counted.forEach(one -> one.budget.take());
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
    Integer remaining = rate.remaining();
    if (rate.dailyLimit() && refused) {
      learn(exhausted(operation, request, rate), 0);
    } else if (remaining != null && speaksOfDay(rate)) {
      learn(dayOf(operation.rateLabel()), remaining);
    }
    if (turn.window == null) {
      return;
    }
    if (rate.dailyLimit() || refused && rate.namesNoLimit()) {
      turn.window.notResponded();
    } else {
      turn.window.responded(rate, refused);
    }
  }

  /**
   * What Zoom says is used up: the day of the label, or the one that the operation counts by
   * itself; none where it counts several, of two registrants for instance, and any may be meant.
   */
  private @Nullable Budget exhausted(Operation operation, Request request, RateHeaders rate) {
    if (!rate.ownLimit()) {
      return dayOf(operation.rateLabel());
    }
    List<Counted> days =
        counted(operation, request).stream().filter(one -> one.own && one.daily).toList();
    return days.size() == 1 ? days.get(0).budget : null;
  }

  /** Whether the headers say so, or have more calls than a second has. */
  private static boolean speaksOfDay(RateHeaders rate) {
    return rate.dailyLimit()
        || rate.type() == null && rate.limit() != null && rate.limit() >= SMALLEST_DAY;
  }

  private static void learn(@Nullable Budget day, int remaining) {
    if (day != null) {
      day.atMost(remaining);
    }
  }

  /**
   * What a limit is called: by the operation that has it itself, or that no other can be told for;
   * else by its label.
   */
  static String name(Operation operation, boolean own, boolean daily) {
    RateLabel label = operation.rateLabel();
    return own || label == null ? operation.name() : daily ? label + " of a day" : label.name();
  }

  private List<Counted> counted(Operation operation, Request request) {
    List<Counted> counted = new ArrayList<>();
    Budget today = dayOf(operation.rateLabel());
    if (today != null) {
      counted.add(new Counted(today, false, true));
    }
    for (CallLimit limit : operation.callLimits()) {
      boolean daily = UtcDay.isPeriodOf(limit);
      String pool = limit.pool().isEmpty() ? operation.name() : limit.pool();
      for (String subject : Subjects.of(operation, limit, request)) {
        String key = pool + " " + limit.period() + " " + subject;
        Budget budget =
            daily
                ? today(key, calls(limit))
                : budget(
                    key, () -> Budget.ofSpan(calls(limit), Duration.parse(limit.period()), clock));
        counted.add(new Counted(budget, true, daily));
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

  private @Nullable Budget dayOf(@Nullable RateLabel label) {
    int calls = label == null ? 0 : plan.callsADay(label);
    return calls == 0 ? null : today(plan.sharesDay(label) ? SHARED_DAY : label.name(), calls);
  }

  private Budget today(String key, int calls) {
    Instant end = UtcDay.endAfter(clock.instant());
    return budget(key, () -> Budget.ofDay(calls, end, clock));
  }

  /** Once a day those are forgotten that are full; a debt stays. */
  private Budget budget(String key, Supplier<Budget> fresh) {
    Instant end = UtcDay.endAfter(clock.instant());
    if (!end.equals(endOfDay)) {
      budgets.values().removeIf(Budget::isFull);
      endOfDay = end;
    }
    return budgets.computeIfAbsent(key, added -> fresh.get());
  }

  /** A budget that a call takes from; an own one where the operation has the limit itself. */
  private record Counted(Budget budget, boolean own, boolean daily) {}

  /**
   * A turn that a call has taken, or would have had to wait for too long.
   *
   * @param limit what it waits for most
   * @param kind of that limit
   * @param at when it comes, unless the window is paused
   * @param window the limit of its label; null where it has none, or is refused
   * @param inWindow when it comes by the time of the window
   * @param refused whether the wait would be too long; nothing is taken then
   */
  record Turn(
      String limit,
      RateLimitKind kind,
      Instant at,
      @Nullable LabelLimit window,
      long inWindow,
      boolean refused) {}
}
