package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values on both sides of each constraining keyword of a schema. */
final class BoundaryValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final BundledDescription description;
  private final SampleValues samples;

  BoundaryValues(BundledDescription description) {
    this.description = description;
    this.samples = new SampleValues(description);
  }

  /**
   * The sides of the keywords that stand at the schema itself, without those of its properties.
   *
   * @param usual a value that fits
   */
  Map<String, KeywordSides> of(JsonNode schema, JsonNode usual) {
    Map<String, KeywordSides> sides = new LinkedHashMap<>();
    description
        .conjuncts(schema)
        .flatMap(part -> part.properties().stream())
        .forEach(
            keyword -> {
              KeywordSides both = of(keyword.getKey(), keyword.getValue(), schema, usual);
              if (both != null) {
                sides.put(keyword.getKey(), both);
              }
            });
    return sides;
  }

  /** Null for a keyword that constrains nothing. */
  private @Nullable KeywordSides of(
      String keyword, JsonNode stated, JsonNode schema, JsonNode usual) {
    return switch (keyword) {
      case "type" -> KeywordSides.of(usual, otherThan(stated.textValue()));
      case "oneOf" -> oneOf(stated);
      case "enum" -> new KeywordSides(stated.valueStream().toList(), List.of(noneOf(stated)), true);
      case "pattern" -> KeywordSides.of(usual, NODES.textNode("~"));
      case "format" -> format(stated.textValue(), usual);
      case "minimum" -> KeywordSides.of(stated, number(stated.longValue() - 1));
      case "maximum" -> KeywordSides.of(stated, number(stated.longValue() + 1));
      case "minLength" -> length(stated.intValue(), -1, schema, usual);
      case "maxLength" -> length(stated.intValue(), 1, schema, usual);
      case "minItems" -> size(stated.intValue(), -1, schema, usual);
      case "maxItems" -> size(stated.intValue(), 1, schema, usual);
      default -> null;
    };
  }

  private KeywordSides length(int length, int beyond, JsonNode schema, JsonNode usual) {
    JsonNode values = description.keyword(schema, "enum");
    return KeywordSides.of(
        values == null ? samples.text(schema, usual, length) : values.get(0),
        samples.text(schema, usual, length + beyond));
  }

  private KeywordSides size(int size, int beyond, JsonNode schema, JsonNode usual) {
    JsonNode item =
        usual.path(0).isMissingNode() ? samples.of(description.items(schema)) : usual.get(0);
    ArrayNode same = NODES.arrayNode();
    for (int i = 0; i < size; i++) {
      same.add(item);
    }
    return new KeywordSides(
        List.of(same, samples.list(schema, item, size)),
        List.of(samples.list(schema, item, size + beyond)),
        false);
  }

  private static JsonNode otherThan(String type) {
    return switch (type) {
      case "object" -> NODES.textNode("no object");
      case "array" -> NODES.textNode("no list");
      case "boolean" -> NODES.textNode("maybe");
      case "integer", "number" -> NODES.textNode("many");
      default -> NODES.objectNode();
    };
  }

  /** A value of each alternative; and a text, or a truth value, that is none of them. */
  private KeywordSides oneOf(JsonNode alternatives) {
    boolean anyText =
        alternatives
            .valueStream()
            .anyMatch(each -> description.faults(each, NODES.textNode("none")).isEmpty());
    return new KeywordSides(
        alternatives.valueStream().map(samples::of).toList(),
        List.of(anyText ? NODES.booleanNode(true) : NODES.textNode("none")),
        true);
  }

  private static JsonNode noneOf(JsonNode values) {
    if (values.get(0).isTextual()) {
      return NODES.textNode("no-such-value");
    }
    long largest = values.valueStream().mapToLong(JsonNode::longValue).max().orElseThrow();
    return number(largest + 1);
  }

  /** Null for a format that only says how a value is to be read. */
  private static @Nullable KeywordSides format(String format, JsonNode usual) {
    return switch (format) {
      case "email", "uri" -> KeywordSides.of(usual, NODES.textNode("no such form"));
      case "date", "date-time" -> KeywordSides.of(usual, NODES.textNode("next Tuesday"));
      case "int32" -> KeywordSides.of(usual, number(1L << 31));
      case "int64" -> KeywordSides.of(usual, NODES.numberNode(BigInteger.ONE.shiftLeft(63)));
      default -> null;
    };
  }

  private static JsonNode number(long value) {
    return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }
}
