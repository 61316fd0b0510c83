package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Finds the schemas that have another name: where the one was referred to, the other now is. */
final class Renames {
  private Renames() {}

  /** The new names by the old ones. */
  static Map<String, String> of(JsonNode base, JsonNode now) {
    JsonNode before = base.at("/components/schemas");
    JsonNode after = now.at("/components/schemas");
    Map<String, String> references = new HashMap<>();
    collect(new Found("", now), references);
    Map<String, String> earlier = new TreeMap<>();
    collect(new Found("", base), earlier);
    Map<String, String> renames = new TreeMap<>();
    earlier.forEach(
        (pointer, old) -> {
          String name = references.getOrDefault(pointer, old);
          if (!after.has(old) && !before.has(name) && !renames.containsValue(name)) {
            renames.putIfAbsent(old, name);
          }
        });
    return renames;
  }

  private static void collect(Found at, Map<String, String> references) {
    String component = SchemaView.component(at.node());
    if (!component.isEmpty()) {
      references.put(at.pointer(), component);
    } else {
      at.children().forEach(child -> collect(child, references));
    }
  }
}
