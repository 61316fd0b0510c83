package dev.zoomkit.generator.java;

import dev.zoomkit.generator.read.Problems;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An open enumeration: a named schema with enum.
 *
 * @param name the class's name
 * @param text whether the values are text, rather than whole numbers
 * @param wide whether the values are numbers of 64 bits
 */
public record Enumeration(
    String name, List<String> docs, boolean text, boolean wide, List<Constant> constants) {

  public static final String NAMES = "x-enum-varnames";
  public static final String DESCRIPTIONS = "x-enum-descriptions";

  /** The name of the value that stands for all that the description lacks. */
  private static final String UNKNOWN = "UNKNOWN";

  /** One value. The literal is its value in Java source. */
  public record Constant(String name, String literal, String doc) {}

  /** The type of a raw value. */
  public String valueType() {
    return text ? "String" : wide ? "long" : "int";
  }

  /** The type of a raw value that may be absent. */
  public String boxedType() {
    return text ? "String" : wide ? "Long" : "Integer";
  }

  /** Reads the enumeration of a schema. */
  public static Enumeration of(String name, Schema<?> schema, Prose prose, Problems problems) {
    String where = "schema " + name;
    boolean text = "string".equals(schema.getType());
    boolean wide = "int64".equals(schema.getFormat());
    if (!text && !"integer".equals(schema.getType())) {
      problems.add(
          where,
          "an enumeration of type " + schema.getType(),
          "Only strings and integers make an open enumeration; give it one of these types");
    }
    List<String> values =
        schema.getEnum().stream().filter(Objects::nonNull).map(String::valueOf).toList();
    List<String> names = varNames(schema);
    List<String> descriptions = strings(schema, DESCRIPTIONS);
    check(where, schema, values, names, descriptions, problems);

    List<Constant> constants = new ArrayList<>();
    for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
      String value = values.get(i);
      String description =
          i < descriptions.size()
              ? prose.line(descriptions.get(i))
              : "The value " + Prose.literal(value) + ".";
      String literal = text ? Literals.string(value) : wide ? value + "L" : value;
      constants.add(new Constant(names.get(i), literal, description));
    }
    return new Enumeration(
        name, prose.paragraphs(schema.getDescription()), text, wide, List.copyOf(constants));
  }

  /** The constants' names: those of the description, or, for text, made of the values. */
  public static List<String> varNames(Schema<?> schema) {
    List<String> names = strings(schema, NAMES);
    if (!names.isEmpty() || !"string".equals(schema.getType())) {
      return names;
    }
    return schema.getEnum().stream()
        .filter(Objects::nonNull)
        .map(value -> Names.constant(String.valueOf(value)))
        .toList();
  }

  private static void check(
      String where,
      Schema<?> schema,
      List<String> values,
      List<String> names,
      List<String> descriptions,
      Problems problems) {
    if (names.size() != values.size()) {
      problems.add(
          where,
          values.size() + " values and " + names.size() + " names",
          "Give each value a name in " + NAMES);
    }
    if (!descriptions.isEmpty() && descriptions.size() != values.size()) {
      problems.add(
          where,
          values.size() + " values and " + descriptions.size() + " descriptions",
          "Give each value a sentence in " + DESCRIPTIONS);
    }
    if (new HashSet<>(values).size() < values.size()) {
      problems.add(where, "a value stands twice in enum", "Take one out");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!Names.isConstant(name)) {
        problems.add(
            where,
            "`" + name + "` is no constant's name",
            "Write it in " + NAMES + " as UPPER_SNAKE");
      }
      if (name.equals(UNKNOWN)) {
        problems.add(
            where,
            "the name UNKNOWN stands for all values that the description lacks",
            "Give the value another name in " + NAMES);
      }
      if (!seen.add(name)) {
        problems.add(where, "two values have the name " + name, "Give them two names in " + NAMES);
      }
    }
  }

  private static List<String> strings(Schema<?> schema, String key) {
    Object list = schema.getExtensions() == null ? null : schema.getExtensions().get(key);
    return list instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
  }
}
