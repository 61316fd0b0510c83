package dev.zoomkit.generator.java;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java types that a build chooses: those of simple types, by the names that openapi-generator
 * has for them, and those that replace schemas. A type that the runtime does not know needs a
 * codec, named after it.
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
  private final SortedMap<String, JavaType> custom = new TreeMap<>();
  private final Set<String> formats = new HashSet<>();

  /**
   * The mappings of a build.
   *
   * @param types Java's types by openapi-generator's names, by formats and by schemas
   * @param schemas Java's types by schemas
   * @param imports full names by simple ones
   * @param codecPackage the package of the custom types' codecs; empty for the package of each type
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

  /** The type that the build has in place of a schema, if any. */
  public Optional<JavaType> ofSchema(String schema) {
    String fallback = imports.containsKey(schema) ? schema : null;
    String name = schemas.getOrDefault(schema, types.getOrDefault(schema, fallback));
    return Optional.ofNullable(name).map(this::named);
  }

  /** The schemas that the build has its own classes for. */
  public Set<String> replacedSchemas() {
    return schemas.keySet();
  }

  /** The Java type of a simple type; a mapping of its format takes precedence. */
  public JavaType ofSimple(String type, String format) {
    formats.add(format);
    return named(types.getOrDefault(format, types.get(type)));
  }

  private JavaType named(String name) {
    String fullName = imports.getOrDefault(name, name);
    String simpleName = fullName.substring(fullName.lastIndexOf('.') + 1);
    JavaType known = KNOWN.get(simpleName);
    if (known != null && (fullName.equals(simpleName) || known.className().equals(fullName))) {
      return known;
    }
    return custom.computeIfAbsent(fullName, any -> JavaType.custom(fullName, codecPackage));
  }

  /** The types in use that the runtime does not know, by full name. */
  public SortedMap<String, JavaType> custom() {
    return custom;
  }

  /** The names among those given that the build maps and that no value has as its format. */
  public Set<String> mappedInVain(Set<String> names) {
    Set<String> mapped = new TreeSet<>(types.keySet());
    mapped.retainAll(names);
    mapped.removeAll(formats);
    return mapped;
  }

  /** Whether the runtime has a type of this simple name. */
  static boolean isKnown(String name) {
    return KNOWN.containsKey(name);
  }
}
