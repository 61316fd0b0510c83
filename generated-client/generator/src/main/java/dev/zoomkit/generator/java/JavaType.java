package dev.zoomkit.generator.java;

import java.util.Set;
import java.util.TreeSet;

/**
 * A Java type as generated code writes it.
 *
 * @param name the type in source, such as {@code List<Webinar>}
 * @param imports the classes it names, in full
 * @param primitive its primitive type, or null
 * @param kind whether it is one value, a list or a map
 * @param codec the expression of the codec of the value, or of the list's or map's values
 * @param codecImports the classes that the codec names, in full
 * @param schema the schema that a class is generated from, of the type or of what it holds; or null
 * @param item the type of a list's items; null for others
 */
public record JavaType(
    String name,
    Set<String> imports,
    String primitive,
    Kind kind,
    String codec,
    Set<String> codecImports,
    String schema,
    JavaType item) {

  public static final JavaType STRING = value("java.lang.String", null, "STRING");
  public static final JavaType INTEGER = value("java.lang.Integer", "int", "INTEGER");
  public static final JavaType LONG = value("java.lang.Long", "long", "LONG");
  public static final JavaType DOUBLE = value("java.lang.Double", "double", "DOUBLE");
  public static final JavaType BOOLEAN = value("java.lang.Boolean", "boolean", "BOOLEAN");
  public static final JavaType DATE = value("java.time.LocalDate", null, "DATE");
  public static final JavaType DATE_TIME = value("java.time.OffsetDateTime", null, "DATE_TIME");
  public static final JavaType MOMENT = value("java.time.OffsetDateTime", null, "MOMENT");
  public static final JavaType SCALAR = value("dev.zoomkit.runtime.Scalar", null, "SCALAR");
  public static final JavaType DATE_OR_DATE_TIME =
      value("dev.zoomkit.runtime.DateOrDateTime", null, "DATE_OR_DATE_TIME");

  /** A moment, or a time on the clocks of a zone that stands beside it. */
  public static final JavaType START_TIME =
      value("dev.zoomkit.runtime.StartTime", null, "START_TIME");

  /** JSON that is now an object and now a list or a text, which no class can hold. */
  public static final JavaType FREE = value("java.lang.Object", null, "FREE");

  public enum Kind {
    VALUE,
    LIST,
    MAP
  }

  /** A type of the Java library or the runtime, with a codec of the runtime. */
  public static JavaType value(String className, String primitive, String codec) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    return new JavaType(
        name,
        Set.of(className),
        primitive,
        Kind.VALUE,
        "Codecs." + codec,
        Set.of("dev.zoomkit.runtime.Codecs"),
        null,
        null);
  }

  /** A generated class. */
  public static JavaType generated(String packageName, String schema) {
    return new JavaType(
        schema,
        Set.of(packageName + "." + schema),
        null,
        Kind.VALUE,
        schema + "JsonAdapter.INSTANCE",
        Set.of(),
        schema,
        null);
  }

  /** A type of the build's own, with a codec of the build's own beside it or in another package. */
  static JavaType own(String className, String codecPackage) {
    int dot = className.lastIndexOf('.');
    String name = className.substring(dot + 1);
    String codec = name + "JsonAdapter";
    String itsPackage =
        codecPackage.isEmpty() ? className.substring(0, dot + 1) : codecPackage + ".";
    return new JavaType(
        name,
        Set.of(className),
        null,
        Kind.VALUE,
        codec + ".INSTANCE",
        Set.of(itsPackage + codec),
        null,
        null);
  }

  /** A list of the type. */
  public static JavaType list(JavaType item) {
    return holder("List<" + item.name + ">", "java.util.List", Kind.LIST, item);
  }

  /** A list of text that stands in one string, with commas. */
  public static JavaType commaSeparated(JavaType text) {
    return new JavaType(
        "List<" + text.name + ">",
        Set.of("java.util.List"),
        null,
        Kind.VALUE,
        "Codecs.COMMA_SEPARATED",
        Set.of("dev.zoomkit.runtime.Codecs"),
        null,
        text);
  }

  /** A map from text to the type. */
  public static JavaType map(JavaType value) {
    return holder("Map<String, " + value.name + ">", "java.util.Map", Kind.MAP, value);
  }

  private static JavaType holder(String name, String className, Kind kind, JavaType held) {
    return new JavaType(
        name,
        union(held.imports, Set.of(className)),
        null,
        kind,
        held.asCodec(),
        union(held.codecImports, Set.of("dev.zoomkit.runtime.Codecs")),
        held.schema,
        kind == Kind.LIST ? held : null);
  }

  /** In order, so that what is generated does not depend on the order of hashes. */
  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private String asCodec() {
    return switch (kind) {
      case VALUE -> codec;
      case LIST -> "Codecs.list(" + codec + ")";
      case MAP -> "Codecs.map(" + codec + ")";
    };
  }

  /** The expression that reads the value. */
  public String read() {
    return switch (kind) {
      case VALUE -> codec + ".read(reader)";
      case LIST -> "Codecs.readList(reader, " + codec + ")";
      case MAP -> "Codecs.readMap(reader, " + codec + ")";
    };
  }

  /** The statement that writes the value to the writer. */
  public String write(String writer, String value) {
    return switch (kind) {
      case VALUE -> codec + ".write(" + writer + ", " + value + ");";
      case LIST -> "Codecs.writeList(" + writer + ", " + value + ", " + codec + ");";
      case MAP -> "Codecs.writeMap(" + writer + ", " + value + ", " + codec + ");";
    };
  }

  /** Whether it is a list or a map. */
  public boolean holdsMany() {
    return item != null || kind == Kind.MAP;
  }

  /** The type of values that are required: its primitive type where it has one. */
  public String required() {
    return primitive == null ? name : primitive;
  }
}
