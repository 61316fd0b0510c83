package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.TypeMappings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the Java type of a schema. Collects the schemas that need a class of their own as other
 * types refer to them.
 */
final class TypeReader {
  static final String COMMA_SEPARATED = "x-zoom-comma-separated";
  static final String SEEN = "x-zoom-seen";
  static final String SECRET = "x-zoom-secret";
  static final String TIME_ZONE = "x-zoom-time-zone";

  /** The type of a property whose schema is refused, so that reading can go on. */
  private static final JavaType REFUSED = JavaType.STRING;

  private static final String REF = "#/components/schemas/";

  private final Map<String, Schema<?>> schemas;
  private final String modelPackage;
  private final TypeMappings mappings;
  private final Set<String> published;
  private final Problems problems;
  private final Deque<String> pending = new ArrayDeque<>();
  private final Set<String> needed = new TreeSet<>();

  @SuppressWarnings({"unchecked", "rawtypes"})
  TypeReader(
      OpenAPI openApi,
      String modelPackage,
      TypeMappings mappings,
      Set<String> published,
      Problems problems) {
    Map<String, Schema> declared =
        openApi.getComponents() == null ? null : openApi.getComponents().getSchemas();
    this.schemas = declared == null ? Map.of() : (Map) Collections.unmodifiableMap(declared);
    this.modelPackage = modelPackage;
    this.mappings = mappings;
    this.published = published;
    this.problems = problems;
  }

  /** All schemas of the description by name. */
  Map<String, Schema<?>> schemas() {
    return schemas;
  }

  /** The next schema that needs a class and was not asked for yet; null where there is none. */
  String nextNeeded() {
    return pending.poll();
  }

  /** The type of the schema at some place of the description. */
  JavaType of(Schema<?> schema, String where) {
    return of(schema, where, new LinkedHashSet<>());
  }

  private JavaType of(Schema<?> schema, String where, Set<String> aliases) {
    if (schema == null) {
      return refused(where, "there is no schema", "Give it a type");
    }
    if (schema.get$ref() != null) {
      return named(schema.get$ref(), where, aliases);
    }
    if (isDescribedReference(schema)) {
      return of(schema.getAllOf().get(0), where, aliases);
    }
    if ((schema.getOneOf() != null || schema.getAnyOf() != null) && !isObject(schema)) {
      return union(schema, where);
    }
    if (schema.getEnum() != null) {
      return refused(
          where,
          "an enumeration without a name",
          "Move it to a schema file of its own with x-enum-varnames, and $ref that");
    }
    if (schema.getNot() != null) {
      return refused(where, "`not` says no type", "Describe the values that are allowed");
    }
    if (isObject(schema)) {
      return isMap(schema) ? map(where) : inlineObject(where);
    }
    if (schema.getType() == null) {
      return refused(where, "a schema without a type", "Give it a type, or a $ref to a schema");
    }
    return schema.getType().equals("array")
        ? JavaType.list(of(schema.getItems(), where + ", items", aliases))
        : simple(schema, where);
  }

  private JavaType named(String ref, String where, Set<String> aliases) {
    String name = nameOf(ref);
    Schema<?> schema = schemas.get(name);
    if (schema == null) {
      return refused(where, "$ref " + ref + " leads nowhere", "Correct it, or add the schema");
    }
    Optional<JavaType> own = mappings.ofSchema(name);
    if (own.isPresent()) {
      return own.get();
    }
    if (needsClass(schema)) {
      if (needed.add(name)) {
        pending.add(name);
      }
      return published.contains(name)
          ? JavaType.published(name)
          : JavaType.generated(modelPackage, name);
    }
    if (!aliases.add(name)) {
      return refused(where, "schema " + name + " is made of nothing but itself", "Give it a type");
    }
    return of(schema, "schema " + name, aliases);
  }

  /** Whether a class is generated from a schema that is no reference. */
  boolean needsClass(Schema<?> schema) {
    return schema.getEnum() != null || isObject(schema) && !isMap(schema);
  }

  /** The name of the schema that a $ref leads to. */
  static String nameOf(String ref) {
    return ref.startsWith(REF) ? ref.substring(REF.length()) : ref;
  }

  /** A $ref that has a description or the like beside it, the way OpenAPI 3.0 writes it. */
  static boolean isDescribedReference(Schema<?> schema) {
    return schema.getAllOf() != null
        && schema.getAllOf().size() == 1
        && schema.getAllOf().get(0).get$ref() != null
        && schema.getProperties() == null
        && schema.getType() == null
        && schema.getRequired() == null;
  }

  /** The schema itself, or the one it refers to, through any number of references. */
  Schema<?> resolved(Schema<?> schema) {
    Schema<?> current = schema;
    for (int i = 0; i < schemas.size() && current != null; i++) {
      if (current.get$ref() != null) {
        current = schemas.get(nameOf(current.get$ref()));
      } else if (isDescribedReference(current)) {
        current = current.getAllOf().get(0);
      } else {
        return current;
      }
    }
    return current == null ? new Schema<>() : current;
  }

