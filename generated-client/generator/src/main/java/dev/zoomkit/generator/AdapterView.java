package dev.zoomkit.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The codec of a model, as its template prints it. */
record AdapterView(
    String packageName,
    List<String> imports,
    String name,
    boolean nulls,
    boolean checked,
    String options,
    List<Field> fields) {

  /** How one field is read and written. */
  record Field(
      String name,
      String literal,
      String readCase,
      boolean checked,
      boolean sendsNull,
      String write) {}

  static AdapterView of(Model model, String packageName) {
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
              write(property, checked ? 4 : 6)));
      names.add(literal);
    }
    boolean nulls = model.properties().stream().anyMatch(model::sendsNull);
    boolean checked = model.properties().stream().anyMatch(model::checks);
    if (nulls) {
      imports.add("dev.zoomkit.runtime.Values");
    }
    return new AdapterView(
        packageName,
        Layout.imports(packageName, imports),
        model.name(),
        nulls,
        checked,
        Layout.options("NAMES", names),
        fields);
  }

  private static String readCase(Model model, Property property, int index) {
    String name = property.name();
    String read = property.type().read() + ";";
    if (!model.sendsNull(property)) {
      return Layout.after(8, "case " + index + " -> builder." + name + " =", read)
          .replace("\n            ", "\n                ");
    }
    return "        case " + index + " -> builder." + name + "(" + property.type().read() + ");";
  }

  private static String write(Property property, int indent) {
    String name = "value." + property.name();
    String writer = "writer.name(" + Literals.string(property.wireName()) + ")";
    return Layout.call(indent, property.type().write(writer, name));
  }
}
