package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.OpenApiDocument;
import dev.zoomkit.spec.reader.UnusableException;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Schemas as Zoom publishes them, made into plain ones of OpenAPI 3.0: references are replaced by
 * what they lead to, lists of types by one type, compositions by one object with the properties of
 * all parts. Each says in {@link #AT} where it stands, and in {@link #ODD} which of its keys have
 * no meaning at its type.
 */
final class PlainSchemas {
  /** The JSON pointer of a schema in its document. */
  static final String AT = "x-at";

  /** The limits that do not belong to the type. */
  static final String ODD = "x-odd";

  private static final Set<String> BOUNDS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
  private static final String STEP = "multipleOf";
  private static final Set<String> TEXTS = Set.of("minLength", "maxLength", "pattern");
  private static final Set<String> LISTS = Set.of("minItems", "maxItems", "uniqueItems");
  private static final Set<String> KEPT =
      Set.of("deprecated", "default", "description", "readOnly", "example", "x-zoom-seen");
  private static final Map<String, String> FORMATS =
      Map.of("Date", "date", "date", "date", "date-time", "date-time", "email", "email");

  private final OpenApiDocument document;
  private final String title;
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param title what a person calls the document
   */
  PlainSchemas(JsonNode document, String title) {
    this.document = new OpenApiDocument(document);
    this.title = title;
  }

  /**
   * What a node is once references are followed; an empty object where it is none.
   *
   * @throws UnusableException if a reference leads nowhere, to another file, or in a circle
   */
  JsonNode resolve(JsonNode node) {
    Found end = document.follow(new Found("", node));
    if (node.has("$ref") && (end.isReference() || end.node().isMissingNode())) {
      throw new UnusableException(
          "%s: $ref %s leads to nothing in this file; is it whole?"
              .formatted(title, node.get("$ref").asText()));
    }
    return end.node().isObject() ? end.node() : object();
  }

  /**
   * A schema as a plain one. One that contains itself is an open object from there on.
   *
   * @param at where it stands
   */
  ObjectNode plain(JsonNode schema, String at) {
    String ref = schema.path("$ref").asText();
    if (!ref.isEmpty()) {
      if (open.contains(ref)) {
        return object().put("type", "object").put("additionalProperties", true).put(AT, at);
      }
      open.push(ref);
      ObjectNode plain = plain(resolve(schema), ref.replaceFirst("^#", ""));
      open.pop();
      return plain;
    }
    ObjectNode plain = object().put(AT, at);
    String type = type(schema);
    plain.put("type", type);
    if (!type.isEmpty()) {
      copyKeys(schema, type, plain);
    }
    if (type.equals("object")) {
      properties(schema, plain, at);
    } else if (type.equals("array")) {
      plain.set("items", plain(schema.path("items"), at + "/items"));
    }
    for (String composition : new String[] {"allOf", "oneOf", "anyOf"}) {
      int index = 0;
      Set<JsonNode> everywhere = new LinkedHashSet<>();
      for (JsonNode entry : schema.path(composition)) {
        ObjectNode part = plain(entry, at + "/" + composition + "/" + index);
        Set<JsonNode> required = new LinkedHashSet<>();
        part.path("required").forEach(required::add);
        if (index++ == 0) {
          everywhere.addAll(required);
        }
        everywhere.retainAll(required);
        join(plain, part, !composition.equals("allOf"));
      }
      if (!composition.equals("allOf") && !everywhere.isEmpty()) {
        // What all alternatives require is required.
        everywhere.forEach(plain.withArray("/required")::add);
      }
    }
    if (plain.path("type").asText().isEmpty()) {
      plain.put("type", "string");
    }
    if (type.isEmpty()) {
      copyKeys(schema, plain.path("type").asText(), plain);
    }
    if (plain.path("type").asText().equals("object") && !plain.has("properties")) {
      plain.put("additionalProperties", true);
    }
    return plain;
  }

  private void properties(JsonNode schema, ObjectNode plain, String at) {
    ObjectNode properties = object();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (property.getValue().isObject()) {
        String name = property.getKey().replace("~", "~0").replace("/", "~1");
        properties.set(property.getKey(), plain(property.getValue(), at + "/properties/" + name));
      }
    }
    if (!properties.isEmpty()) {
      plain.set("properties", properties);
    }
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (JsonNode name : schema.path("required")) {
      if (name.isTextual() && properties.has(name.asText())) {
        required.add(name);
      }
    }
    if (!required.isEmpty()) {
      plain.set("required", required);
    }
  }

  /** The one type; empty where only a composition can tell. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (!one.asText().equals("null")) {
          type = one;
          break;
        }
      }
    }
    String name = type.isTextual() ? type.asText() : "";
    String format = schema.path("format").asText();
    if (schema.has("properties")) {
      return "object";
    } else if (schema.has("items")) {
      return "array";
    } else if (name.equals("file")) {
      return "string";
    } else if (name.equals("object") && FORMATS.containsKey(format)) {
      return "string";
    } else if (Set.of("object", "array", "string", "integer", "number", "boolean").contains(name)) {
      return name;
    } else if (schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf")) {
      return "";
    }
    JsonNode value = schema.path("enum").path(0);
    return value.isIntegralNumber() ? "integer" : value.isBoolean() ? "boolean" : "string";
  }

  private static void copyKeys(JsonNode schema, String type, ObjectNode plain) {
    String format = format(type, schema);
    if (!format.isEmpty()) {
      plain.put("format", format);
    }
    if (schema.has("const")) {
      plain.putArray("enum").add(schema.get("const"));
    }
    boolean number = type.equals("integer") || type.equals("number");
    if (number) {
      bound(schema, "minimum", "exclusiveMinimum", 1, plain);
      bound(schema, "maximum", "exclusiveMaximum", -1, plain);
    }
    for (Map.Entry<String, JsonNode> key : schema.properties()) {
      String name = key.getKey();
      boolean fits =
          KEPT.contains(name)
              || number && STEP.equals(name) && key.getValue().isNumber()
              || type.equals("string") && TEXTS.contains(name)
              || type.equals("array") && LISTS.contains(name);
      if (fits) {
        plain.set(name, key.getValue());
      } else if (BOUNDS.contains(name) && !number
          || STEP.equals(name)
          || TEXTS.contains(name)
          || LISTS.contains(name)) {
        odd(plain, name, key.getValue());
      }
    }
    ArrayNode values = values(type, schema);
    if (!values.isEmpty()) {
      plain.set("enum", values);
    }
  }

  /**
   * Sets one bound of a number. Swagger 2.0 and OpenAPI 3.0 say beside it that it is exclusive, 3.1
   * has a number of its own for that; here the last integer that is taken stands for both, and
   * beside the bound of any other number it stands as in 3.0.
   *
   * @param inwards 1 for the smallest number, -1 for the largest
   */
  private static void bound(
      JsonNode schema, String name, String exclusive, int inwards, ObjectNode plain) {
    JsonNode inclusive = schema.path(name);
    JsonNode mark = schema.path(exclusive);
    if (!inclusive.isNumber() && !inclusive.isMissingNode()) {
      odd(plain, name, inclusive);
    }
    boolean own =
        mark.isNumber()
            && (!inclusive.isNumber()
                || inwards * mark.decimalValue().compareTo(inclusive.decimalValue()) >= 0);
    JsonNode bound = own ? mark : inclusive;
    boolean marked = own || mark.isBoolean() && mark.asBoolean() && bound.isNumber();
    if (!mark.isNumber() && !marked && !mark.isMissingNode() && !mark.equals(BooleanNode.FALSE)) {
      odd(plain, exclusive, mark);
    }
    if (marked && plain.path("type").asText().equals("integer")) {
      RoundingMode outwards = inwards > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
      BigInteger last = bound.decimalValue().setScale(0, outwards).toBigInteger();
      plain.set(name, Json.read(last.add(BigInteger.valueOf(inwards)).toString()));
    } else if (bound.isNumber()) {
      plain.set(name, bound);
      if (marked) {
        plain.put(exclusive, true);
      }
    }
  }

  private static void odd(ObjectNode plain, String name, JsonNode value) {
    plain.withObject("/" + ODD).set(name, value);
  }

  /** The values that are of the type; each once. */
  private static ArrayNode values(String type, JsonNode schema) {
    Set<JsonNode> values = new LinkedHashSet<>();
    for (JsonNode value : schema.path("enum")) {
      boolean number = value.isIntegralNumber() || value.asText().matches("-?[0-9]{1,18}");
      if (type.equals("integer") && number) {
        values.add(JsonNodeFactory.instance.numberNode(value.asLong()));
      } else if (type.equals("string") && !value.isNull() && !value.asText().isEmpty()) {
        values.add(JsonNodeFactory.instance.textNode(value.asText()));
      }
    }
    return JsonNodeFactory.instance.arrayNode().addAll(values);
  }

  private static String format(String type, JsonNode schema) {
    String format = schema.path("format").asText();
    return switch (type) {
      case "integer" -> format.equals("int64") || format.equals("long") ? "int64" : "";
      case "number" -> format.equals("float") || format.equals("double") ? format : "";
      case "string" ->
          switch (format) {
            case "date", "date-time", "email", "uri", "binary" -> format;
            case "Date" -> "date";
            case "url" -> "uri";
            default -> schema.path("type").asText().equals("file") ? "binary" : "";
          };
      default -> "";
    };
  }

  /** Adds to a schema what a part of it, or an alternative, says. */
  private static void join(ObjectNode whole, ObjectNode part, boolean alternative) {
    if (whole.path("type").asText().isEmpty()) {
      whole.set("type", part.get("type"));
    }
    for (Map.Entry<String, JsonNode> key : part.properties()) {
      switch (key.getKey()) {
        case "properties" -> {
          ObjectNode properties = whole.withObject("/properties");
          for (Map.Entry<String, JsonNode> property : key.getValue().properties()) {
            if (properties.get(property.getKey()) instanceof ObjectNode known) {
              join(known, (ObjectNode) property.getValue(), true);
            } else {
              properties.set(property.getKey(), property.getValue());
            }
          }
          whole.remove("additionalProperties");
        }
        case "enum" -> {
          Set<JsonNode> values = new LinkedHashSet<>();
          whole.path("enum").forEach(values::add);
          key.getValue().forEach(values::add);
          whole.set("enum", JsonNodeFactory.instance.arrayNode().addAll(values));
        }
        case "items" -> {
          if (whole.get("items") instanceof ObjectNode known) {
            join(known, (ObjectNode) key.getValue(), true);
          } else {
            whole.set("items", key.getValue());
          }
        }
        case "required" -> {
          if (!alternative) {
            key.getValue().forEach(whole.withArray("/required")::add);
          }
        }
        default -> {
          if (!whole.has(key.getKey())) {
            whole.set(key.getKey(), key.getValue());
          }
        }
      }
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
