package dev.zoomkit.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.Description.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about schemas and the objects around them. */
enum SchemaRules implements HouseRule {
  /** A schema has a name that can be a class: no digit at its end, nothing a generator makes up. */
  SCHEMA_NAME(SchemaRules::schemaName),
  /** Objects, enumerations and compositions are files of their own. */
  INLINE(SchemaRules::inline),
  /** No two schemas say the same in all but name and description. */
  SAME_SCHEMA(SchemaRules::sameSchema),
  /** What needs a schema has one; it has a type, of a format that belongs to it, an array items. */
  TYPE(SchemaRules::type),
  /** What is required is a property of the same schema. */
  REQUIRED(SchemaRules::required),
  /** An enumeration has a constant's name and a description for each of its values. */
  ENUM(SchemaRules::enumeration),
  /** A date, a list in a text, and that no request has it are said by a key, not in prose. */
  PROSE_TYPE(SchemaRules::proseType),
  /** Every key is one that OpenAPI has at that place. */
  KEYWORD(SchemaRules::keyword),
  /** A reference leads to the kind of component that its place needs. */
  REF_KIND(SchemaRules::refKind),
  /** The files of an upload, and nothing else, are binary and say so in {@code x-zoom-file}. */
  FILE(SchemaRules::file);

  private static final Pattern DATE = Pattern.compile("(?i)yyyy-?mm-?dd");
  private static final Pattern COMMAS =
      Pattern.compile(
          "(?i)comma-separated|(separated|joined|divided) by (a )?commas?|commas? between");

  private static final Pattern RESPONSES = Pattern.compile("(?i)only in responses");

  /** What drafts call a value that has no words. */
  private static final Pattern NUMBERED = Pattern.compile("VALUE_[A-Z0-9_]*[0-9][A-Z0-9_]*");

