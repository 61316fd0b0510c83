package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.Enumeration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An open enumeration's class, or its codec, as their templates print them. */
public record EnumerationView(
    String packageName,
    List<String> imports,
    String javadoc,
    String type,
    boolean text,
    boolean switchable,
    String valueType,
    String boxedType,
    String codec,
    String equality,
    String hash,
    String string,
    String literals,
    List<Constant> constants) {

  /** One value. */
  public record Constant(
      int index, String name, String literal, String javadoc, String nestedJavadoc) {}

  private static final String NULLABLE = "org.jspecify.annotations.Nullable";

  /** The class. */
  public static EnumerationView ofType(
      Enumeration enumeration, String packageName, Predicate<String> links) {
    Set<String> imports = new TreeSet<>(Set.of(NULLABLE, "dev.zoomkit.runtime.OpenEnum"));
    if (enumeration.text()) {
      imports.add("dev.zoomkit.runtime.Arguments");
    }
    return of(enumeration, packageName, links, imports);
  }

  /** The codec. */
  public static EnumerationView ofAdapter(
      Enumeration enumeration, String packageName, Predicate<String> links) {
    return of(
        enumeration,
        packageName,
        links,
        Set.of(
            NULLABLE,
            "com.squareup.moshi.JsonReader",
            "com.squareup.moshi.JsonWriter",
            "dev.zoomkit.runtime.Codecs",
            "dev.zoomkit.runtime.JsonCodec",
            "java.io.IOException"));
  }

  private static EnumerationView of(
      Enumeration enumeration, String packageName, Predicate<String> links, Set<String> imports) {
    String type = enumeration.name();
    List<Constant> constants = new ArrayList<>();
    for (Enumeration.Constant constant : enumeration.constants()) {
      constants.add(
          new Constant(
              constants.size(),
              constant.name(),
              constant.literal(),
              new Javadoc(links).paragraph(constant.doc()).at(2),
              new Javadoc(links).paragraph(constant.doc()).at(4)));
    }
    return new EnumerationView(
        packageName,
        Layout.imports(packageName, new TreeSet<>(imports)),
        new Javadoc(links)
            .paragraphs(enumeration.docs())
            .paragraph(
                "Open: a value that the description lacks is kept, and {@link #known()} is then"
                    + " {@link Known#UNKNOWN}. Immutable.")
            .at(0),
        type,
        enumeration.text(),
        !enumeration.wide(),
        enumeration.valueType(),
        enumeration.boxedType(),
        enumeration.text() ? "STRING" : enumeration.wide() ? "LONG" : "INTEGER",
        enumeration.text() ? "this.value.equals(that.value)" : "this.value == that.value",
        enumeration.text() ? "value.hashCode()" : enumeration.boxedType() + ".hashCode(value)",
        enumeration.text() ? "value" : enumeration.boxedType() + ".toString(value)",
        constants.stream().map(Constant::literal).collect(Collectors.joining(", ")),
        List.copyOf(constants));
  }
}
