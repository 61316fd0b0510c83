package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The codec of a model, as its template prints it. */
public record AdapterView(
    String packageName,
    List<String> imports,
    String name,
    boolean checked,
    String names,
    List<Field> fields) {

  /** How one field is read and written. */
  public record Field(
      String name,
      String literal,
      String readCase,
      boolean checked,
      boolean sendsNull,
      String write) {}

  public static AdapterView of(Model model, String packageName) {
    Set<String> imports =
        new TreeSet<>(
            List.of(
                "com.squareup.moshi.JsonReader",
                "com.squareup.moshi.JsonWriter",
                "dev.zoomkit.runtime.JsonCodec",
                "java.io.IOException",
                "org.jspecify.annotations.Nullable"));
    List<Field> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Property property : model.properties()) {
      imports.addAll(property.type().codecImports());
      String literal = Literals.string(property.wireName());
      boolean checked = model.checks(property);
      fields.add(
          new Field(
              property.name(),
              literal,
              readCase(model, property, names.size()),
              checked,
              model.sendsNull(property),
              write(property)));
      names.add(literal);
    }
    boolean checked = model.properties().stream().anyMatch(model::checks);
    return new AdapterView(
        packageName,
        Layout.imports(packageName, imports),
        model.name(),
        checked,
        String.join(", ", names),
        fields);
  }

  private static String readCase(Model model, Property property, int index) {
    String target = "case " + index + " -> builder." + property.name();
    String value = property.type().read();
    return model.sendsNull(property) ? target + "(" + value + ");" : target + " = " + value + ";";
  }

  private static String write(Property property) {
    String writer = "writer.name(" + Literals.string(property.wireName()) + ")";
    return property.type().write(writer, "value." + property.name());
  }
}
