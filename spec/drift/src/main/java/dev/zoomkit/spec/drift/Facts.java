package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an operation takes and returns, field by field, by its place: {@code query page_size},
 * {@code header X-Trace}, {@code request settings.auto_recording}, {@code response users[].id}.
 */
final class Facts {
  private final Map<String, Fact> facts = new LinkedHashMap<>();

  /**
   * One parameter or field.
   *
   * @param schema what it is, plain
   * @param required whether it is always there
   */
  record Fact(ObjectNode schema, boolean required, boolean deprecated) {}

  /** By place; what is within something else comes after it. */
  Map<String, Fact> byPlace() {
    return facts;
  }

  /**
   * A parameter; those of the path are told by the operation's path.
   *
   * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
   */
  void parameter(String in, String name, ObjectNode schema, boolean required, boolean deprecated) {
    if (!in.equals("path")) {
      facts.putIfAbsent(in + " " + name, new Fact(schema, required, deprecated));
    }
  }

  /**
   * A body and all that is within.
   *
   * @param side {@code request} or {@code response}
   */
  void body(String side, ObjectNode schema) {
    within(side + " ", schema);
  }

  private void within(String place, ObjectNode schema) {
    if (schema.get("items") instanceof ObjectNode items) {
      String inner = place + "[]";
      facts.put(inner, new Fact(items, false, false));
      within(inner, items);
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ObjectNode value = (ObjectNode) property.getValue();
      String inner = place + (place.endsWith(" ") ? "" : ".") + property.getKey();
      boolean required = false;
      for (JsonNode name : schema.path("required")) {
        required |= name.asText().equals(property.getKey());
      }
      facts.put(inner, new Fact(value, required, value.path("deprecated").asBoolean()));
      within(inner, value);
    }
  }

  /** The place that another is in; empty where it is in none. */
  static String outer(String place) {
    if (place.endsWith("[]")) {
      return place.substring(0, place.length() - 2);
    }
    int dot = place.lastIndexOf('.');
    return dot < 0 ? "" : place.substring(0, dot);
  }
}
