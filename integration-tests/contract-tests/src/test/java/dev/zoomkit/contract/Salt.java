package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Values that are known by their look, in every place that the description marks as a secret or as
 * personal: whoever writes one of them down gives something away.
 */
final class Salt {

  /** What each text of it contains, in any case. */
  static final String TASTE = "sentinel";

  private static final String[] MARKS = {"x-zoom-secret", "x-zoom-personal"};
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 12;

  private final BundledDescription plain;
  private final Set<String> numbers = new HashSet<>();
  private int grains;

  Salt(BundledDescription plain) {
    this.plain = plain;
  }

  /** The description with salt in all its examples. */
  BundledDescription description() {
    return plain.with(
        root -> {
          root.at("/components/parameters").forEach(this::parameter);
          root.path("paths")
              .forEach(
                  methods ->
                      methods.forEach(
                          operation -> {
                            operation.path("parameters").forEach(this::parameter);
                            media(root, operation.path("requestBody"));
                            operation.path("responses").forEach(response -> media(root, response));
                          }));
          return root;
        });
  }

  /** Whether a text or a number is a grain of it, or has one in it. */
  boolean tastes(String value) {
    return value.toLowerCase(Locale.ROOT).contains(TASTE) || numbers.contains(value);
  }

  /** How many values there are. */
  int grains() {
    return grains;
  }

  private void parameter(JsonNode parameter) {
    if (parameter.has("schema") && isMarked(parameter.get("schema"))) {
      ((ObjectNode) parameter).set("example", grain(parameter.get("schema")));
    }
  }

  private void media(JsonNode root, JsonNode body) {
    for (JsonNode media : body.path("content")) {
      for (JsonNode reference : media.path("examples")) {
        JsonNode example =
            reference.has("$ref")
                ? root.at(reference.get("$ref").textValue().substring(1))
                : reference;
        JsonNode value = example.path("value");
        ((ObjectNode) example).set("value", salted(media.get("schema"), value, 0));
      }
    }
  }

  /** The value with salt where it belongs, also where the value has nothing yet. */
  private JsonNode salted(JsonNode schema, JsonNode value, int depth) {
    JsonNode items = plain.items(schema);
    Map<String, JsonNode> properties = plain.properties(schema);
    if (depth > DEEPEST) {
      return value;
    } else if (items != null) {
      return list(schema, items, value, depth);
    } else if (properties.isEmpty()) {
      return isMarked(schema) ? grain(schema) : value;
    } else if (!value.isObject() && !value.isMissingNode()) {
      return value;
    }
    ObjectNode salted = value.isObject() ? value.deepCopy() : JSON.objectNode();
    properties.forEach(
        (name, property) -> {
          JsonNode inside = salted(property, salted.path(name), depth + 1);
          if (!inside.isMissingNode()) {
            salted.set(name, inside);
          }
        });
    return salted.isEmpty() && value.isMissingNode() ? value : salted;
  }

  private JsonNode list(JsonNode schema, JsonNode items, JsonNode value, int depth) {
    if (isMarked(schema)) {
      return JSON.arrayNode().add(grain(items)).add(grain(items));
    }
    ArrayNode salted = JSON.arrayNode();
    for (JsonNode item : value) {
      salted.add(salted(items, item, depth + 1));
    }
    JsonNode first = salted.isEmpty() ? salted(items, MissingNode.getInstance(), depth + 1) : value;
    if (salted.isEmpty() && !first.isMissingNode()) {
      salted.add(first);
    }
    return salted.isEmpty() ? value : salted;
  }

  private boolean isMarked(JsonNode schema) {
    for (String mark : MARKS) {
      JsonNode marked = plain.keyword(schema, mark);
      if (marked != null && marked.booleanValue()) {
        return true;
      }
    }
    return false;
  }

  private JsonNode grain(JsonNode schema) {
    JsonNode format = plain.keyword(schema, "format");
    grains++;
    if (plain.type(schema).equals("integer")) {
      boolean large = format != null && format.textValue().equals("int64");
      long number = (large ? 98_765_000_000L : 987_650_000L) + grains;
      numbers.add(Long.toString(number));
      return large ? JSON.numberNode(number) : JSON.numberNode((int) number);
    } else if (format != null && format.textValue().equals("email")) {
      return JSON.textNode(TASTE + grains + "@salt.example");
    }
    return JSON.textNode("The " + TASTE + " " + grains);
  }
}