  /** What a client takes a value for that no enumeration has. */
  private static final String UNKNOWN = "UNKNOWN";

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "number", "object", "string");
  private static final Map<String, Set<String>> FORMATS =
      Map.of(
          "integer", Set.of("int32", "int64"),
          "number", Set.of("float", "double"),
          "string", Set.of("binary", "date", "date-time", "email", "password", "uri", "uuid"));
  private static final Map<Kind, Set<String>> KEYS =
      Map.of(
          Kind.PARAMETERS,
          Set.of(
              "name",
              "in",
              "description",
              "required",
              "deprecated",
              "schema",
              "example",
              "style",
              "explode"),
          Kind.HEADERS,
          Set.of("description", "schema", "example"),
          Kind.RESPONSES,
          Set.of("description", "headers", "content"),
          Kind.EXAMPLES,
          Set.of("summary", "value"),
          Kind.REQUEST_BODY,
          Set.of("description", "required", "content"),
          Kind.MEDIA,
          Set.of("schema", "examples", "encoding"),
          Kind.SCHEMAS,
          Set.of(
              "type",
              "format",
              "description",
              "deprecated",
              "readOnly",
              "default",
              "example",
              "enum",
              "minimum",
              "maximum",
              "exclusiveMinimum",
              "exclusiveMaximum",
              "multipleOf",
              "minLength",
              "maxLength",
              "pattern",
              "items",
              "minItems",
              "maxItems",
              "uniqueItems",
              "properties",
              "additionalProperties",
              "required",
              "allOf",
              "oneOf",
              "anyOf"));

  private final Look look;

  SchemaRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static boolean isComponent(Spot schema) {
    return schema.isWholeFile();
  }

  private static void schemaName(Description description, Report report) {
    Set<String> classes = new HashSet<>();
    for (Spot tag : description.root().at("tags").children()) {
      String name = tag.text("name").replaceAll("[^A-Za-z0-9]", "");
      classes.addAll(List.of(name, name + "Api"));
    }
    description
        .components()
        .forEach(
            (component, spot) -> {
              String name = component.substring(component.indexOf('/') + 1);
              if (!component.startsWith("examples/") && !name.matches("[A-Z][A-Za-z0-9]*")) {
                report.add(spot, "the name is not UpperCamelCase");
              }
              if (component.startsWith("schemas/")
                  && name.matches(".*[0-9]|.*Inner.*|.*Response[0-9]{3}.*")) {
                report.add(spot, "the name looks made up; say what the schema is");
              }
              if (component.startsWith("schemas/") && classes.contains(name)) {
                report.add(spot, "a tag has the name of its class");
              }
            });
  }

  private static void inline(Description description, Report report) {
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      boolean ownPart = schema.path().size() == 2 && schema.path().get(0).equals("allOf");
      if (schema.isReference() || isComponent(schema)) {
        continue;
      }
      boolean object = schema.text("type").equals("object") || schema.has("properties");
      if (object && !ownPart) {
        report.add(schema, "an object needs a file of its own under schemas/");
      }
      if (schema.has("enum")) {
        report.add(schema, "an enumeration needs a file of its own under schemas/");
      }
      for (String composition : List.of("oneOf", "anyOf")) {
        if (schema.at(composition).children().stream().anyMatch(Spot::isReference)) {
          report.add(schema, composition + " needs a file of its own under schemas/");
        }
      }
      List<Spot> all = schema.at("allOf").children();
      if (all.size() > 1) {
        report.add(schema, "allOf of several needs a file of its own under schemas/");
      } else if (!all.stream().allMatch(Spot::isReference)
          || !all.isEmpty() && (schema.has("type") || schema.has("required"))) {
        report.add(schema, "allOf holds one $ref here, with neither type nor required beside it");
      }
    }
  }

  private static void sameSchema(Description description, Report report) {
    Map<JsonNode, String> fileOf = new HashMap<>();
    description
        .components()
        .forEach(
            (component, spot) -> {
              boolean known = !spot.node().findValuesAsText("$ref").contains(Bundler.GAP);
              if (component.startsWith("schemas/") && known) {
                String other = fileOf.putIfAbsent(shape(spot.node()), spot.file());
                if (other != null) {
                  report.add(spot, "is " + other + " under another name");
                }
              }
            });
  }

  /** A schema without its descriptions. */
  private static JsonNode shape(JsonNode schema) {
    if (schema instanceof ArrayNode list) {
      ArrayNode shapes = JsonNodeFactory.instance.arrayNode();
      list.forEach(item -> shapes.add(shape(item)));
      return shapes;
    }
    if (!(schema instanceof ObjectNode)) {
      return schema;
    }
    ObjectNode shape = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      if (key.equals("properties")) {
        ObjectNode properties = shape.putObject(key);
        value.properties().forEach(it -> properties.set(it.getKey(), shape(it.getValue())));
      } else if (!key.equals("description") && !key.equals("x-enum-descriptions")) {
        shape.set(key, shape(value));
      }
    }
    return shape;
  }

  private static void type(Description description, Report report) {
    for (Kind kind : List.of(Kind.PARAMETERS, Kind.HEADERS, Kind.MEDIA)) {
      for (Spot spot : description.spots(kind)) {
        if (!spot.has("schema") && !spot.isReference()) {
          report.add(spot, "has no schema");
        }
      }
    }
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      String type = schema.text("type");
      boolean composed = schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf");
      if (type.isEmpty() && !composed && !schema.isReference()) {
        report.add(schema, "has no type");
      } else if (!type.isEmpty() && !TYPES.contains(type)) {
        report.add(schema, "there is no type '" + type + "'");
      }
      if (type.equals("array") && !schema.has("items")) {
        report.add(schema, "the array has no items");
      }
      boolean described =
          schema.has("properties") || schema.has("additionalProperties") || composed;
      if (type.equals("object") && !described) {
        report.add(schema, "the object has neither properties nor additionalProperties");
      }
      if (schema.node().path("additionalProperties").isObject()) {
        report.add(
            schema, "there are no maps: describe properties, or say additionalProperties: true");
      }
      String format = schema.text("format");
      if (!format.isEmpty() && !FORMATS.getOrDefault(type, Set.of()).contains(format)) {
        report.add(schema, "the type '" + type + "' has no format " + format);
      }
    }
  }

  private static void proseType(Description description, Report report) {
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      String prose = schema.text("description");
      int depth = schema.path().size();
      boolean property = depth > 1 && schema.path().get(depth - 2).equals("properties");
      if (property && RESPONSES.matcher(prose).find() && !schema.has("readOnly")) {
        report.add(schema, "is only in responses; say readOnly: true instead");
      }
      if (!schema.text("type").equals("string")) {
        continue;
      }
      if (DATE.matcher(prose).find() && !schema.has("format")) {
        report.add(schema, "is a date; say format: date or date-time instead of its pattern");
      }
      if (COMMAS.matcher(prose).find() && !schema.has("x-zoom-comma-separated")) {
        report.add(schema, "is a list in a text; say x-zoom-comma-separated instead of the commas");
      }
    }
  }

  private static void required(Description description, Report report) {
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      Spot properties = schema.at("properties");
      for (JsonNode name : schema.node().path("required")) {
        if (!properties.has(name.asText()) && !description.gap(schema).exists()) {
          report.add(schema.at("required"), name.asText() + " is no property");
        }
      }
    }
  }

  private static void enumeration(Description description, Report report) {
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      JsonNode values = schema.node().path("enum");
      JsonNode names = schema.node().path("x-enum-varnames");
      JsonNode meanings = schema.node().path("x-enum-descriptions");
      if (names.size() != values.size() || meanings.size() != values.size()) {
        report.add(
            schema,
            "there are %d values, %d x-enum-varnames, %d x-enum-descriptions"
                .formatted(values.size(), names.size(), meanings.size()));
      }
      unique(schema.at("enum"), report);
      unique(schema.at("x-enum-varnames"), report);
      for (Spot name : schema.at("x-enum-varnames").children()) {
        if (name.node().asText().equals(UNKNOWN)) {
          report.add(name, UNKNOWN + " stands for the values that are not described");
        } else if (NUMBERED.matcher(name.node().asText()).matches()) {
          report.add(name, name.node().asText() + " does not say what the value means");
        }
      }
      for (JsonNode value : values) {
        boolean fits =
            switch (schema.text("type")) {
              case "string" -> value.isTextual();
              case "integer" -> value.isIntegralNumber();
              default -> false;
            };
        if (!fits) {
          report.add(schema, value + " is not of the type '" + schema.text("type") + "'");
        }
      }
    }
  }

  private static void unique(Spot list, Report report) {
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode item : list.node()) {
      if (!seen.add(item)) {
        report.add(list, item.asText() + " stands twice");
      }
    }
  }

  private static void keyword(Description description, Report report) {
    KEYS.forEach(
        (kind, keys) -> {
          for (Spot spot : description.spots(kind)) {
            for (Spot entry : spot.children()) {
              boolean known = keys.contains(entry.key()) || entry.key().startsWith("x-");
              if (!known && !spot.isReference()) {
                report.add(spot, "has a key that none should have: " + entry.key());
              }
            }
            if (kind == Kind.SCHEMAS && isComponent(spot) && spot.has("deprecated")) {
              report.add(spot, "is deprecated as a whole; deprecate what uses it instead");
            }
          }
        });
  }

  private static void refKind(Description description, Report report) {
    for (Kind kind : Kind.values()) {
      for (Spot spot : description.spots(kind)) {
        String ref = spot.text("$ref");
        String folder = kind.name().toLowerCase(Locale.ROOT);
        if (!spot.isGap()
            && spot.isReference()
            && !ref.startsWith("#/components/" + folder + "/")) {
          report.add(spot, ref.replace("#/components/", "") + " is not one of the " + folder);
        }
      }
    }
  }

  private static void file(Description description, Report report) {
    Set<Spot> uploads = new HashSet<>();
    for (Spot media : description.spots(Kind.MEDIA)) {
      if (media.key().equals("multipart/form-data")) {
        List<Spot> files =
            description.members(media.at("schema")).values().stream()
                .filter(member -> member.text("format").equals("binary"))
                .toList();
        uploads.addAll(files);
        if (files.size() != 1 && !description.gap(media.at("schema")).exists()) {
          report.add(
              media, "a multipart body needs one property of format binary, not " + files.size());
        }
        for (Spot member : description.members(media.at("schema")).values()) {
          if (description.isOf("array", member)) {
            report.add(member, "a part is no list; make it a string");
          }
        }
        for (Spot file : files) {
          if (!file.has("x-zoom-file")) {
            report.add(file, "an uploaded file needs x-zoom-file");
          }
        }
      } else if (!media.key().equals("application/json")) {
        uploads.add(media.at("schema"));
      }
    }
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      boolean binary = schema.text("format").equals("binary");
      if (binary && description.isWhole() && !uploads.contains(schema)) {
        report.add(schema, "only an upload or a download is binary");
      }
      if (schema.has("x-zoom-file") && !binary) {
        report.add(schema, "x-zoom-file is for the format binary");
      }
    }
  }
}
