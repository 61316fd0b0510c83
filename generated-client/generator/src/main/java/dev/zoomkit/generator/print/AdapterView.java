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

  /** How one field is read and written. */
  record Field(
      String name,
      String literal,
      String readCase,
      boolean checked,
      boolean sendsNull,
      String write) {}

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
              readCase(model, property, fields.size()),
              model.checks(property),
              model.sendsNull(property),
              write(property)));
    }
    return fields;
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
