package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Compares what two schemas state about a single value. */
final class Keywords {
  private static final Map<String, String> LARGEST =
      Map.of("maximum", "maximum", "maxLength", "max-length", "maxItems", "max-items");
  private static final Map<String, String> SMALLEST =
      Map.of("minimum", "minimum", "minLength", "min-length", "minItems", "min-items");

  /** What other rules see to; anything else is compared as it stands. */
  private static final Set<String> ELSEWHERE =
      Set.of("type", "format", "exclusiveMaximum", "exclusiveMinimum", "items", "title");

  private final Changes changes;
  private final Marks marks;

  Keywords(Changes changes) {
    this.changes = changes;
    this.marks = new Marks(changes);
  }

  /** Compares the marks that say the same in requests and responses. */
  void compareMarks(Place place, SchemaView was, SchemaView is) {
    marks.compare(place, was, is);
  }

  /** Compares what means one thing in requests and another in responses. */
  void compare(Place place, SchemaView was, SchemaView is, Side side) {
    type(place, was, is, side);
    Set<String> names = new LinkedHashSet<>(was.keywords());
    names.addAll(is.keywords());
    for (String name : names) {
      JsonNode before = was.keyword(name);
      JsonNode after = is.keyword(name);
      if (LARGEST.containsKey(name)) {
        limit(place, side.rule(LARGEST.get(name)), name, was, is, 1);
      } else if (SMALLEST.containsKey(name)) {
        limit(place, side.rule(SMALLEST.get(name)), name, was, is, -1);
      } else if (!before.equals(after) && !ELSEWHERE.contains(name) && !Marks.has(name)) {
        keyword(place, name, side, before, after);
      }
    }
  }

  private void type(Place place, SchemaView was, SchemaView is, Side side) {
    JsonNode typeBefore = was.keyword("type");
    JsonNode typeAfter = is.keyword("type");
    JsonNode before = was.keyword("format");
    JsonNode after = is.keyword("format");
    if (!typeBefore.equals(typeAfter)) {
      changes.valued(side.rule("type-changed"), place, typeBefore, typeAfter);
    } else if (!inJava(before).equals(inJava(after))) {
      changes.valued(side.rule("format-changed"), place, before, after);
    } else {
      changes.comparedValue(side.rule("text-format"), place, before, after);
    }
  }

  /** What a format makes of a type in Java; empty where it makes nothing of it. */
  private static String inJava(JsonNode format) {
    return switch (format.asText()) {
      case "date", "date-time", "int64", "binary" -> format.asText();
      default -> "";
    };
  }

  /** Whether a schema excludes its limit itself. */
  private static boolean excludes(SchemaView schema, String limit) {
    return switch (limit) {
      case "maximum" -> schema.keyword("exclusiveMaximum").asBoolean();
      case "minimum" -> schema.keyword("exclusiveMinimum").asBoolean();
      default -> false;
    };
  }

  /**
   * Compares limits.
   *
   * @param direction 1 where a smaller limit is narrower, -1 where a larger one is
   */
  private void limit(
      Place place, String stem, String name, SchemaView was, SchemaView is, int direction) {
    JsonNode before = was.keyword(name);
    JsonNode after = is.keyword(name);
    int larger =
        before.isMissingNode() || after.isMissingNode()
            ? Boolean.compare(after.isMissingNode(), before.isMissingNode())
            : direction * Double.compare(after.asDouble(), before.asDouble());
    if (larger == 0) {
      larger = Boolean.compare(excludes(was, name), excludes(is, name));
    }
    if (larger != 0) {
      changes.valued(stem + (larger < 0 ? "-narrowed" : "-widened"), place, before, after);
    }
  }

  private void keyword(Place place, String name, Side side, JsonNode before, JsonNode after) {
    switch (name) {
      case "description" -> changes.add("wording-changed", whole(place));
      case "example" -> changes.add("example-changed", whole(place));
      case "pattern" -> changes.comparedValue(side.rule("pattern"), place, before, after);
      case "multipleOf" -> changes.comparedValue(side.rule("multiple-of"), place, before, after);
      case "default" -> changes.comparedValue(side.rule("default"), place, before, after);
      case "x-zoom-time-zone" ->
          changes.comparedValue(side.rule("time-zone"), place, before, after);
      case "uniqueItems" -> mark(place, "unique-items", side, before, after);
      case "nullable" -> mark(place, "nullable", side, before, after);
      case "readOnly" -> mark(place, "read-only", side, before, after);
      case "writeOnly" -> mark(place, "write-only", side, before, after);
      case "deprecated" ->
          changes.add(
              side.rule(after.asBoolean() ? "property-deprecated" : "property-reactivated"), place);
      case "additionalProperties" -> additional(place, side, before, after);
      case "enum" -> new Enumerations(changes).compare(place, side, before, after);
      default -> {
        String rule = name.startsWith("x-") ? "extension-changed" : side.rule("keyword-changed");
        changes.valued(rule, place, name, before, after);
      }
    }
  }

  private void mark(Place place, String stem, Side side, JsonNode before, JsonNode after) {
    changes.comparedMark(side.rule(stem), place, before.asBoolean(), after.asBoolean());
  }

  private void additional(Place place, Side side, JsonNode before, JsonNode after) {
    boolean closed = !after.asBoolean(true);
    if (closed != !before.asBoolean(true)) {
      changes.add(side.rule("additional-properties-" + (closed ? "closed" : "opened")), place);
    } else if (!before.isObject() || !after.isObject()) {
      changes.valued(side.rule("keyword-changed"), place, "additionalProperties", before, after);
    }
  }

  /** The subject of a place: of its words there is one change, however many are other ones. */
  static Place whole(Place place) {
    return Place.of(place.category(), place.subject(), place.pointer());
  }
}
