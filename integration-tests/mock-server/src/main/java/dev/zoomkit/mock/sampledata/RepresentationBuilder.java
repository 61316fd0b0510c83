package dev.zoomkit.mock.sampledata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON that the description allows. What a request says is taken over by name; what it could
 * have said and did not is the documented default, or absent; what only Zoom can say comes from the
 * description's example, with the things at hand in the place of the example's. Not thread-safe.
 */
public final class RepresentationBuilder {
  private static final MissingNode MISSING = MissingNode.getInstance();
  private final ValueGenerator generator;

  public RepresentationBuilder(ValueGenerator generator) {
    this.generator = generator;
  }

  /** An object as a response shows it; {@code creating} dates it now and makes its links new. */
  public ObjectNode object(
      MergedSchema schema,
      Input input,
      JsonNode example,
      Substitutions substitutions,
      boolean creating) {
    ObjectNode object = Json.object();
    for (String name : schema.names()) {
      MergedSchema property = schema.property(name);
      if (property != null) {
        set(object, name, property, input, example, substitutions, creating);
      }
    }
    require(object, schema, example, substitutions);
    return object;
  }

  /** An object of the given properties. */
  public ObjectNode object(
      Map<String, MergedSchema> properties,
      Input input,
      JsonNode example,
      Substitutions substitutions,
      boolean creating) {
    ObjectNode object = Json.object();
    for (var property : properties.entrySet()) {
      set(object, property.getKey(), property.getValue(), input, example, substitutions, creating);
    }
    return object;
  }

  private void set(
      ObjectNode object,
      String name,
      MergedSchema schema,
      Input input,
      JsonNode example,
      Substitutions substitutions,
      boolean creating) {
    Input part = input.property(name);
    JsonNode sample = example.path(name);
    JsonNode value =
        part.isGiven()
            ? adopted(schema, part, sample, substitutions, creating)
            : part.couldBeGiven()
                ? unsaid(schema, part, sample, substitutions, creating)
                : served(name, schema, sample, substitutions, creating);
    if (schema.suits(value)) {
      object.set(name, value);
    }
  }

  /** Takes over what was said; an object in which Zoom has a say too is completed. */
  private JsonNode adopted(
      MergedSchema schema,
      Input input,
      JsonNode example,
      Substitutions substitutions,
      boolean creating) {
    if (input.value().isObject() && isSharedWithin(schema, input.schema(), example)) {
      return object(schema, input, example, substitutions, creating);
    }
    MergedSchema item = schema.items();
    MergedSchema inputItem = input.schema() == null ? null : input.schema().items();
    if (input.value().isArray()
        && item != null
        && isSharedWithin(item, inputItem, example.path(0))) {
      ArrayNode array = Json.array();
      for (JsonNode element : input.value()) {
        array.add(
            object(item, new Input(inputItem, element), example.path(0), substitutions, creating));
      }
      return array;
    }
    return input.value();
  }

  /**
   * The default of what was left unsaid; of an object what Zoom has to say in it, of one that is
   * all the caller's nothing.
   */
  private JsonNode unsaid(
      MergedSchema schema,
      Input input,
      JsonNode example,
      Substitutions substitutions,
      boolean creating) {
    if (input.value().isNull()) {
      return MISSING;
    }
    JsonNode value = input.schema() == null ? null : input.schema().defaultValue();
    if (value == null) {
      value = schema.defaultValue();
    }
    if (value == null && isShared(schema, input.schema(), example)) {
      return object(schema, input, example, substitutions, creating);
    }
    return value == null ? MISSING : value;
  }

  /** Whether an object has properties that a request cannot say and the example has. */
  private static boolean isShared(
      MergedSchema schema, @Nullable MergedSchema input, JsonNode example) {
    if (schema.isObject()) {
      for (var field : example.properties()) {
        String name = field.getKey();
        if (schema.has(name) && (input == null || !input.has(name))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an object, or one within it that the example has, is shared. */
  private static boolean isSharedWithin(
      @Nullable MergedSchema schema, @Nullable MergedSchema input, JsonNode example) {
    if (schema == null || input == null) {
      return schema != null && isShared(schema, null, example);
    }
    if (isShared(schema, input, example)
        || example.isArray() && isSharedWithin(schema.items(), input.items(), example.path(0))) {
      return true;
    }
    for (var field : example.properties()) {
      String name = field.getKey();
      if (isSharedWithin(schema.property(name), input.property(name), field.getValue())) {
        return true;
      }
    }
    return false;
  }

  private JsonNode served(
      String name,
      MergedSchema schema,
      JsonNode example,
      Substitutions substitutions,
      boolean creating) {
    if (example.isMissingNode()) {
      return MISSING;
    }
    if (creating && ValueGenerator.isMadeAt(name, schema)) {
      return generator.now(schema);
    }
    JsonNode value = substitutions.of(name, example);
    if (creating && name.equals("id") && substitutions.identity(example) == null) {
      return generator.id(example);
    }
    return creating && value.isTextual() && value.asText().startsWith("http")
        ? TextNode.valueOf(generator.link(value.asText(), substitutions::names))
        : value;
  }

  /**
   * What a response shows of a thing.
   *
   * @param data everything known of it
   * @param schema the response's schema
   * @param example the response's example: where it names what the thing is in, the response does,
   *     whatever the thing has by that name
   */
  public ObjectNode show(
      JsonNode data, MergedSchema schema, JsonNode example, Substitutions around) {
    ObjectNode shown = Json.object();
    for (String name : schema.names()) {
      MergedSchema property = schema.property(name);
      if (property == null) {
        continue;
      }
      JsonNode value = around.identity(example.path(name));
      if (value == null || !property.suits(value)) {
        value = data.has(name) ? trimmed(data.get(name), property) : MISSING;
      }
      if (isOtherWord(value, property)) {
        value = example.path(name);
      }
      if (property.suits(value)) {
        shown.set(name, value);
      }
    }
    require(shown, schema, example, around);
    return shown;
  }

  /** Whether other responses have this value, and this one has another word in its place. */
  private static boolean isOtherWord(JsonNode value, MergedSchema schema) {
    return value.isValueNode()
        && !schema.values().isEmpty()
        && !schema.values().contains(value.asText());
  }

  /**
   * A value without what the response's schema does not have; a list of one where other responses
   * have an object in its place.
   */
  private static JsonNode trimmed(JsonNode value, MergedSchema schema) {
    if (value.isObject() && !schema.names().isEmpty()) {
      ObjectNode trimmed = Json.object();
      for (var field : value.properties()) {
        MergedSchema property = schema.property(field.getKey());
        if (property != null) {
          trimmed.set(field.getKey(), trimmed(field.getValue(), property));
        }
      }
      return trimmed;
    }
    MergedSchema item = schema.items();
    if (item != null && item.isObject() && value.isContainerNode()) {
      ArrayNode trimmed = Json.array();
      if (value.isObject()) {
        trimmed.add(trimmed(value, item));
      } else {
        value.forEach(element -> trimmed.add(trimmed(element, item)));
      }
      return trimmed;
    }
    return value;
  }

  /** Fills what a response must have from its example. */
  private static void require(
      ObjectNode object, MergedSchema schema, JsonNode example, Substitutions substitutions) {
    for (String name : schema.required()) {
      MergedSchema property = schema.property(name);
      JsonNode sample = example.path(name);
      if (property != null && !object.has(name) && !sample.isMissingNode()) {
        JsonNode value = substitutions.of(name, sample);
        object.set(name, property.accepts(value) ? value : sample);
      }
    }
  }
}
