package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.List;

/** A path or query parameter. Immutable. */
public final class Parameter {
  private final JsonNode node;
  private final LazySchema schema;

  Parameter(ApiDescription description, Found at) {
    this.node = at.node();
    this.schema = new LazySchema(description, at, "schema");
  }

  public String name() {
    return node.path("name").asText();
  }

  /** Its name in Java. */
  public String javaName() {
    JsonNode chosen = schema().key("x-zoom-name");
    return chosen.isTextual() ? chosen.asText() : JavaNames.value(name());
  }

  /** {@code path} or {@code query}. */
  public String in() {
    return node.path("in").asText();
  }

  public boolean inPath() {
    return node.path("in").asText().equals("path");
  }

  public boolean inQuery() {
    return node.path("in").asText().equals("query");
  }

  public boolean required() {
    return node.path("required").asBoolean();
  }

  public boolean deprecated() {
    return node.path("deprecated").asBoolean();
  }

  public MergedSchema schema() {
    return schema.get();
  }

  /** A user id, an e-mail address or {@code me}. */
  public boolean isUser() {
    return node.path("x-zoom-param").asText().equals("user");
  }

  /** Takes a UUID, which may be percent-encoded twice. */
  public boolean isUuid() {
    return node.path("x-zoom-param").asText().equals("uuid");
  }

  public boolean acceptsMe() {
    return node.path("x-zoom-accepts-me").asBoolean();
  }

  /** The description's example as text, a list with commas; empty where it has none. */
  public String example() {
    JsonNode example = node.path("example");
    return example.isArray() ? String.join(",", Json.texts(example)) : example.asText();
  }

  /**
   * A value of a query parameter as text: its example, else its default, else the first that it may
   * have; empty where the description has none, and for the token of a later page, which an earlier
   * one has to give.
   */
  public String sample() {
    JsonNode byDefault = schema().defaultValue();
    if (name().equals("next_page_token") || !example().isEmpty()) {
      return name().equals("next_page_token") ? "" : example();
    } else if (byDefault != null) {
      return byDefault.asText();
    }
    return schema().values().stream().findFirst().orElse("");
  }

  /** A list sent as one comma-separated value. */
  private boolean isCommaSeparated() {
    return schema().type().equals("array") && !node.path("explode").asBoolean(true);
  }

  /**
   * The values of one query key as JSON of the declared type; text stays text where it does not
   * fit.
   */
  public JsonNode read(List<String> values) {
    if (!schema().type().equals("array")) {
      return scalar(schema(), values.get(values.size() - 1));
    }
    ArrayNode array = Json.array();
    MergedSchema items = schema().items();
    for (String value : values) {
      for (String part : isCommaSeparated() ? value.split(",", -1) : new String[] {value}) {
        if (!value.isEmpty()) {
          array.add(items == null ? TextNode.valueOf(part) : scalar(items, part));
        }
      }
    }
    return array;
  }

  /** A text as JSON of the schema's type; as text where it is none. */
  public static JsonNode scalar(MergedSchema schema, String text) {
    return switch (schema.type()) {
      case "integer", "number" ->
          text.equals(text.strip()) && Json.parse(text) instanceof NumericNode number
              ? number
              : TextNode.valueOf(text);
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? BooleanNode.valueOf(text.equals("true"))
              : TextNode.valueOf(text);
      default -> TextNode.valueOf(text);
    };
  }
}
