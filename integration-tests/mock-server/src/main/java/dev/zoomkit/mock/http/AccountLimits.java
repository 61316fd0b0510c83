package dev.zoomkit.mock.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Zoom's rate limits for the mock's account, over all of its apps: those of the labels in whole
 * seconds or minutes, those of the day that begins at 00:00 UTC, those that an operation has for
 * itself, and one call at a time where Zoom takes no more. A refused call counts for nothing.
 * Thread-safe.
 */
public final class AccountLimits {
  private static final String DAY = "P1D";

  /** The pool of what a host does, by whichever of the host's meetings or webinars. */
  private static final String HOST = "host";

  private final Clock clock;
  private final @Nullable PlanLimits plan;
  private final Map<String, Window> windows = new HashMap<>();
  private final Map<String, Integer> today = new HashMap<>();
  private final Map<String, Instant> nextOfSpan = new HashMap<>();
  private final Map<String, Integer> underWay = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  /** Keeps the limits of a plan; none where it is null. */
  public AccountLimits(Clock clock, @Nullable PlanLimits plan) {
    this.clock = clock;
    this.plan = plan;
  }

  /** Whether a call counts in the day of a host. */
  boolean countsForHost(Call call) {
    return plan != null
        && call.operation().limits().stream().anyMatch(limit -> limit.pool().equals(HOST));
  }

  /** Forgets every call. */
  public synchronized void clear() {
    windows.clear();
    today.clear();
    nextOfSpan.clear();
    underWay.clear();
  }

  /** Counts calls of another app, as many as the limits let through. */
  public synchronized int use(String category, int calls) {
    int taken = 0;
    while (plan != null && taken < calls && ofLabel(plan, category) == null) {
      count(plan, category);
      taken++;
    }
    return taken;
  }

  /**
   * Counts a call, which {@link #leave} ends; what is returned refuses it, null does not.
   *
   * @param host the host whose day the call counts in; null where there is none
   */
  synchronized @Nullable Response enter(Call call, @Nullable String host) {
    if (plan == null) {
      return null;
    }
    DescribedOperation operation = call.operation();
    String category = operation.rateCategory();
    Response refusal = concurrent(call);
    if (refusal == null) {
      refusal = ofLabel(plan, category);
    }
    if (refusal == null) {
      refusal = ofOperation(call, host, plan);
    }
    if (refusal == null) {
      count(plan, category);
      exclusions(call).forEach(key -> underWay.merge(key, 1, Integer::sum));
    }
    return refusal;
  }

  /** Ends a call that was let through, unless it was forgotten meanwhile. */
  synchronized void leave(Call call) {
    if (plan != null) {
      exclusions(call)
          .forEach(
              key -> underWay.computeIfPresent(key, (same, calls) -> calls > 1 ? calls - 1 : null));
    }
  }

  /** What Zoom says of the limits with every response of a status, by header. */
  synchronized Map<String, String> headers(String category, int status) {
    PlanLimits shown = plan == null ? PlanLimits.PRO : plan;
    Window window = window(category);
    int left = plan == null ? shown.calls(category) - 1 : shown.calls(category) - window.count;
    Map<String, String> told = new HashMap<>();
    told.put("X-RateLimit-Category", category);
    told.put("X-RateLimit-Limit", Integer.toString(shown.calls(category)));
    told.put("X-RateLimit-Remaining", Integer.toString(Math.max(0, left)));
    if (status != 429) {
      told.put("X-RateLimit-Reset", Long.toString(window.end));
    }
    return told;
  }

  private @Nullable Response ofLabel(PlanLimits plan, String category) {
    int aDay = plan.callsADay(category);
    if (aDay > 0 && usedToday(plan.dayOf(category)) >= aDay) {
      return tooMany("The limit of calls a day is reached.", "Daily-limit")
          .withHeader("X-RateLimit-Limit", Integer.toString(aDay))
          .withHeader("X-RateLimit-Remaining", "0")
          .withHeader("Retry-After", midnight().toString());
    }
    Window window = window(category);
    return window.count < plan.calls(category)
        ? null
        : tooMany("The limit of calls a second is reached.", "QPS")
            .withHeader("X-RateLimit-Remaining", "0")
            .withHeader("X-RateLimit-Reset", Long.toString(window.end));
  }

  private void count(PlanLimits plan, String category) {
    window(category).count++;
    today.merge(plan.dayOf(category), 1, Integer::sum);
  }

