package dev.zoomkit.mock.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one JSON mapper and the few moves on JSON trees that several classes need. */
public final class Json {
  public static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** The tree of a text, or null where the text is no JSON. */
  public static @Nullable JsonNode parse(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      return tree.isMissingNode() ? null : tree;
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }

  public static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** Merges a patch as RFC 7386 does: objects by name, null removes, anything else replaces. */
  public static void merge(ObjectNode target, JsonNode patch) {
    for (var field : patch.properties()) {
      JsonNode value = field.getValue();
      if (value.isNull()) {
        target.remove(field.getKey());
      } else if (value.isObject() && target.get(field.getKey()) instanceof ObjectNode inner) {
        merge(inner, value);
      } else {
        target.set(field.getKey(), value.deepCopy());
      }
    }
  }

  /** Sets a property to a list, or removes it where the list is empty. */
  public static void setOrRemove(ObjectNode target, String name, ArrayNode list) {
    if (list.isEmpty()) {
      target.remove(name);
    } else {
      target.set(name, list);
    }
  }

  /** The node at a dotted path such as {@code past_meetings.meetings}; missing where a part is. */
  public static JsonNode at(JsonNode node, String dottedPath) {
    JsonNode found = node;
    for (String name : dottedPath.split("\\.")) {
      found = found.path(name);
    }
    return found;
  }
}
