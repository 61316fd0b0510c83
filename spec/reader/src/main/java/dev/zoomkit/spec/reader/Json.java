package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON trees, their texts, and the few moves on them that several classes need. */
public final class Json {
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
      return JsonText.read(text);
    } catch (IOException notJson) {
      return null;
    }
  }

  /**
   * The tree of a text that somebody else wrote.
   *
   * @throws IllegalArgumentException if it is no JSON; the message says where, and repeats none of
   *     it
   */
  public static JsonNode read(String text) {
    try {
      return JsonText.read(text);
    } catch (StreamConstraintsException excessive) {
      throw new IllegalArgumentException(
          "is more than is read of JSON: " + excessive.getOriginalMessage(), excessive);
    } catch (JsonProcessingException notJson) {
      JsonLocation at = notJson.getLocation();
      throw new IllegalArgumentException(
          "is not JSON from line %d, column %d on".formatted(at.getLineNr(), at.getColumnNr()),
          notJson);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The text of a tree. */
  public static String text(JsonNode tree) {
    return new String(bytes(tree), StandardCharsets.UTF_8);
  }

  /** The text of a tree as UTF-8. */
  public static byte[] bytes(JsonNode tree) {
    try {
      return JsonText.write(tree);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array) {
      texts.add(item.asText());
    }
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

  /** Sets a property to a value, if there is one. */
  public static void setIfKnown(ObjectNode target, String name, @Nullable JsonNode value) {
    if (value != null) {
      target.set(name, value);
    }
  }

  /** Sets a property to a value, or removes it where there is none, or a list of nothing. */
  public static void setOrRemove(ObjectNode target, String name, @Nullable JsonNode value) {
    if (value == null || value.isArray() && value.isEmpty()) {
      target.remove(name);
    } else {
      target.set(name, value);
    }
  }

  /** The node at a dotted path such as {@code past_meetings.meetings}; missing where a part is. */
  public static JsonNode at(JsonNode node, String dottedPath) {
    JsonNode found = node;
    int start = 0;
    for (int dot = dottedPath.indexOf('.'); dot >= 0; dot = dottedPath.indexOf('.', start)) {
      found = found.path(dottedPath.substring(start, dot));
      start = dot + 1;
    }
    return found.path(dottedPath.substring(start));
  }
}
