package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** A file of JSON or YAML that knows in which line each of its values begins. */
final class LinedTree {
  private final Map<JsonNode, Map<String, Integer>> lines = new IdentityHashMap<>();
  private final JsonNode root;

  /**
   * Reads a text.
   *
   * @throws IOException if it is neither JSON nor YAML, has a key twice, several documents or
   *     aliases
   */
  LinedTree(String text) throws IOException {
    try (JsonParser parser = JsonOrYaml.parser(text)) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      this.root = parser.nextToken() == null ? Json.object() : value(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "something follows the first document");
      }
    }
  }

  JsonNode root() {
    return root;
  }

  /** The line of a name or an index within an object or a list of the file; 0 for any other. */
  int line(JsonNode container, String name) {
    return lines.getOrDefault(container, Map.of()).getOrDefault(name, 0);
  }

  private JsonNode value(JsonParser parser) throws IOException {
    Map<String, Integer> itsLines = new HashMap<>();
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new JsonParseException(
          parser, "*" + parser.getText() + " is not followed; write out what it stands for");
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      ObjectNode object = Json.object();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        itsLines.put(name, parser.currentTokenLocation().getLineNr());
        parser.nextToken();
        object.set(name, value(parser));
      }
      lines.put(object, itsLines);
      return object;
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      ArrayNode array = Json.array();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        itsLines.put("" + array.size(), parser.currentTokenLocation().getLineNr());
        array.add(value(parser));
      }
      lines.put(array, itsLines);
      return array;
    }
    return JsonText.value(parser);
  }
}
