package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.JavaType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Java type of a schema. Names the schemas that need a class of their own, as they come up in
 * other types.
 */
public final class Types {
  public static final String COMMA_SEPARATED = "x-zoom-comma-separated";
  public static final String SEEN = "x-zoom-seen";
  public static final String TIME_ZONE = "x-zoom-time-zone";

  private static final JavaType STRING = JavaType.value("java.lang.String", null, "STRING");
  private static final JavaType INTEGER = JavaType.value("java.lang.Integer", "int", "INTEGER");
  private static final JavaType LONG = JavaType.value("java.lang.Long", "long", "LONG");
  private static final JavaType DOUBLE = JavaType.value("java.lang.Double", "double", "DOUBLE");
  private static final JavaType BOOLEAN = JavaType.value("java.lang.Boolean", "boolean", "BOOLEAN");
  private static final JavaType DATE = JavaType.value("java.time.LocalDate", null, "DATE");
  private static final JavaType DATE_TIME =
      JavaType.value("java.time.OffsetDateTime", null, "DATE_TIME");
  private static final JavaType MOMENT = JavaType.value("java.time.OffsetDateTime", null, "MOMENT");
  private static final JavaType SCALAR =
      JavaType.value("dev.zoomkit.runtime.Scalar", null, "SCALAR");
  private static final JavaType DATE_OR_DATE_TIME =
      JavaType.value("dev.zoomkit.runtime.DateOrDateTime", null, "DATE_OR_DATE_TIME");

  /** A moment, or a time on the clocks of a zone that stands beside it. */
  public static final JavaType START_TIME =
      JavaType.value("dev.zoomkit.runtime.StartTime", null, "START_TIME");

  /** JSON that is now an object and now a list or a text, which no class can hold. */
  public static final JavaType FREE = JavaType.value("java.lang.Object", null, "FREE");

  /** What a property has whose type is refused, so that the reading goes on. */
  private static final JavaType REFUSED = STRING;

  private static final String REF = "#/components/schemas/";

  private final Map<String, Schema<?>> schemas;
  private final String modelPackage;
  private final Problems problems;
  private final Deque<String> pending = new ArrayDeque<>();
  private final Set<String> needed = new TreeSet<>();

  @SuppressWarnings({"unchecked", "rawtypes"})
  public Types(OpenAPI openApi, String modelPackage, Problems problems) {
    Map<String, Schema> declared =
        openApi.getComponents() == null ? null : openApi.getComponents().getSchemas();
    this.schemas = declared == null ? Map.of() : (Map) Collections.unmodifiableMap(declared);
    this.modelPackage = modelPackage;
    this.problems = problems;
  }

  /** All schemas of the description by name. */
  public Map<String, Schema<?>> schemas() {
    return schemas;
  }

  /** The next schema that needs a class and was not asked for yet; null where there is none. */
  public String nextNeeded() {
    return pending.poll();
  }

