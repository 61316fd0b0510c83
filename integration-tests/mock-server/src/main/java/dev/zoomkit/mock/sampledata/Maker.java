package dev.zoomkit.mock.sampledata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON that the description allows. What a request says is taken over by name; what it could
 * have said and did not is the documented default, or absent; what only Zoom can say comes from the
 * description's example, with the things at hand in the place of the example's. Not thread-safe.
 */
public final class Maker {
  private static final MissingNode MISSING = MissingNode.getInstance();
  private final Fresh fresh;

  public Maker(Fresh fresh) {
    this.fresh = fresh;
  }

  /**
   * What a request says.
   *
   * @param shape what it could have said; null where there is no request
   * @param later what a later request could say to change it; null where none can
   * @param value what it said; a null in it says that something is absent
   */
  public record Said(@Nullable Shape shape, @Nullable Shape later, JsonNode value) {
    public static final Said NOTHING = new Said(null, null, MISSING);

    public Said(@Nullable Shape shape, JsonNode value) {
      this(shape, null, value);
    }

    public Said property(String name) {
      Shape property = shape == null ? null : shape.property(name);
      boolean onlyLater = property == null && later != null;
      return new Said(onlyLater ? later.property(name) : property, null, value.path(name));
    }

    boolean could() {
      return shape != null || value.isNull();
    }

    public boolean did() {
      return !value.isMissingNode() && !value.isNull();
    }
  }

  /** An object as an answer shows it; {@code creating} dates it now and makes its links new. */
  public ObjectNode object(
      Shape shape, Said said, JsonNode example, Likeness likeness, boolean creating) {
    Map<String, Shape> properties = new LinkedHashMap<>();
    for (String name : shape.names()) {
      Shape property = shape.property(name);
      if (property != null) {
        properties.put(name, property);
      }
    }
    ObjectNode object = object(properties, said, example, likeness, creating);
    require(object, shape, example, likeness);
    return object;
  }

  /** An object of the given properties. */
  public ObjectNode object(
      Map<String, Shape> properties,
      Said said,
      JsonNode example,
      Likeness likeness,
      boolean creating) {
    ObjectNode object = Json.object();
    properties.forEach(
        (name, shape) -> {
          Said part = said.property(name);
          JsonNode sample = example.path(name);
          JsonNode value =
              part.did()
                  ? adopted(shape, part, sample, likeness, creating)
                  : part.could()
                      ? unsaid(shape, part, sample, likeness, creating)
                      : served(name, shape, sample, likeness, creating);
          if (shape.suits(value)) {
            object.set(name, value);
          }
        });
    return object;
  }

  /** Takes over what was said; an object in which Zoom has a say too is completed. */
  private JsonNode adopted(
      Shape shape, Said said, JsonNode example, Likeness likeness, boolean creating) {
    if (said.value().isObject() && isShared(shape, said.shape(), example)) {
      return object(shape, said, example, likeness, creating);
    }
    Shape item = shape.items();
    Shape saidItem = said.shape() == null ? null : said.shape().items();
    if (said.value().isArray() && item != null && isShared(item, saidItem, example.path(0))) {
      ArrayNode array = Json.array();
      for (JsonNode element : said.value()) {
        array.add(object(item, new Said(saidItem, element), example.path(0), likeness, creating));
      }
      return array;
    }
    return said.value();
  }

  /**
   * The default of what was left unsaid; of an object what Zoom has to say in it, of one that is
   * all the caller's nothing.
   */
  private JsonNode unsaid(
      Shape shape, Said said, JsonNode example, Likeness likeness, boolean creating) {
    if (said.value().isNull()) {
      return MISSING;
    }
    JsonNode value = said.shape() == null ? null : said.shape().defaultValue();
    if (value == null) {
      value = shape.defaultValue();
    }
    if (value == null && isShared(shape, said.shape(), example)) {
      return object(shape, said, example, likeness, creating);
    }
    return value == null ? MISSING : value;
  }

  /** Whether an object has properties that a request cannot say and the example has. */
  private static boolean isShared(Shape shape, @Nullable Shape said, JsonNode example) {
    return shape.isObject()
        && shape.names().stream()
            .anyMatch(name -> example.has(name) && (said == null || !said.has(name)));
  }

  private JsonNode served(
      String name, Shape shape, JsonNode example, Likeness likeness, boolean creating) {
    if (example.isMissingNode()) {
      return MISSING;
    }
    if (creating && Fresh.isMadeAt(name, shape)) {
      return fresh.now(shape);
    }
    JsonNode value = likeness.of(name, example);
    if (creating && name.equals("id") && likeness.identity(example) == null) {
      return fresh.id(example);
    }
    return creating && value.isTextual() && value.asText().startsWith("http")
        ? TextNode.valueOf(fresh.link(value.asText(), likeness::names))
        : value;
  }

  /**
   * What an answer shows of a thing.
   *
   * @param data everything known of it
   * @param shape the answer's schema
   * @param example the answer's example: where it names what the thing is in, the answer does,
   *     whatever the thing has by that name
   */
  public ObjectNode show(ObjectNode data, Shape shape, JsonNode example, Likeness around) {
    ObjectNode shown = Json.object();
    for (String name : shape.names()) {
      Shape property = shape.property(name);
      if (property == null) {
        continue;
      }
      JsonNode value = around.identity(example.path(name));
      if (value == null || !property.accepts(value)) {
        value = data.has(name) ? trimmed(data.get(name), property) : MISSING;
      }
      if (isOtherWord(value, property)) {
        value = example.path(name);
      }
      if (property.suits(value)) {
        shown.set(name, value);
      }
    }
    require(shown, shape, example, around);
    return shown;
  }

  /** Whether other answers have this value, and this one has another word in its place. */
  private static boolean isOtherWord(JsonNode value, Shape shape) {
    return value.isValueNode()
        && !shape.values().isEmpty()
        && !shape.values().contains(value.asText());
  }

  /** A value without what the answer's schema does not have. */
  private static JsonNode trimmed(JsonNode value, Shape shape) {
    if (value.isObject() && !shape.names().isEmpty()) {
      ObjectNode trimmed = Json.object();
      for (var field : value.properties()) {
        Shape property = shape.property(field.getKey());
        if (property != null) {
          trimmed.set(field.getKey(), trimmed(field.getValue(), property));
        }
      }
      return trimmed;
    }
    Shape item = shape.items();
    if (value.isArray() && item != null && item.isObject()) {
      ArrayNode trimmed = Json.array();
      value.forEach(element -> trimmed.add(trimmed(element, item)));
      return trimmed;
    }
    return value;
  }

  /** Fills what an answer must have from its example. */
  private static void require(ObjectNode object, Shape shape, JsonNode example, Likeness likeness) {
    for (String name : shape.names()) {
      Shape property = shape.property(name);
      JsonNode sample = example.path(name);
      if (property != null
          && shape.requires(name)
          && !object.has(name)
          && !sample.isMissingNode()) {
        JsonNode value = likeness.of(name, sample);
        object.set(name, property.accepts(value) ? value : sample);
      }
    }
  }
}
