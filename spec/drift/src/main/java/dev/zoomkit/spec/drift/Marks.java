package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What our description says of every property of a name: that it is secret, or personal. */
final class Marks {
  private static final List<String> KEYS = List.of("x-zoom-secret", "x-zoom-personal");

  private Marks() {}

  /**
   * The marks of a property.
   *
   * @param type the type that it has wherever it stands
   * @param keys the keys of the marks and their values; may be empty
   */
  record Mark(String type, Map<String, Boolean> keys) {}

  /** The marks by the property's name; a name whose properties do not agree has none. */
  static Map<String, Mark> of(OurFiles ours) {
    Map<String, Mark> marks = new HashMap<>();
    Set<String> torn = new HashSet<>();
    ours.trees()
        .forEach(
            (file, tree) -> {
              for (Map.Entry<String, JsonNode> property : tree.path("properties").properties()) {
                Map<String, Boolean> keys = new TreeMap<>();
                for (String key : KEYS) {
                  if (property.getValue().has(key)) {
                    keys.put(key, property.getValue().get(key).asBoolean());
                  }
                }
                Mark mark = new Mark(property.getValue().path("type").asText(), keys);
                Mark other = marks.putIfAbsent(property.getKey(), mark);
                if (other != null && !other.equals(mark)) {
                  torn.add(property.getKey());
                }
              }
            });
    marks.keySet().removeAll(torn);
    return marks;
  }
}
