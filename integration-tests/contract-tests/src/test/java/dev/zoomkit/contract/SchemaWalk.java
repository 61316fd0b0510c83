package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Goes through a schema, or through a value as a schema describes it. A place is a JSON pointer in
 * which {@code *} stands for any item of a list.
 */
final class SchemaWalk {

  /** What a value has at its places. */
  interface Visitor {
    /** A part of the value that the schema describes, the value as a whole among them. */
    default void described(String place, JsonNode schema, JsonNode value) {}

    /** A member that no property of the schema describes. */
    default void undescribed(String place, JsonNode value) {}
  }

  private final BundledDescription description;

  SchemaWalk(BundledDescription description) {
    this.description = description;
  }

  /** The schema of each place, the schema itself at the empty one. */
  Map<String, JsonNode> places(JsonNode schema) {
    Map<String, JsonNode> places = new LinkedHashMap<>();
    if (!schema.isMissingNode()) {
      collect(schema, "", places);
    }
    return places;
  }

  private void collect(JsonNode schema, String at, Map<String, JsonNode> places) {
    places.put(at, schema);
    JsonNode items = description.items(schema);
    if (items != null) {
      collect(items, at + "/*", places);
    }
    description
        .properties(schema)
        .forEach((name, property) -> collect(property, at + "/" + name, places));
  }

  /** The parts of which the schema at a place is made. */
  Stream<JsonNode> partsAt(JsonNode schema, String place) {
    Stream<JsonNode> parts = description.parts(schema);
    for (String name : place.isEmpty() ? new String[0] : place.substring(1).split("/")) {
      parts =
          parts
              .map(
                  part ->
                      name.equals("*") ? part.path("items") : part.path("properties").path(name))
              .filter(inner -> !inner.isMissingNode())
              .flatMap(description::parts);
    }
    return parts;
  }

  /** Shows a visitor what the value has; members of objects that have no properties are free. */
  void along(JsonNode schema, JsonNode value, Visitor visitor) {
    along(schema, value, "", visitor);
  }

  private void along(JsonNode schema, JsonNode value, String at, Visitor visitor) {
    visitor.described(at, schema, value);
    JsonNode items = description.items(schema);
    Map<String, JsonNode> properties = description.properties(schema);
    if (value.isArray() && items != null) {
      value.forEach(item -> along(items, item, at + "/*", visitor));
    } else if (value.isObject() && !properties.isEmpty()) {
      value
          .properties()
          .forEach(
              member -> {
                String place = at + "/" + member.getKey();
                JsonNode property = properties.get(member.getKey());
                if (property == null) {
                  visitor.undescribed(place, member.getValue());
                } else {
                  along(property, member.getValue(), place, visitor);
                }
              });
    }
  }
}
