package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares what a value may be one of. Alternatives of one name or type are taken for the same. */
final class Alternatives {
  private final Changes changes;

  Alternatives(Changes changes) {
    this.changes = changes;
  }

  void compare(
      Place place, SchemaView was, SchemaView is, Set<Side> sides, SchemaComparison schemas) {
    List<Found> left = new ArrayList<>(is.alternatives());
    for (Found alternative : was.alternatives()) {
      Found same =
          left.stream()
              .filter(other -> schemas.same(alternative.node(), other.node()))
              .findFirst()
              .orElse(null);
      if (same == null) {
        report("alternative-removed", place, alternative.node(), sides);
      } else {
        left.remove(same);
      }
    }
    left.forEach(added -> report("alternative-added", place, added.node(), sides));
  }

  private void report(String stem, Place place, JsonNode alternative, Set<Side> sides) {
    for (Side side : sides) {
      changes.named(side.rule(stem), place, name(alternative));
    }
  }

  private static String name(JsonNode alternative) {
    String component = SchemaView.component(alternative);
    String format = alternative.path("format").asText();
    String type = alternative.path("type").asText("object");
    return !component.isEmpty() ? component : format.isEmpty() ? type : format;
  }
}
