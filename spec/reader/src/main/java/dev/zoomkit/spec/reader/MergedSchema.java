package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription.FieldProblem;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A schema of the description as the mock sees it: references followed, {@code allOf} and
 * alternatives merged into one set of properties. Immutable once built.
 */
public final class MergedSchema {
  private static final Set<String> PLAIN = Set.of("string", "boolean", "integer");

  /** Keys that say nothing which {@link #accepts} would not see to without a validator. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "type",
          "description",
          "default",
          "example",
          "deprecated",
          "title",
          "readOnly",
          "writeOnly");

  private static final String COMPONENTS = "/components/schemas/";

  private static final Set<String> BOUNDS =
      Set.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern");

  private final ApiDescription description;
  private final String pointer;
  private final String type;
  private final @Nullable String format;
  private final @Nullable JsonNode defaultValue;
  private final Set<String> values;
  private final Map<String, LazySchema> properties;
  private final Set<String> required;
  private final @Nullable LazySchema items;
  private final Map<String, JsonNode> bounds;
  private final JsonNode node;
  private final boolean plain;

  MergedSchema(ApiDescription description, Found at) {
    this.description = description;
    this.pointer = at.pointer();
    Reading reading = new Reading();
    if (OpenApiDocument.isComposed(at.node())) {
      for (OpenApiDocument.Part part : description.parts(at)) {
        reading.read(part.at(), part.alternative());
      }
    } else {
      reading.read(at, false);
    }
    this.node = at.node();
    this.plain = PLAIN.contains(reading.type) && reading.unconstrained;
    this.type = reading.type;
    this.format = reading.format;
    this.defaultValue = reading.defaultValue;
    this.values = reading.values;
    this.properties = reading.properties;
    this.required = reading.required;
    this.items = reading.items;
    this.bounds = reading.bounds;
  }

  /** Where the schema stands in the description, as a JSON pointer. */
  public String pointer() {
    return pointer;
  }

  /** {@code object}, {@code array}, {@code string} …; empty where the schema does not say. */
  public String type() {
    return type;
  }

  public boolean isObject() {
    return type.equals("object") || !properties.isEmpty();
  }

  /** An array whose items are objects. */
  public boolean isTable() {
    MergedSchema item = items();
    return item != null && item.isObject();
  }

  public @Nullable String format() {
    return format;
  }

  public @Nullable JsonNode defaultValue() {
    return defaultValue;
  }

  /** The members of an enumeration as text; empty where there is none. */
  public Set<String> values() {
    return values;
  }

  public Set<String> names() {
    return properties.keySet();
  }

  public boolean has(String name) {
    return properties.containsKey(name);
  }

  public @Nullable MergedSchema property(String name) {
    LazySchema property = properties.get(name);
    return property == null ? null : property.get();
  }

  /** The names of what an object has to have, whether the schema says more of it or not. */
  public Set<String> required() {
    return required;
  }

  public @Nullable MergedSchema items() {
    return items == null ? null : items.get();
  }

  /**
   * The schema of the rows at a dotted path of this one.
   *
   * @throws IllegalStateException if there is no array
   */
  public MergedSchema rows(String dottedPath) {
    MergedSchema table = this;
    for (String name : dottedPath.split("\\.")) {
      table = table == null ? null : table.property(name);
    }
    MergedSchema rows = table == null ? null : table.items();
    if (rows == null) {
      throw new IllegalStateException(pointer + " has no array at " + dottedPath + ".");
    }
    return rows;
  }

  /** What bounds a value, such as {@code maximum}, by its name in the description. */
  public Map<String, JsonNode> bounds() {
    return bounds;
  }

  /**
   * The name of the schema, or of the one that it is but for a default or a description; null where
   * it has none, as an object of its own in a field.
   */
  public @Nullable String name() {
    JsonNode allOf = node.path("allOf");
    boolean same = allOf.size() == 1 && !node.has("properties") && !node.has("type");
    String at = same ? allOf.path(0).path("$ref").asText().replaceFirst("^#", "") : pointer;
    String name = at.startsWith(COMPONENTS) ? at.substring(COMPONENTS.length()) : "/";
    return name.contains("/") ? null : name;
  }

  /** A key of the schema itself, such as {@code x-zoom-file}; missing where it has none. */
  public JsonNode key(String name) {
    return node.path(name);
  }

  /** Whether a value satisfies the schema. */
  public boolean accepts(JsonNode value) {
    if (plain) {
      boolean typed =
          switch (type) {
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            default -> value.isIntegralNumber();
          };
      return typed && (values.isEmpty() || values.contains(value.asText()));
    }
    return problems(value).isEmpty();
  }

  /** What is wrong with a value; empty where it satisfies the schema. */
  public List<FieldProblem> problems(JsonNode value) {
    return description.problems(pointer, value);
  }

  /**
   * Whether a value is of the schema's type and enumeration. What callers have said is shown though
   * it breaks a finer rule, such as a length or a format.
   */
  public boolean suits(JsonNode value) {
    boolean typed =
        switch (type) {
          case "string" -> value.isTextual();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "object" -> value.isObject();
          case "array" -> value.isArray() || value.isObject() && !properties.isEmpty();
          default -> !value.isMissingNode() && accepts(value);
        };
    return typed && (values.isEmpty() || values.contains(value.asText()));
  }

  private final class Reading {
    private String type = "";
    private @Nullable String format;
    private @Nullable JsonNode defaultValue;
    private final Set<String> values = new LinkedHashSet<>();
    private final Map<String, LazySchema> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private @Nullable LazySchema items;
    private final Map<String, JsonNode> bounds = new TreeMap<>();
    private boolean unconstrained = true;

    void read(Found at, boolean alternative) {
      JsonNode schema = at.node();
      if (type.isEmpty()) {
        type = schema.path("type").asText("");
      }
      if (format == null && schema.has("format")) {
        format = schema.get("format").asText();
      }
      if (defaultValue == null && schema.has("default")) {
        defaultValue = schema.get("default");
      }
      values.addAll(Json.texts(schema.path("enum")));
      for (var key : schema.properties()) {
        unconstrained &= isAnnotation(key.getKey(), key.getValue());
        if (BOUNDS.contains(key.getKey())) {
          bounds.putIfAbsent(key.getKey(), key.getValue());
        }
      }
      for (var property : schema.path("properties").properties()) {
        properties.putIfAbsent(
            property.getKey(), new LazySchema(description, at, "properties", property.getKey()));
      }
      if (!alternative) {
        required.addAll(Json.texts(schema.path("required")));
      }
      if (items == null && schema.has("items")) {
        items = new LazySchema(description, at, "items");
      }
    }

    private static boolean isAnnotation(String key, JsonNode value) {
      return ANNOTATIONS.contains(key)
          || key.startsWith("x-")
          || key.equals("format") && value.asText().startsWith("int64");
    }
  }
}
