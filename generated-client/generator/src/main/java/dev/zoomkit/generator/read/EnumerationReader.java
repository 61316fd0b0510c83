package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.Enumeration;
import dev.zoomkit.generator.java.Enumeration.Constant;
import dev.zoomkit.generator.java.Enumeration.Values;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Prose;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the open enumerations: named schemas with enum. */
final class EnumerationReader {
  private static final String NAMES = "x-enum-varnames";
  private static final String DESCRIPTIONS = "x-enum-descriptions";

  /** The name of the value that stands for all that the description lacks. */
  private static final String UNKNOWN = "UNKNOWN";

  private final ReaderContext context;

  EnumerationReader(ReaderContext context) {
    this.context = context;
  }

  Enumeration read(String name, Schema<?> schema) {
    String where = "schema " + name;
    boolean wide = "int64".equals(schema.getFormat());
    Values kind = wide ? Values.WIDE_NUMBERS : Values.NUMBERS;
    if ("string".equals(schema.getType())) {
      kind = Values.TEXT;
    } else if (!"integer".equals(schema.getType())) {
      context.problem(
          where,
          "an enumeration of type " + schema.getType(),
          "Only strings and integers make an open enumeration; give it one of these types");
    }
    List<String> values =
        schema.getEnum().stream().filter(Objects::nonNull).map(String::valueOf).toList();
    List<String> names = varNames(schema);
    List<String> descriptions = TypeReader.texts(TypeReader.extension(schema, DESCRIPTIONS));
    checkValues(where, values, names.size(), descriptions.size());
    checkNames(where, names);

    List<Constant> constants = new ArrayList<>();
    for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
      String value = values.get(i);
      String description =
          i < descriptions.size()
              ? context.prose().line(descriptions.get(i))
              : "The value " + Prose.literal(value) + ".";
      constants.add(new Constant(names.get(i), kind.literal(value), description));
    }
    List<String> docs = context.prose().paragraphs(schema.getDescription());
    return new Enumeration(name, docs, kind, List.copyOf(constants));
  }

  /** The constants' names: those of the description, or, for text, made of the values. */
  static List<String> varNames(Schema<?> schema) {
    List<String> names = TypeReader.texts(TypeReader.extension(schema, NAMES));
    if (!names.isEmpty() || !"string".equals(schema.getType())) {
      return names;
    }
    return schema.getEnum().stream()
        .filter(Objects::nonNull)
        .map(value -> Names.constant(String.valueOf(value)))
        .toList();
  }

  private void checkValues(String where, List<String> values, int names, int descriptions) {
    if (names != values.size()) {
      context.problem(
          where,
          values.size() + " values and " + names + " names",
          "Give each value a name in " + NAMES);
    }
    if (descriptions != 0 && descriptions != values.size()) {
      context.problem(
          where,
          values.size() + " values and " + descriptions + " descriptions",
          "Give each value a sentence in " + DESCRIPTIONS);
    }
    if (new HashSet<>(values).size() < values.size()) {
      context.problem(where, "a value stands twice in enum", "Take one out");
    }
  }

  private void checkNames(String where, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!Names.isConstant(name)) {
        context.problem(
            where,
            "`" + name + "` is no constant's name",
            "Write it in " + NAMES + " as UPPER_SNAKE");
      }
      if (name.equals(UNKNOWN)) {
        context.problem(
            where,
            "the name UNKNOWN stands for all values that the description lacks",
            "Give the value another name in " + NAMES);
      }
      if (!seen.add(name)) {
        context.problem(
            where, "two values have the name " + name, "Give them two names in " + NAMES);
      }
    }
  }
}
