package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Compares the errors that an operation is known to have. */
final class KnownErrors {
  /** By each key of an error, the rule that a change of it falls under. */
  private static final Map<String, String> RULES = new LinkedHashMap<>();

  static {
    RULES.put("missing", "error-kind-changed");
    RULES.put("absent", "error-kind-changed");
    RULES.put("when", "error-circumstances-changed");
    RULES.put("setting", "error-circumstances-changed");
    RULES.put("meaning", "error-meaning-changed");
  }

  /** What makes two errors one and the same. */
  private static final Set<String> KEY = Set.of("status", "code");

  private final Changes changes;

  KnownErrors(Changes changes) {
    this.changes = changes;
  }

  void compare(Place place, JsonNode before, JsonNode after) {
    Map<String, JsonNode> had = byCode(before);
    Map<String, JsonNode> has = byCode(after);
    Lists.compare(
        had.keySet(),
        has.keySet(),
        error -> changes.named("error-removed", place, error),
        error -> changes.named("error-added", place, error));
    had.forEach((code, error) -> error(place, code, error, has.getOrDefault(code, error)));
  }

  private static Map<String, JsonNode> byCode(JsonNode errors) {
    Map<String, JsonNode> byCode = new LinkedHashMap<>();
    for (JsonNode error : errors) {
      String code = error.has("code") ? " " + error.get("code").asText() : "";
      byCode.put(error.path("status").asText() + code, error);
    }
    return byCode;
  }

  private void error(Place place, String code, JsonNode before, JsonNode after) {
    RULES.forEach(
        (key, rule) -> {
          JsonNode was = before.path(key);
          JsonNode is = after.path(key);
          if (!was.equals(is)) {
            changes.valued(rule, place, code, was, is);
          }
        });
    Set<String> told = new HashSet<>(RULES.keySet());
    told.addAll(KEY);
    Place at = place.of("x-zoom-errors", place.pointer()).of(code, place.pointer());
    changes.others("extension-changed", at, before, after, told);
  }
}
