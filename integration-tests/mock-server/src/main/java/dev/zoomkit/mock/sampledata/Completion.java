package dev.zoomkit.mock.sampledata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives a response what its schema has and it lacks: the example's value, else the documented
 * default, else the first value of an enumeration, else one of its type. A list that is there stays
 * as long as it is, because it says what exists, unless it is within the response and empty in the
 * example, too. Not thread-safe.
 */
public final class Completion {
  private static final int LONGEST = 200;

  private final ValueGenerator generator;

  public Completion(ValueGenerator generator) {
    this.generator = generator;
  }

  /** Adds to an object, and to all that is within it. */
  public void complete(ObjectNode object, MergedSchema schema, JsonNode example) {
    for (String name : schema.names()) {
      MergedSchema property = schema.property(name);
      if (property == null) {
        continue;
      }
      JsonNode value = object.path(name);
      if (value.isMissingNode() || value.isNull() || isEmpty(value, example.path(name))) {
        value = made(name, property, example.path(name));
      }
      if (!value.isMissingNode()) {
        within(value, property, example.path(name));
        object.set(name, value);
      }
    }
  }

  private void within(JsonNode value, MergedSchema schema, JsonNode example) {
    MergedSchema items = schema.items();
    if (value instanceof ObjectNode inner) {
      complete(inner, schema, example);
    } else if (items != null && value.isArray()) {
      value.forEach(item -> within(item, items, example.path(0)));
    }
  }

  /** Missing where nothing fits. */
  private JsonNode made(String name, MergedSchema schema, JsonNode example) {
    return Stream.concat(Stream.of(example.deepCopy()), candidates(name, schema))
        .filter(value -> !value.isMissingNode() && !isEmptyList(value))
        .filter(schema::accepts)
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static boolean isEmpty(JsonNode value, JsonNode example) {
    return isEmptyList(value) && isEmptyList(example);
  }

  private static boolean isEmptyList(JsonNode value) {
    return value.isArray() && value.isEmpty();
  }

  private Stream<JsonNode> candidates(String name, MergedSchema schema) {
    if (schema.defaultValue() != null && !isEmptyList(schema.defaultValue())) {
      return Stream.of(schema.defaultValue().deepCopy());
    }
    return switch (schema.type()) {
      case "boolean" -> Stream.of(BooleanNode.TRUE);
      case "integer" ->
          Stream.concat(
              numbers(schema), IntStream.of(1, 0, 10, 100, 1000).mapToObj(IntNode::valueOf));
      case "number" -> Stream.of(DoubleNode.valueOf(1.5));
      case "array" -> IntStream.rangeClosed(1, 10).mapToObj(size -> list(name, schema, size));
      case "object", "" -> Stream.of(object(schema));
      default -> texts(name, schema);
    };
  }

  private static Stream<JsonNode> numbers(MergedSchema schema) {
    return schema.values().stream().map(value -> IntNode.valueOf(Integer.parseInt(value)));
  }

  private ObjectNode object(MergedSchema schema) {
    ObjectNode object = Json.object();
    complete(object, schema, MissingNode.getInstance());
    return object;
  }

  private ArrayNode list(String name, MergedSchema schema, int size) {
    ArrayNode list = Json.array();
    MergedSchema items = schema.items();
    for (int i = 0; items != null && i < size; i++) {
      JsonNode item = made(name, items, MissingNode.getInstance());
      if (!item.isMissingNode()) {
        list.add(item);
      }
    }
    return list;
  }

  /** A value of the enumeration, one of the format, the name itself, or a part or more of it. */
  private Stream<JsonNode> texts(String name, MergedSchema schema) {
    Stream<String> known =
        Stream.of(
            generator.timestamp(),
            generator.timestamp().substring(0, 10),
            name + "@example.com",
            "https://example.com/" + name);
    String filler = name + "-".repeat(LONGEST);
    Stream<String> plain =
        Stream.concat(
            Stream.of(name),
            IntStream.rangeClosed(1, LONGEST).mapToObj(length -> filler.substring(0, length)));
    Stream<String> texts = schema.format() == null ? plain : Stream.concat(known, plain);
    return Stream.concat(schema.values().stream(), texts).map(TextNode::valueOf);
  }
}
