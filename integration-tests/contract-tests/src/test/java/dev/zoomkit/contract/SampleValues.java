package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes values that fit a schema, of the size that is asked for. */
final class SampleValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of("a", "2026-11-23T10:00:00Z", "2026-11-23", "1", "10:00", "https://example.com/");

  private final BundledDescription description;

  SampleValues(BundledDescription description) {
    this.description = description;
  }

  /** The smallest value that fits: its default, its first value, or one of its type. */
  JsonNode of(JsonNode schema) {
    JsonNode fixed = description.keyword(schema, "default");
    JsonNode values = description.keyword(schema, "enum");
    if (fixed != null || values != null) {
      return fixed != null ? fixed : values.get(0);
    }
    return switch (description.type(schema)) {
      case "boolean" -> NODES.booleanNode(true);
      case "integer", "number" -> NODES.numberNode(number(schema, "minimum", 1));
      case "array" ->
          list(schema, of(description.items(schema)), (int) number(schema, "minItems", 0));
      case "object", "" -> object(schema);
      default -> text(schema, (int) number(schema, "minLength", 1));
    };
  }

  /** An object with the members that it has to have. */
  ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    for (String name : required(schema)) {
      object.set(name, of(description.properties(schema).get(name)));
    }
    return object;
  }

  /** A value with all that the schema has. */
  JsonNode whole(JsonNode schema) {
    Map<String, JsonNode> properties = description.properties(schema);
    if (!properties.isEmpty()) {
      ObjectNode object = NODES.objectNode();
      properties.forEach((name, property) -> object.set(name, whole(property)));
      return object;
    }
    JsonNode items = description.items(schema);
    return items == null ? of(schema) : NODES.arrayNode().add(whole(items));
  }

  Set<String> required(JsonNode schema) {
    Set<String> names = new LinkedHashSet<>();
    description
        .parts(schema)
        .forEach(part -> part.path("required").forEach(name -> names.add(name.textValue())));
    return names;
  }

  /** A list of that many items: all values of an enumeration in turn, or one item numbered. */
  ArrayNode list(JsonNode schema, JsonNode item, int size) {
    ArrayNode list = NODES.arrayNode();
    JsonNode items = description.items(schema);
    JsonNode values = description.keyword(items, "enum");
    for (int i = 0; i < size; i++) {
      list.add(values == null ? numbered(items, item, i) : values.get(i % values.size()));
    }
    return list;
  }

  /** The item with other texts wherever they may be others, because a list may not repeat. */
  private JsonNode numbered(JsonNode schema, JsonNode item, int i) {
    if (item.isObject()) {
      ObjectNode object = item.deepCopy();
      Map<String, JsonNode> properties = description.properties(schema);
      properties.forEach(
          (name, property) -> {
            if (object.has(name)) {
              object.set(name, numbered(property, object.get(name), i));
            }
          });
      return object;
    }
    JsonNode other = NODES.textNode("n" + i + item.asText());
    return item.isTextual() && description.faults(schema, other).isEmpty() ? other : item;
  }

  /** A text of that many characters, an address where the usual value is one. */
  JsonNode text(JsonNode schema, JsonNode usual, int length) {
    return usual.asText().contains("@") ? NODES.textNode(address(length)) : text(schema, length);
  }

  /** A text of that many characters, or a few more where its form needs them. */
  JsonNode text(JsonNode schema, int length) {
    JsonNode format = description.keyword(schema, "format");
    JsonNode pattern = description.keyword(schema, "pattern");
    if (pattern != null) {
      return NODES.textNode(
          TEXTS.stream()
              .filter(text -> description.faults(schema, NODES.textNode(text)).isEmpty())
              .findFirst()
              .orElseThrow());
    }
    return NODES.textNode(
        switch (format == null ? "" : format.textValue()) {
          case "date" -> "2026-11-10";
          case "date-time" -> "2026-11-10T10:00:00Z";
          case "email" -> address(length);
          case "uri" -> "https://example.com/" + "a".repeat(Math.max(0, length - 20));
          default -> "a".repeat(Math.max(0, length));
        });
  }

  private static String address(int length) {
    return "a@" + labels(length - 13) + "example.com";
  }

  /** Parts of a host's name, each with its dot, none longer than a name may be. */
  private static String labels(int length) {
    StringBuilder labels = new StringBuilder();
    while (length - labels.length() >= 2) {
      int rest = length - labels.length();
      int label = Math.min(rest == 51 ? 48 : 50, rest);
      labels.append("a".repeat(label - 1)).append('.');
    }
    return labels.toString();
  }

  /** The number that a keyword states; another one where the schema does not have it. */
  long number(JsonNode schema, String keyword, long otherwise) {
    JsonNode stated = description.keyword(schema, keyword);
    return stated == null ? otherwise : stated.longValue();
  }
}
