package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the template of a model's codec prints. */
public final class AdapterView {
  private final Model model;
  private final String packageName;

  public AdapterView(Model model, String packageName) {
    this.model = model;
    this.packageName = packageName;
  }

  /** How a field is read and written, and under which condition; empty for always. */
  record Field(String name, String literal, String readCase, String condition, String write) {}

  String packageName() {
    return packageName;
  }

  List<String> imports() {
    return Imports.elsewhere(
        packageName,
        model.properties().stream().map(each -> each.type().codecClass()).filter(Objects::nonNull));
  }

  String name() {
    return model.name();
  }

  boolean checked() {
    return model.properties().stream().anyMatch(model::checks);
  }

  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Property property : model.properties()) {
      fields.add(
          new Field(
              property.name(),
              Literals.string(property.wireName()),
              readCase(property, fields.size()),
              condition(model, property),
              write(property)));
    }
    return fields;
  }

  private static String readCase(Property property, int index) {
    return "case %d -> builder.%s = %s;".formatted(index, property.name(), property.type().read());
  }

  /**
   * The condition that a value is present, that its JSON was not kept in its place, and that a
   * request is to have it.
   */
  private static String condition(Model model, Property property) {
    List<String> terms = new ArrayList<>();
    if (!model.checks(property)) {
      terms.add("value." + property.name() + " != null");
    }
    if (property.type().holdsMany()) {
      String literal = Literals.string(property.wireName());
      terms.add("!value.additionalProperties.containsKey(" + literal + ")");
    }
    if (property.readOnly()) {
      terms.add("!isSentBack(writer)");
    }
    return String.join(" && ", terms);
  }

  private static String write(Property property) {
    String writer = "writer.name(" + Literals.string(property.wireName()) + ")";
    return property.type().write(writer, "value." + property.name());
  }
}
