package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.Prose;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;

/** Describes the limits that a schema sets by its keywords, and the default of an absent value. */
final class Limits {
  private Limits() {}

  /** The sentences about a schema; empty where it limits nothing. */
  static String of(Schema<?> schema, TypeReader types) {
    List<String> sentences = new ArrayList<>();
    add(sentences, range(schema.getMinimum(), schema.getMaximum(), ""));
    add(sentences, range(schema.getMinLength(), schema.getMaxLength(), " characters"));
    add(sentences, range(schema.getMinItems(), schema.getMaxItems(), " entries"));
    Schema<?> items = schema.getItems();
    if (items != null && items.getMaxLength() != null) {
      sentences.add("Each at most " + characters(items.getMaxLength()) + ".");
    }
    if (schema.getPattern() != null) {
      sentences.add("Has the form " + Prose.literal(schema.getPattern()) + ".");
    }
    Object absent = schema.getDefault();
    if (absent != null) {
      sentences.add("Default: " + Prose.literal(absentText(absent, schema, types)) + ".");
    }
    return String.join(" ", sentences);
  }

  private static String characters(int count) {
    return count == 1 ? "1 character" : count + " characters";
  }

  /** An enumeration's constant, where the default is one; else the value itself. */
  private static String absentText(Object value, Schema<?> schema, TypeReader types) {
    Schema<?> actual = types.resolved(schema);
    if (actual.getEnum() != null) {
      int index = actual.getEnum().stream().map(String::valueOf).toList().indexOf(value.toString());
      List<String> names = EnumerationReader.varNames(actual);
      if (index >= 0 && index < names.size()) {
        return names.get(index);
      }
    }
    return value instanceof String text && text.isEmpty() ? "\"\"" : String.valueOf(value);
  }

  private static String range(Number least, Number most, String unit) {
    if (least != null && most != null) {
      return least.equals(most)
          ? "Exactly " + most + unit + "."
          : "From " + least + " to " + most + unit + ".";
    }
    if (most != null) {
      return "At most " + most + singular(most, unit) + ".";
    }
    boolean trivial = least == null || !unit.isEmpty() && least.longValue() == 0;
    return trivial ? "" : "At least " + least + singular(least, unit) + ".";
  }

  private static String singular(Number number, String unit) {
    if (number.longValue() != 1) {
      return unit;
    }
    return unit.equals(" entries") ? " entry" : unit.equals(" characters") ? " character" : unit;
  }

  private static void add(List<String> sentences, String sentence) {
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }
}
