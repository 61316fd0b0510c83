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
    boolean checked,
    String names,
    List<Field> fields) {

  /** How one field is read and written, and on which condition; empty without one. */
  record Field(
      String name,
      String literal,
      String readCase,
      String condition,
      String nullCondition,
      String write) {}

  static AdapterView of(Model model, String packageName) {
    Set<String> imports =
        new TreeSet<>(
            List.of(
                "com.squareup.moshi.JsonReader",
                "com.squareup.moshi.JsonWriter",
                "dev.zoomkit.runtime.JsonCodec",
                "dev.zoomkit.runtime.Reading",
                "java.io.IOException",
                "org.jspecify.annotations.Nullable"));
    List<Field> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Property property : model.properties()) {
      imports.addAll(property.type().codecImports());
      String literal = Literals.string(property.wireName());
      fields.add(
          new Field(
              property.name(),
              literal,
              readCase(model, property, names.size()),
              condition(model, property),
              nullCondition(model, property),
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

  /** The condition that a value is there, and was not kept whole as its JSON. */
  private static String condition(Model model, Property property) {
    List<String> terms = new ArrayList<>();
    if (!model.checks(property)) {
      terms.add("value." + property.name() + " != null");
    }
    if (property.type().holdsMany()) {
      terms.add(isNotRaw(property));
    }
    return String.join(" && ", terms);
  }

  private static String nullCondition(Model model, Property property) {
    return model.sendsNull(property)
        ? "value.nulls.contains("
            + Literals.string(property.wireName())
            + ") && "
            + isNotRaw(property)
        : "";
  }

  private static String isNotRaw(Property property) {
    String literal = Literals.string(property.wireName());
    return "!value.additionalProperties.containsKey(" + literal + ")";
  }

  private static String write(Property property) {
    String writer = "writer.name(" + Literals.string(property.wireName()) + ")";
    return property.type().write(writer, "value." + property.name());
  }
}