  /** The type of a schema that stands at some place of the description. */
  public JavaType of(Schema<?> schema, String where) {
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
      return isMap(schema) ? map(schema, where) : inlineObject(where);
    }
    if (schema.getType() == null) {
      return refused(where, "a schema without a type", "Give it a type, or a $ref to a schema");
    }
    return switch (schema.getType()) {
      case "array" -> JavaType.list(of(schema.getItems(), where + ", items", aliases));
      case "string" -> string(schema, where);
      case "integer" -> integer(schema, where);
      case "number" -> number(schema, where);
      case "boolean" -> BOOLEAN;
      default ->
          refused(where, "the type " + schema.getType() + " is none of OpenAPI 3.0", "Correct it");
    };
  }

  private JavaType named(String ref, String where, Set<String> aliases) {
    String name = nameOf(ref);
    Schema<?> schema = schemas.get(name);
    if (schema == null) {
      return refused(where, "$ref " + ref + " leads nowhere", "Correct it, or add the schema");
    }
    if (needsClass(schema)) {
      if (needed.add(name)) {
        pending.add(name);
      }
      return JavaType.generated(modelPackage, name);
    }
    if (!aliases.add(name)) {
      return refused(where, "schema " + name + " is made of nothing but itself", "Give it a type");
    }
    return of(schema, "schema " + name, aliases);
  }

  /** Whether a class is generated from a schema that is no reference. */
  public boolean needsClass(Schema<?> schema) {
    return schema.getEnum() != null || isObject(schema) && !isMap(schema);
  }

  /** The name of the schema that a $ref leads to. */
  public static String nameOf(String ref) {
    return ref.startsWith(REF) ? ref.substring(REF.length()) : ref;
  }

  /** A $ref that has a description or the like beside it, the way OpenAPI 3.0 writes it. */
  public static boolean isDescribedReference(Schema<?> schema) {
    return schema.getAllOf() != null
        && schema.getAllOf().size() == 1
        && schema.getAllOf().get(0).get$ref() != null
        && schema.getProperties() == null
        && schema.getType() == null
        && schema.getRequired() == null;
  }

  /** The schema itself, or the one it refers to, through any number of references. */
  public Schema<?> resolved(Schema<?> schema) {
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
  public boolean isObject(Schema<?> schema) {
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

  private JavaType map(Schema<?> schema, String where) {
    return JavaType.map(of((Schema<?>) schema.getAdditionalProperties(), where + ", values"));
  }

  private JavaType inlineObject(String where) {
    return refused(
        where,
        "an object without a name",
        "Move it to a schema file of its own, whose name becomes the class, and $ref that");
  }

  private JavaType string(Schema<?> schema, String where) {
    if (isMarked(schema, COMMA_SEPARATED)) {
      return JavaType.commaSeparated(STRING);
    }
    boolean zoned = extension(schema, TIME_ZONE) != null;
    return switch (Objects.requireNonNullElse(schema.getFormat(), "")) {
      case "date" -> DATE;
      case "date-time" -> zoned ? MOMENT : DATE_TIME;
      case "binary", "byte" ->
          refused(
              where,
              "bytes inside JSON or a query",
              "Use format binary only for a part of a multipart body and for a whole answer");
      default -> zoned ? START_TIME : STRING;
    };
  }

  private JavaType integer(Schema<?> schema, String where) {
    return switch (Objects.requireNonNullElse(schema.getFormat(), "int32")) {
      case "int32" -> INTEGER;
      case "int64" -> LONG;
      default -> refused(where, "an integer of format " + schema.getFormat(), "Use int32 or int64");
    };
  }

  private JavaType number(Schema<?> schema, String where) {
    return switch (Objects.requireNonNullElse(schema.getFormat(), "double")) {
      case "double", "float" -> DOUBLE;
      default -> refused(where, "a number of format " + schema.getFormat(), "Use double");
    };
  }

  /** One of several types that no class unites, as far as the runtime has a value for them. */
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
      return FREE;
    }
    if (types.equals(Set.of("string date", "string date-time"))) {
      return DATE_OR_DATE_TIME;
    }
    if (Set.of("string", "integer", "integer int32", "integer int64", "number", "boolean")
        .containsAll(types)) {
      return SCALAR;
    }
    return refused(
        where,
        "a union of " + String.join(", ", types),
        "Of plain types only string, integer, number and boolean without an enum, or date and"
            + " date-time, may be united, or an object and an array or a string; of objects, make the"
            + " union a named schema");
  }

  /** Whether an x- key is there and true. */
  public static boolean isMarked(Schema<?> schema, String key) {
    return Boolean.TRUE.equals(extension(schema, key));
  }

  /** The value of an x- key; null where the schema has none. */
  public static Object extension(Schema<?> schema, String key) {
    return schema.getExtensions() == null ? null : schema.getExtensions().get(key);
  }

  private JavaType refused(String where, String what, String remedy) {
    problems.add(where, what, remedy);
    return REFUSED;
  }
}
