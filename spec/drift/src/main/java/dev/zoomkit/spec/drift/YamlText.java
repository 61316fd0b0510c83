package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes trees as our files are written: short things on one line, keys in their order. */
final class YamlText {
  private static final int WIDTH = 150;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_ ./+-]*");
  private static final Pattern WORDS = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|.* ");

  private YamlText() {}

  /** A whole file; a list or map whose name is in {@code apart} follows an empty line. */
  static String file(JsonNode tree, String... apart) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> key : tree.properties()) {
      boolean first = key.getKey().startsWith("x-zoom-") && !text.toString().contains("\nx-zoom-");
      if (java.util.List.of(apart).contains(key.getKey()) || apart.length > 0 && first) {
        text.append('\n');
      }
      entry(key, "", text);
    }
    return text.toString();
  }

  private static void entry(Map.Entry<String, JsonNode> key, String indent, StringBuilder text) {
    String name = indent + scalar(key.getKey(), false) + ":";
    JsonNode value = key.getValue();
    String flow = flow(value, false);
    boolean block =
        value.isContainerNode()
            && !value.isEmpty()
            && !key.getKey().matches("own|master")
            && (indent.isEmpty() && !isShort(key.getKey())
                || name.length() + flow.length() > WIDTH
                || key.getKey().matches("2\\d\\d|content|application/json|multipart/form-data"));
    if (!block) {
      text.append(name).append(' ').append(flow).append('\n');
      return;
    }
    text.append(name).append('\n');
    if (value.isArray()) {
      value.forEach(item -> item(item, indent + "  ", text));
    } else {
      value.properties().forEach(inner -> entry(inner, indent + "  ", text));
    }
  }

  /** Keys whose lists and maps stay on their line while there is room. */
  private static boolean isShort(String key) {
    return key.matches("required|enum|allOf|schema|items|x-enum-.*|x-zoom-(paging|date-window)");
  }

  private static void item(JsonNode item, String indent, StringBuilder text) {
    if (item.isObject() && item.has("$ref")) {
      text.append(indent).append("- $ref: ").append(item.get("$ref").asText()).append('\n');
    } else if (item.isObject() && item.has("in")) {
      StringBuilder inner = new StringBuilder();
      item.properties().forEach(key -> entry(key, indent + "  ", inner));
      text.append(indent).append("- ").append(inner.substring(indent.length() + 2));
    } else {
      text.append(indent).append("- ").append(flow(item, false)).append('\n');
    }
  }

  private static String flow(JsonNode value, boolean inside) {
    StringBuilder text = new StringBuilder();
    if (value.isArray()) {
      for (JsonNode item : value) {
        text.append(text.isEmpty() ? "" : ", ").append(flow(item, true));
      }
      return "[" + text + "]";
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> key : value.properties()) {
        text.append(text.isEmpty() ? "" : ", ")
            .append(scalar(key.getKey(), true))
            .append(": ")
            .append(flow(key.getValue(), true));
      }
      return "{" + text + "}";
    }
    return value.isTextual() ? scalar(value.asText(), inside) : value.asText();
  }

  private static String scalar(String text, boolean inside) {
    boolean plain = PLAIN.matcher(text).matches() && !WORDS.matcher(text).matches();
    boolean reference = text.matches("[./]*[A-Za-z/.-]+\\.yaml|\\$ref");
    return plain || reference ? text : "'" + text.replace("'", "''") + "'";
  }
}
