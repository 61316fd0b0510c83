package dev.zoomkit.record;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * A place in the description, or none. References are followed. Immutable.
 *
 * @param document the whole
 * @param value what is there; null for none
 */
record Node(@Nullable Object document, @Nullable Object value) {

  /** The whole of a JSON document. */
  static Node read(BufferedSource json) throws IOException {
    Object document = JsonReader.of(json).readJsonValue();
    return new Node(document, document);
  }

  /** What is below. */
  Node at(String... keys) {
    Node node = this;
    for (String key : keys) {
      Object below = node.value instanceof Map<?, ?> map ? map.get(key) : null;
      node = new Node(document, below).resolved();
    }
    return node;
  }

  private Node resolved() {
    if (value instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
      return new Node(document, document).at(reference.substring("#/".length()).split("/"));
    }
    return this;
  }

  /** What an object has, by name. */
  Map<String, Node> members() {
    Map<String, Node> members = new TreeMap<>();
    if (value instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        members.put(String.valueOf(key), at(String.valueOf(key)));
      }
    }
    return members;
  }

  /** What a list has. */
  List<Node> items() {
    List<Node> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        items.add(new Node(document, item).resolved());
      }
    }
    return items;
  }

  boolean exists() {
    return value != null;
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /** Its text; empty where it is none. */
  String text() {
    return value instanceof String text ? text : "";
  }
}
