package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes trees of JSON without a mapper: in a cold JVM, to build one takes longer than to
 * read the description.
 */
final class JsonText {
  /** Interns no names of fields: those of a description are many, and some are long paths. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  /** Most objects of a description have no more fields than a table of this size takes. */
  private static final int FEW = 4;

  private JsonText() {}

  static JsonNode read(InputStream text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return whole(parser);
    }
  }

  static JsonNode read(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return whole(parser);
    }
  }

  private static JsonNode whole(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw new JsonParseException(parser, "There is nothing.");
    }
    JsonNode tree = value(parser);
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "Something follows the JSON.");
    }
    return tree;
  }

  /** The value at which the parser stands, and on whose last token it stands then. */
  static JsonNode value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, JsonNode> fields = new LinkedHashMap<>(FEW);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, value(parser));
        }
        yield new ObjectNode(JsonNodeFactory.instance, fields);
      }
      case START_ARRAY -> {
        ArrayNode array = Json.array();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> TextNode.valueOf(parser.getText());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> fraction(parser);
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.getInstance();
      default -> throw new JsonParseException(parser, "This is no value.");
    };
  }

  /** What a double does not hold is read differently everywhere, and has no place in JSON. */
  private static JsonNode fraction(JsonParser parser) throws IOException {
    double value = parser.getDoubleValue();
    if (Double.isInfinite(value)) {
      throw new StreamConstraintsException("A number is larger than any of double precision.");
    }
    return DoubleNode.valueOf(value);
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> IntNode.valueOf(parser.getIntValue());
      case LONG -> LongNode.valueOf(parser.getLongValue());
      default -> BigIntegerNode.valueOf(parser.getBigIntegerValue());
    };
  }

  static byte[] write(JsonNode tree) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(tree, out);
    }
    return text.toByteArray();
  }

  private static void write(JsonNode tree, JsonGenerator out) throws IOException {
    if (tree instanceof ObjectNode object) {
      out.writeStartObject();
      for (var field : object.properties()) {
        out.writeFieldName(field.getKey());
        write(field.getValue(), out);
      }
      out.writeEndObject();
    } else if (tree instanceof ArrayNode array) {
      out.writeStartArray();
      for (JsonNode item : array) {
        write(item, out);
      }
      out.writeEndArray();
    } else if (tree.isNull()) {
      out.writeNull();
    } else {
      tree.serialize(out, null);
    }
  }
}
