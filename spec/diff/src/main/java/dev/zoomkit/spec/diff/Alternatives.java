package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Compares what a value may be one of. Alternatives of one name or type are taken for the same, and
 * compared with each other.
 */
final class Alternatives {
  private final Changes changes;

  Alternatives(Changes changes) {
    this.changes = changes;
  }

  void compare(
      Place place, SchemaView was, SchemaView is, Set<Side> sides, SchemaComparison schemas) {
    List<Found> gone = new ArrayList<>(was.alternatives());
    List<Found> come = new ArrayList<>(is.alternatives());
    pairs(gone, come, schemas::same);
    for (Found[] pair : pairs(gone, come, (one, other) -> name(one).equals(name(other)))) {
      Place at = place.of(name(pair[1].node()), pair[1].pointer());
      schemas.schema(at, pair[0], pair[1], sides);
    }
    gone.forEach(removed -> report("alternative-removed", place, removed.node(), sides));
    come.forEach(added -> report("alternative-added", place, added.node(), sides));
  }

  /** Takes out of two lists what belongs together. */
  private static List<Found[]> pairs(
      List<Found> gone, List<Found> come, BiPredicate<JsonNode, JsonNode> same) {
    List<Found[]> pairs = new ArrayList<>();
    for (Found one : List.copyOf(gone)) {
      for (Found other : List.copyOf(come)) {
        if (gone.contains(one) && same.test(one.node(), other.node())) {
          pairs.add(new Found[] {one, other});
          gone.remove(one);
          come.remove(other);
        }
      }
    }
    return pairs;
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
