package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The description {@code widgets.yaml}, and edits of it as {@code changes.txt} has them. */
final class Widgets {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ObjectNode DESCRIPTION = read();

  private Widgets() {}

  static ObjectNode description() {
    return DESCRIPTION.deepCopy();
  }

  private static ObjectNode read() {
    try (InputStream file = Widgets.class.getResourceAsStream("/widgets.yaml")) {
      return (ObjectNode) YAML.readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The description with an edit of a line of the table. */
  static ObjectNode edited(String edits) {
    ObjectNode document = description();
    for (String edit : edits.split(" && ")) {
      apply(document, edit);
    }
    return document;
  }

  private static void apply(ObjectNode document, String edit) {
    String[] parts = edit.split(" ", 3);
    List<String> path = new ArrayList<>(path(document, parts[0]));
    String last = path.remove(path.size() - 1);
    JsonNode holder = document;
    for (String name : path) {
      holder = child(holder, name);
    }
    switch (parts[1]) {
      case "=" -> set(holder, last, yaml(parts[2]));
      case "-" -> remove(holder, last);
      case "->" -> rename(document, (ObjectNode) holder, last, parts[2]);
      default -> throw new IllegalArgumentException("Not an edit: " + edit);
    }
  }

  private static List<String> path(ObjectNode document, String text) {
    List<String> names =
        Arrays.stream(text.substring(1).split("/")).map(it -> it.replace("~1", "/")).toList();
    List<String> path = new ArrayList<>();
    switch (text.charAt(0)) {
      case '#' -> path.addAll(List.of("components", "schemas"));
      case '%' -> path.addAll(List.of("components", "parameters"));
      case '@' -> {
        path.addAll(operation(document, names.get(0)));
        names = names.subList(1, names.size());
      }
      default -> {}
    }
    path.addAll(names);
    return path;
  }

  private static List<String> operation(ObjectNode document, String id) {
    for (var item : document.path("paths").properties()) {
      for (var method : item.getValue().properties()) {
        if (method.getValue().path("operationId").asText().equals(id)) {
          return List.of("paths", item.getKey(), method.getKey());
        }
      }
    }
    throw new IllegalArgumentException("There is no operation " + id + ".");
  }

  private static JsonNode child(JsonNode holder, String name) {
    if (holder.isArray()) {
      return holder.get(index(holder, name));
    }
    JsonNode child = holder.get(name);
    if (child == null) {
      throw new IllegalArgumentException("There is no " + name + ".");
    }
    return child;
  }

  private static int index(JsonNode list, String name) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path("name").asText().equals(name)) {
        return i;
      }
    }
    return Integer.parseInt(name);
  }

  private static void set(JsonNode holder, String name, JsonNode value) {
    if (!(holder instanceof ArrayNode list)) {
      ((ObjectNode) holder).set(name, value);
    } else if (index(list, name) == list.size()) {
      list.add(value);
    } else {
      list.set(index(list, name), value);
    }
  }

  private static void remove(JsonNode holder, String name) {
    boolean there =
        holder instanceof ArrayNode list
            ? list.remove(index(list, name)) != null
            : ((ObjectNode) holder).remove(name) != null;
    if (!there) {
      throw new IllegalArgumentException("There is no " + name + ".");
    }
  }

  private static void rename(ObjectNode document, ObjectNode holder, String name, String other) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    holder
        .properties()
        .forEach(it -> entries.put(it.getKey().equals(name) ? other : it.getKey(), it.getValue()));
    holder.removeAll();
    holder.setAll(entries);
    for (JsonNode referrer : document.findParents("$ref")) {
      if (referrer.get("$ref").asText().equals(SCHEMAS + name)) {
        ((ObjectNode) referrer).set("$ref", TextNode.valueOf(SCHEMAS + other));
      }
    }
  }

  private static JsonNode yaml(String text) {
    try {
      // Once more as JSON, so that a number has the type that it has in a bundle.
      return new ObjectMapper().readTree(YAML.readTree(text).toString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
