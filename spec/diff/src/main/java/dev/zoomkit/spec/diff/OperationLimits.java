package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Compares how much a call may ask for, and how often. */
final class OperationLimits {
  private static final Set<String> TOLD_OF_LIMIT = Set.of("calls", "period", "by", "pool");
  private static final Set<String> TOLD_OF_WINDOW =
      Set.of("from", "to", "maxDays", "pastMonths", "zone");

  private final Changes changes;

  OperationLimits(Changes changes) {
    this.changes = changes;
  }

  /** Limits are one and the same where they count the same in the same period. */
  void compare(Place place, JsonNode before, JsonNode after) {
    Map<String, JsonNode> had = byWhatTheyCount(before);
    Map<String, JsonNode> has = byWhatTheyCount(after);
    Lists.compare(
        had.keySet(),
        has.keySet(),
        limit -> changes.named("limit-removed", place, limit),
        limit -> changes.named("limit-added", place, limit));
    had.forEach((limit, was) -> limit(place, limit, was, has.getOrDefault(limit, was)));
  }

  private void limit(Place place, String limit, JsonNode was, JsonNode is) {
    JsonNode before = was.path("calls");
    JsonNode after = is.path("calls");
    if (!before.equals(after)) {
      String rule = least(after, before) ? "limit-narrowed" : "limit-widened";
      changes.valued(rule, place, limit, before, after);
    }
    Place at = place.of("x-zoom-limits", place.pointer()).of(limit, place.pointer());
    changes.others("extension-changed", at, was, is, TOLD_OF_LIMIT);
  }

  private static Map<String, JsonNode> byWhatTheyCount(JsonNode limits) {
    Map<String, JsonNode> byWhatTheyCount = new LinkedHashMap<>();
    for (JsonNode limit : limits) {
      String by = limit.has("by") ? " by " + limit.get("by") : "";
      String pool = limit.has("pool") ? " with " + limit.get("pool").asText() : "";
      byWhatTheyCount.put(limit.path("period").asText() + by + pool, limit);
    }
    return byWhatTheyCount;
  }

  /** Whether some account may make fewer calls. */
  private static boolean least(JsonNode now, JsonNode before) {
    for (String plan : new String[] {"FREE", "PRO", "BUSINESS"}) {
      if (of(now, plan) < of(before, plan)) {
        return true;
      }
    }
    return false;
  }

  private static long of(JsonNode calls, String plan) {
    return calls.isObject() ? calls.path(plan).asLong() : calls.asLong();
  }

  /** Compares the spans of days that a call may cover. */
  void window(Place place, JsonNode before, JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      changes.comparedValue("window", place, before, after);
      return;
    }
    String was = before.path("from").asText() + " and " + before.path("to").asText();
    String is = after.path("from").asText() + " and " + after.path("to").asText();
    if (!was.equals(is)) {
      changes.add("window-parameters-changed", place, Map.of("before", was, "after", is));
    }
    limit("window-days", place, before.path("maxDays"), after.path("maxDays"));
    limit("window-months", place, before.path("pastMonths"), after.path("pastMonths"));
    changes.comparedValue("window-zone", place, before.path("zone"), after.path("zone"));
    Place at = place.of("x-zoom-date-window", place.pointer());
    changes.others("extension-changed", at, before, after, TOLD_OF_WINDOW);
  }

  /** Compares two largest numbers, of which a missing one is the larger. */
  void limit(String stem, Place place, JsonNode before, JsonNode after) {
    if (!before.equals(after)) {
      boolean narrower =
          before.isMissingNode() || !after.isMissingNode() && after.asLong() < before.asLong();
      changes.valued(stem + (narrower ? "-narrowed" : "-widened"), place, before, after);
    }
  }
}
