package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares the errors that an operation is known to have. */
final class KnownErrors {
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
    if (!before.path("missing").equals(after.path("missing"))) {
      changes.valued(
          "error-kind-changed", place, code, before.path("missing"), after.path("missing"));
    }
    if (!before.path("absent").equals(after.path("absent"))) {
      changes.valued(
          "error-kind-changed", place, code, before.path("absent"), after.path("absent"));
    }
    for (String circumstance : new String[] {"when", "setting"}) {
      JsonNode was = before.path(circumstance);
      JsonNode is = after.path(circumstance);
      if (!was.equals(is)) {
        changes.valued("error-circumstances-changed", place, code, was, is);
      }
    }
    if (!before.path("meaning").equals(after.path("meaning"))) {
      changes.valued(
          "error-meaning-changed", place, code, before.path("meaning"), after.path("meaning"));
    }
  }
}