  /** Whether the schema describes an object, by itself or by all that it is composed of. */
  boolean isObject(Schema<?> schema) {
    return isObject(schema, schemas.size());
  }

  private boolean isObject(Schema<?> schema, int depth) {
    Schema<?> actual = resolved(schema);
    return "object".equals(actual.getType())
        || actual.getProperties() != null
        || actual.getAllOf() != null
        || depth > 0 && objectsOnly(actual.getOneOf(), depth)
        || depth > 0 && objectsOnly(actual.getAnyOf(), depth);
  }

  @SuppressWarnings("rawtypes")
  private boolean objectsOnly(List<Schema> variants, int depth) {
    return variants != null
        && variants.stream().allMatch(variant -> isObject((Schema<?>) variant, depth - 1));
  }

  private static boolean isMap(Schema<?> schema) {
    return schema.getAdditionalProperties() instanceof Schema
        && schema.getProperties() == null
        && schema.getAllOf() == null;
  }

  private JavaType map(String where) {
    return refused(
        where,
        "a map: additionalProperties with a schema",
        "Describe its properties, or make it a schema without any, which keeps all fields");
  }

  private JavaType inlineObject(String where) {
    return refused(
        where,
        "an object without a name",
        "Move it to a schema file of its own, whose name becomes the class, and $ref that");
  }

  private JavaType simple(Schema<?> schema, String where) {
    String type = schema.getType();
    String format = Objects.requireNonNullElse(schema.getFormat(), "");
    if (type.equals("string") && isMarked(schema, COMMA_SEPARATED)) {
      return JavaType.commaSeparated(JavaType.STRING);
    }
    if (type.equals("string") && extension(schema, COMMA_SEPARATED) instanceof Map<?, ?> items) {
      return JavaType.commaSeparated(
          named(String.valueOf(items.get("$ref")), where, new LinkedHashSet<>()));
    }
    if (type.equals("string") && extension(schema, TIME_ZONE) != null) {
      return format.equals("date-time") ? JavaType.MOMENT : JavaType.START_TIME;
    }
    return switch ((type + " " + format).strip()) {
      case "string date" -> mappings.ofSimple("date", format);
      case "string date-time" -> mappings.ofSimple("DateTime", format);
      case "string uri" -> mappings.ofSimple("URI", format);
      case "string uuid" -> mappings.ofSimple("UUID", format);
      case "string binary", "string byte" ->
          refused(
              where,
              "bytes inside JSON or a query",
              "Use format binary only for a part of a multipart body and for a whole response");
      case "integer", "integer int32" -> mappings.ofSimple("integer", format);
      case "integer int64" -> mappings.ofSimple("long", format);
      case "number double", "number float" -> mappings.ofSimple(format, format);
      default -> other(type, format, where);
    };
  }

  private JavaType other(String type, String format, String where) {
    return switch (type) {
      case "string", "boolean" -> mappings.ofSimple(type, format);
      case "integer" -> refused(where, "an integer of format " + format, "Use int32 or int64");
      case "number" ->
          format.isEmpty()
              ? mappings.ofSimple(type, format)
              : refused(where, "a number of format " + format, "Use double");
      default -> refused(where, "the type " + type + " is none of OpenAPI 3.0", "Correct it");
    };
  }

  /** A union of types that have no common class, where the runtime has a type for it. */
  private JavaType union(Schema<?> schema, String where) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    List<Schema<?>> variants =
        (List) (schema.getOneOf() != null ? schema.getOneOf() : schema.getAnyOf());
    Set<String> types = new TreeSet<>();
    for (Schema<?> variant : variants) {
      Schema<?> plain = resolved(variant);
      String format = plain.getFormat() == null ? "" : " " + plain.getFormat();
      types.add(
          plain.getEnum() != null ? "enum" : isObject(plain) ? "object" : plain.getType() + format);
    }
    if (types.equals(Set.of("array", "object")) || types.equals(Set.of("object", "string"))) {
      return mappings.ofSimple("AnyType", "");
    }
    if (types.equals(Set.of("string date", "string date-time"))) {
      return JavaType.DATE_OR_DATE_TIME;
    }
    return refused(
        where,
        "a union of " + String.join(", ", types),
        "Of plain types only date and date-time may be united, or an object and an array or a"
            + " string; give others one type, and of objects make the union a named schema");
  }

  /** Whether an x- key is there and true. */
  static boolean isMarked(Schema<?> schema, String key) {
    return Boolean.TRUE.equals(extension(schema, key));
  }

  /** The value of an x- key; null where the schema has none. */
  static Object extension(Schema<?> schema, String key) {
    return schema.getExtensions() == null ? null : schema.getExtensions().get(key);
  }

  /** The texts of a list in an x- key; none where it is no list. */
  static List<String> texts(Object list) {
    return list instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
  }

  private JavaType refused(String where, String what, String remedy) {
    problems.add(where, what, remedy);
    return REFUSED;
  }
}
