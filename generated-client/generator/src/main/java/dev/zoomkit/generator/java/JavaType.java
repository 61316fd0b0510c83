package dev.zoomkit.generator.java;

import dev.zoomkit.spec.reader.JavaNames;

/**
 * A Java type as generated code writes it. Templates always import lists and the codecs of the
 * runtime; this names what else is to be imported.
 *
 * @param name the type in source, such as {@code List<Webinar>}
 * @param className the class, in full; of a list that of its items
 * @param primitive its primitive type, or null
 * @param kind whether it is one value or a list
 * @param codec the expression of the codec of the value, or of the list's items
 * @param codecClass the class that the codec names, in full, if the build supplies it; or null
 * @param schema the schema that a class is generated from, of the type or of its items; or null
 * @param item the type of a list's items; null for others
 */
public record JavaType(
    String name,
    String className,
    String primitive,
    Kind kind,
    String codec,
    String codecClass,
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
  public static final JavaType DATE_OR_DATE_TIME =
      value("dev.zoomkit.value.DateOrDateTime", null, "DATE_OR_DATE_TIME");

  /** A moment, or a time on the clocks of a zone that stands beside it. */
  public static final JavaType START_TIME =
      value("dev.zoomkit.value.StartTime", null, "START_TIME");

  /** JSON that may be an object, a list or text, which no one class can hold. */
  public static final JavaType FREE = value("java.lang.Object", null, "FREE");

  public enum Kind {
    VALUE,
    LIST
  }

  /** A type of the Java library or the runtime, with a codec of the runtime. */
  private static JavaType value(String className, String primitive, String codec) {
    return value(className, primitive, "Codecs." + codec, null, null);
  }

  /** A generated class. */
  public static JavaType generated(String packageName, String schema) {
    return value(packageName + "." + schema, null, schema + "JsonAdapter.INSTANCE", null, schema);
  }

  /** A class of the published client, whose codecs are not to be seen from other packages. */
  public static JavaType published(String schema) {
    String client = JavaNames.MODEL_PACKAGE + ".";
    String codec = "Codecs.of(%sZoomJson.factory(), %s.class)".formatted(client, client + schema);
    return value(client + schema, null, codec, null, schema);
  }

  /** A type that the build supplies, with its codec in the same package or another one. */
  static JavaType custom(String className, String codecPackage) {
    int dot = className.lastIndexOf('.') + 1;
    String codec = className.substring(dot) + "JsonAdapter";
    String itsPackage = codecPackage.isEmpty() ? className.substring(0, dot) : codecPackage + ".";
    return value(className, null, codec + ".INSTANCE", itsPackage + codec, null);
  }

  private static JavaType value(
      String className, String primitive, String codec, String codecClass, String schema) {
    String name = className.substring(className.lastIndexOf('.') + 1);
    return new JavaType(name, className, primitive, Kind.VALUE, codec, codecClass, schema, null);
  }

  /** A list of the type. */
  public static JavaType list(JavaType item) {
    return item.held("List<" + item.name + ">", Kind.LIST, item.asCodec(), item);
  }

  /** A list that stands in one string, with commas. */
  public static JavaType commaSeparated(JavaType item) {
    String codec =
        item == STRING ? "Codecs.COMMA_SEPARATED" : "Codecs.commaSeparated(" + item.codec + ")";
    return item.held("List<" + item.name + ">", Kind.VALUE, codec, item);
  }

  private JavaType held(String holder, Kind holderKind, String itsCodec, JavaType item) {
    return new JavaType(holder, className, null, holderKind, itsCodec, codecClass, schema, item);
  }

  private String asCodec() {
    return switch (kind) {
      case VALUE -> codec;
      case LIST -> "Codecs.list(" + codec + ")";
    };
  }

  /** The expression that reads the value. */
  public String read() {
    return switch (kind) {
      case VALUE -> codec + ".read(reader)";
      case LIST -> "Codecs.readList(reader, " + codec + ")";
    };
  }

  /** The statement that writes the value to the writer. */
  public String write(String writer, String value) {
    return switch (kind) {
      case VALUE -> codec + ".write(" + writer + ", " + value + ");";
      case LIST -> "Codecs.writeList(" + writer + ", " + value + ", " + codec + ");";
    };
  }

  /** Whether it is a list. */
  public boolean holdsMany() {
    return item != null;
  }

  /** The type of values that are required: its primitive type where it has one. */
  public String required() {
    return primitive == null ? name : primitive;
  }
}
