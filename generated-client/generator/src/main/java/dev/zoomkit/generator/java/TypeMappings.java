package dev.zoomkit.generator.java;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java types that a build chooses: those of simple types, by the names that openapi-generator
 * has for them, and those that stand in for schemas. A type that the runtime does not know brings
 * its codec, named after it.
 */
public final class TypeMappings {
  /** What simple types are, unless the build says otherwise. */
  public static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("string", "String"),
          Map.entry("URI", "String"),
          Map.entry("UUID", "String"),
          Map.entry("integer", "Integer"),
          Map.entry("long", "Long"),
          Map.entry("number", "Double"),
          Map.entry("float", "Double"),
          Map.entry("double", "Double"),
          Map.entry("boolean", "Boolean"),
          Map.entry("date", "LocalDate"),
          Map.entry("DateTime", "OffsetDateTime"),
          Map.entry("AnyType", "Object"));

  private static final Map<String, JavaType> KNOWN =
      Stream.of(
              JavaType.STRING,
              JavaType.INTEGER,
              JavaType.LONG,
              JavaType.DOUBLE,
              JavaType.BOOLEAN,
              JavaType.DATE,
              JavaType.DATE_TIME,
              JavaType.START_TIME,
              JavaType.DATE_OR_DATE_TIME,
              JavaType.FREE)
          .collect(Collectors.toMap(JavaType::name, type -> type));

  private final Map<String, String> types;
  private final Map<String, String> schemas;
  private final Map<String, String> imports;
  private final String codecPackage;
  private final SortedMap<String, JavaType> own = new TreeMap<>();

  /**
   * Of a build.
   *
   * @param types Java's types by openapi-generator's names, by formats and by schemas
   * @param schemas Java's types by schemas
   * @param imports full names by simple ones
   * @param codecPackage where the codecs of the build's own types are; empty for beside the types
   */
  public TypeMappings(
      Map<String, String> types,
      Map<String, String> schemas,
      Map<String, String> imports,
      String codecPackage) {
    this.types = types;
    this.schemas = schemas;
    this.imports = imports;
    this.codecPackage = codecPackage;
  }

  /** The type that stands in for a schema, where the build has one. */
  public Optional<JavaType> ofSchema(String schema) {
    String fallback = imports.containsKey(schema) ? schema : null;
    String name = schemas.getOrDefault(schema, types.getOrDefault(schema, fallback));
    return Optional.ofNullable(name).map(this::named);
  }

  /** The schemas that the build has other classes for. */
  public Set<String> replacedSchemas() {
    return schemas.keySet();
  }

  /** The type of a simple type; the one of its format goes first. */
  public JavaType ofSimple(String type, String format) {
    return named(types.getOrDefault(format, types.get(type)));
  }

  private JavaType named(String name) {
    String fullName = imports.getOrDefault(name, name);
    String simpleName = fullName.substring(fullName.lastIndexOf('.') + 1);
    JavaType known = KNOWN.get(simpleName);
    if (known != null && (fullName.equals(simpleName) || known.className().equals(fullName))) {
      return known;
    }
    return own.computeIfAbsent(fullName, any -> JavaType.own(fullName, codecPackage));
  }

  /** The types that the runtime does not know, as far as they were asked for, by full name. */
  public SortedMap<String, JavaType> own() {
    return own;
  }

  /** Whether the runtime has a type of this simple name. */
  static boolean isKnown(String name) {
    return KNOWN.containsKey(name);
  }
}
