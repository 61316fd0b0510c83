package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.Json;
import java.util.List;

/** Compares the values of enumerations. */
final class Enumerations {
  private final Changes changes;

  Enumerations(Changes changes) {
    this.changes = changes;
  }

  void compare(Place place, Side side, JsonNode before, JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      String rule = before.isMissingNode() ? "enum-added" : "enum-removed";
      changes.valued(side.rule(rule), place, before, after);
      return;
    }
    List<String> had = Json.texts(before);
    List<String> has = Json.texts(after);
    for (String value : had) {
      if (!has.contains(value)) {
        changes.named(side.rule("enum-value-removed"), place, value);
      }
    }
    for (String value : has) {
      if (!had.contains(value)) {
        changes.named(side.rule("enum-value-added"), place, value);
      }
    }
  }
}
