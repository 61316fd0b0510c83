package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses names that a test spells as nobody else does, and says which one it may have meant. */
public final class Typos {
  private static final int FEW = 20;

  private Typos() {}

  /**
   * Lets a known name pass.
   *
   * @param what such as {@code operation}
   * @throws IllegalArgumentException if the name is unknown; the message has the nearest, or where
   *     more than half of its letters are others, all that there are, if they are few
   */
  public static void refuse(String what, String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "There is no " + what + " \"" + name + "\"" + hint(name, known) + ".");
    }
  }

  /** What to add where a name is unknown: the nearest, all if they are few, or nothing. */
  static String hint(String name, Collection<String> known) {
    Optional<String> nearest =
        known.stream().min(Comparator.comparingInt(other -> distance(name, other)));
    if (nearest.filter(other -> isNear(name, other)).isPresent()) {
      return "; the nearest is " + nearest.get();
    }
    boolean few = !known.isEmpty() && known.size() <= FEW;
    return few ? "; what there is: " + String.join(", ", new TreeSet<>(known)) : "";
  }

  private static boolean isNear(String name, String other) {
    return distance(name, other) * 2 <= Math.max(name.length(), other.length());
  }

  /**
   * Lets fields pass that one of the schemas has, at each depth.
   *
   * @param at the dotted path of the value, empty for the whole
   * @throws IllegalArgumentException if none of them has a field
   */
  public static void refuseFields(List<MergedSchema> schemas, JsonNode value, String at) {
    Set<String> known = new LinkedHashSet<>();
    schemas.forEach(schema -> known.addAll(schema.names()));
    boolean open =
        known.isEmpty()
            || schemas.stream()
                .anyMatch(schema -> !schema.key("additionalProperties").isMissingNode());
    for (var field : value.properties()) {
      String here = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
      if (!open) {
        refuse(at.isEmpty() ? "field" : "field of " + at, field.getKey(), known);
      }
      refuseFields(
          within(schemas, schema -> schema.property(field.getKey())), field.getValue(), here);
    }
    if (value.isArray()) {
      List<MergedSchema> items = within(schemas, MergedSchema::items);
      value.forEach(item -> refuseFields(items, item, at));
    }
  }

  private interface Step {
    @Nullable MergedSchema from(MergedSchema schema);
  }

  private static List<MergedSchema> within(List<MergedSchema> schemas, Step step) {
    return schemas.stream().map(step::from).filter(Objects::nonNull).toList();
  }

  /** How many letters have to change for one word to become another (Levenshtein). */
  public static int distance(String one, String other) {
    List<Integer> row = new ArrayList<>();
    for (int i = 0; i <= other.length(); i++) {
      row.add(i);
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row.set(0, i);
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row.get(j);
        row.set(j, Math.min(replaced, 1 + Math.min(row.get(j - 1), row.get(j))));
      }
    }
    return row.get(other.length());
  }
}
