package dev.zoomkit.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.zoomkit.contract.BundledDescription;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values for a schema: at, below and above each of its limits, and such as nobody expects. */
final class Values {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String LOAF = "\ud83c\udf5e";

  private final BundledDescription description;

  Values(BundledDescription description) {
    this.description = description;
  }

  /** One of the values that are at an edge of a schema, or beside it. */
  JsonNode edgy(JsonNode schema, Random random) {
    List<JsonNode> values = new ArrayList<>();
    limits(schema, random, values);
    return switch (random.nextInt(values.isEmpty() ? 3 : 6)) {
      case 0 -> NODES.textNode(one(Oddities.TEXTS, random));
      case 1 -> NODES.rawValueNode(new RawValue(one(Oddities.TOKENS, random)));
      case 2 -> one(wrongTypes(), random);
      default -> one(values, random);
    };
  }

  /** The same for a parameter, of which a request has a text. */
  String edgyText(JsonNode schema, Random random) {
    List<JsonNode> values = new ArrayList<>();
    limits(schema, random, values);
    if (values.isEmpty() || random.nextInt(3) == 0) {
      return one(Oddities.TEXTS, random);
    }
    JsonNode value = one(values, random);
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add(item.asText()));
    return value.isArray() ? String.join(",", items) : value.asText();
  }

  private static List<JsonNode> wrongTypes() {
    return List.of(
        NODES.nullNode(),
        NODES.booleanNode(true),
        NODES.numberNode(7),
        NODES.numberNode(1.5),
        NODES.textNode("7"),
        NODES.arrayNode(),
        NODES.arrayNode().addNull(),
        NODES.arrayNode().add(NODES.arrayNode().add(1)),
        NODES.objectNode(),
        NODES.objectNode().putNull("id"));
  }

  private void limits(JsonNode schema, Random random, List<JsonNode> values) {
    for (String bound : List.of("minimum", "maximum")) {
      JsonNode limit = description.keyword(schema, bound);
      for (int by = -1; limit != null && by <= 1; by++) {
        BigInteger number = limit.decimalValue().toBigInteger().add(BigInteger.valueOf(by));
        values.add(NODES.numberNode(number));
      }
    }
    for (String bound : List.of("minLength", "maxLength")) {
      JsonNode limit = description.keyword(schema, bound);
      for (int by = -1; limit != null && by <= 1; by++) {
        int length = Math.max(0, limit.intValue() + by);
        values.add(NODES.textNode("x".repeat(length)));
        values.add(NODES.textNode(LOAF.repeat(length)));
      }
    }
    for (String bound : List.of("minItems", "maxItems")) {
      JsonNode limit = description.keyword(schema, bound);
      for (int by = -1; limit != null && by <= 1; by++) {
        values.add(array(schema, Math.max(0, limit.intValue() + by), random));
      }
    }
    JsonNode members = description.keyword(schema, "enum");
    if (members != null) {
      members.forEach(values::add);
      values.add(NODES.textNode(members.get(0).asText().toUpperCase(Locale.ROOT)));
      values.add(NODES.textNode(members.get(0).asText() + " "));
    }
    JsonNode format = description.keyword(schema, "format");
    if (format != null) {
      Oddities.FORMATS
          .getOrDefault(format.asText(), List.of())
          .forEach(text -> values.add(NODES.textNode(text)));
    }
    if (description.keyword(schema, "pattern") != null) {
      Oddities.FORMATS.get("date-time").forEach(text -> values.add(NODES.textNode(text)));
    }
    if (description.type(schema).equals("array")) {
      values.add(array(schema, 2, random));
    }
  }

  private ArrayNode array(JsonNode schema, int length, Random random) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < length; i++) {
      array.add(usual(description.items(schema), random, 0));
    }
    return array;
  }

  /** A value that nothing is wrong with, with about half of what is optional. */
  JsonNode usual(@Nullable JsonNode schema, Random random, int depth) {
    if (schema == null) {
      return NODES.textNode("x");
    }
    JsonNode members = description.keyword(schema, "enum");
    JsonNode example = description.keyword(schema, "example");
    if (members != null) {
      return members.get(random.nextInt(members.size()));
    } else if (example != null && random.nextInt(3) > 0) {
      return example;
    }
    return switch (description.type(schema)) {
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer", "number" -> number(schema, random);
      case "array" -> {
        JsonNode least = description.keyword(schema, "minItems");
        JsonNode most = description.keyword(schema, "maxItems");
        int length = (least == null ? 0 : least.intValue()) + random.nextInt(3);
        yield array(schema, most == null ? length : Math.min(length, most.intValue()), random);
      }
      case "object", "" -> object(schema, random, depth);
      default -> text(schema, random);
    };
  }

  private JsonNode number(JsonNode schema, Random random) {
    JsonNode least = description.keyword(schema, "minimum");
    JsonNode most = description.keyword(schema, "maximum");
    long from = least == null ? 0 : least.longValue();
    long to = most == null ? from + 100 : most.longValue();
    return NODES.numberNode(from + (long) (random.nextDouble() * (to - from)));
  }

  private ObjectNode object(JsonNode schema, Random random, int depth) {
    ObjectNode object = NODES.objectNode();
    List<String> required = new ArrayList<>();
    JsonNode names = description.keyword(schema, "required");
    if (names != null) {
      names.forEach(name -> required.add(name.asText()));
    }
    description
        .properties(schema)
        .forEach(
            (name, property) -> {
              if (required.contains(name) || depth < 4 && random.nextInt(2 + depth) == 0) {
                object.set(name, usual(property, random, depth + 1));
              }
            });
    return object;
  }

  private JsonNode text(JsonNode schema, Random random) {
    JsonNode format = description.keyword(schema, "format");
    if (format != null && Oddities.FORMATS.containsKey(format.asText())) {
      return NODES.textNode(Oddities.FORMATS.get(format.asText()).get(0));
    }
    JsonNode least = description.keyword(schema, "minLength");
    JsonNode most = description.keyword(schema, "maxLength");
    int from = least == null ? 1 : least.intValue();
    int to = most == null ? from + 20 : most.intValue();
    return NODES.textNode("Zoe x".repeat(to).substring(0, from + random.nextInt(to - from + 1)));
  }

  static <T> T one(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