  /** Counts the call for the limits of its operation, unless one of them refuses it. */
  private @Nullable Response ofOperation(Call call, @Nullable String host, PlanLimits plan) {
    List<String> days = new ArrayList<>();
    Map<String, Duration> spans = new HashMap<>();
    for (Limit limit : call.operation().limits()) {
      String pool = limit.pool().isEmpty() ? call.operation().id() : limit.pool();
      boolean ofHost = host != null && limit.pool().equals(HOST);
      for (String subject : ofHost ? Set.of("/" + host) : subjects(call, limit.by())) {
        String key = pool + subject;
        if (!limit.period().equals(DAY)) {
          Instant next = nextOfSpan.getOrDefault(key, Instant.MIN);
          if (clock.instant().isBefore(next)) {
            return tooMany("The limit of this call is reached.", "QPS")
                .withHeader("X-RateLimit-Remaining", "0")
                .withHeader("X-RateLimit-Reset", Long.toString(ceiling(next)));
          }
          spans.put(key, Duration.parse(limit.period()).dividedBy(limit.calls(plan.name())));
        } else if (usedToday(key) >= limit.calls(plan.name())) {
          return Response.error(
              429, 429, "The limit of this call is reached; it can be resumed at GMT 00:00:00.");
        } else {
          days.add(key);
        }
      }
    }
    days.forEach(key -> today.merge(key, 1, Integer::sum));
    spans.forEach((key, span) -> nextOfSpan.put(key, clock.instant().plus(span)));
    return null;
  }

  private static Set<String> subjects(Call call, List<String> names) {
    Set<String> subjects = Set.of("");
    for (String name : names) {
      Set<String> longer = new HashSet<>();
      for (String value : values(call, name)) {
        subjects.forEach(subject -> longer.add(subject + "/" + value));
      }
      subjects = longer;
    }
    return subjects;
  }

  private static Set<String> values(Call call, String name) {
    if (!name.startsWith("body.")) {
      String value = call.path(name);
      return value == null ? Set.of() : Set.of(value);
    }
    List<JsonNode> found = List.of(call.body());
    for (String field : name.substring("body.".length()).split("\\.")) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : found) {
        JsonNode value = node.path(field);
        if (value.isArray()) {
          value.forEach(next::add);
        } else {
          next.add(value);
        }
      }
      found = next;
    }
    Set<String> values = new HashSet<>();
    found.stream().filter(JsonNode::isValueNode).forEach(node -> values.add(node.asText()));
    values.remove("");
    return values;
  }

  private @Nullable Response concurrent(Call call) {
    boolean alone = call.operation().runsAlone();
    for (String key : exclusions(call)) {
      boolean exclusive = alone || !key.startsWith("category ") || isRunning(key + " alone");
      if (exclusive && isRunning(key)) {
        return Response.error(429, 429, "There are too many concurrent requests.");
      }
    }
    return null;
  }

  private boolean isRunning(String key) {
    return underWay.getOrDefault(key, 0) > 0;
  }

  /** What no other call, or no call that is alone, may have in common with the call. */
  private static Set<String> exclusions(Call call) {
    Set<String> keys = new HashSet<>();
    String category = "category " + call.operation().category();
    keys.add(category);
    if (call.operation().runsAlone()) {
      keys.add(category + " alone");
    }
    String user = call.path("userId");
    if (call.operation().method().equals("DELETE") && user != null) {
      keys.add("delete " + user);
    }
    return keys;
  }

  private Window window(String category) {
    long seconds = PlanLimits.seconds(category);
    long end = (clock.instant().getEpochSecond() / seconds + 1) * seconds;
    Window window = windows.get(category);
    if (window == null || window.end != end) {
      window = new Window(end);
      windows.put(category, window);
    }
    return window;
  }

  private int usedToday(String key) {
    LocalDate now = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!now.equals(day)) {
      today.clear();
      day = now;
    }
    return today.getOrDefault(key, 0);
  }

  private Instant midnight() {
    return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }

  private static long ceiling(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }

  private static Response tooMany(String message, String type) {
    return Response.error(429, 429, message).withHeader("X-RateLimit-Type", type);
  }

  /** The calls until a second, by Zoom's clock. */
  private static final class Window {
    private final long end;
    private int count;

    Window(long end) {
      this.end = end;
    }
  }
}
