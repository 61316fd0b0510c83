package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a JSON value is other than a test expects it. Numbers compare by their value. */
final class JsonDifferences {
  private final boolean whole;
  private final List<String> found = new ArrayList<>();

  private JsonDifferences(boolean whole) {
    this.whole = whole;
  }

  /**
   * The differences, each with its dotted path and both values; none where there is none.
   *
   * @param shown the actual value as people may see it, with a text in the place of each secret
   * @param whole whether objects may have no fields but the expected ones
   */
  static List<String> of(JsonNode expected, JsonNode actual, JsonNode shown, boolean whole) {
    JsonDifferences differences = new JsonDifferences(whole);
    differences.compare("", expected, actual, shown);
    return differences.found;
  }

  private void compare(String at, JsonNode expected, JsonNode actual, JsonNode shown) {
    if (expected.isMissingNode()) {
      found.add(at + ": " + shown + " is not expected");
    } else if (actual.isMissingNode()) {
      found.add(at + ": expected " + expected + ", but it is absent");
    } else if (expected.isObject() && actual.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      if (whole) {
        actual.fieldNames().forEachRemaining(names::add);
      }
      for (String name : names) {
        JsonNode part = shown.isObject() ? shown.path(name) : shown;
        compare(below(at, name), expected.path(name), actual.path(name), part);
      }
    } else if (expected.isArray() && actual.isArray()) {
      for (int n = 0; n < Math.max(expected.size(), actual.size()); n++) {
        JsonNode part = shown.isArray() ? shown.path(n) : shown;
        compare(below(at, Integer.toString(n)), expected.path(n), actual.path(n), part);
      }
    } else if (!areEqual(expected, actual)) {
      found.add((at.isEmpty() ? "" : at + ": ") + "expected " + expected + ", not " + shown);
    }
  }

  private static String below(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  private static boolean areEqual(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue()) == 0
        : one.equals(other);
  }
}
