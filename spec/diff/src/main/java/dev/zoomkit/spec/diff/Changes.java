package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects changes, each once. */
final class Changes {
  private final Rules rules;
  private final Map<String, Change> byFingerprint = new LinkedHashMap<>();

  Changes(Rules rules) {
    this.rules = rules;
  }

  void add(String rule, Place place) {
    add(rule, place, Map.of());
  }

  /** A change of something that is counted out, such as a property. */
  void named(String rule, Place place, String name) {
    add(rule, place, Map.of("name", "`" + name + "`"));
  }

  /** A change of a value. */
  void valued(String rule, Place place, JsonNode before, JsonNode after) {
    add(rule, place, Map.of("before", text(before), "after", text(after)));
  }

  /** A change of a value that has a name. */
  void valued(String rule, Place place, String name, JsonNode before, JsonNode after) {
    add(
        rule,
        place,
        Map.of("name", "`" + name + "`", "before", text(before), "after", text(after)));
  }

  void add(String rule, Place place, Map<String, String> details) {
    Change change = new Change(rules.rule(rule), place, details);
    byFingerprint.putIfAbsent(change.fingerprint(), change);
  }

  List<Change> all() {
    return new ArrayList<>(byFingerprint.values());
  }

  /**
   * Reports by one of three rules: {@code <stem>-added}, {@code <stem>-removed} or {@code
   * <stem>-changed}.
   */
  void comparedValue(String stem, Place place, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    String rule =
        before.isMissingNode() ? "-added" : after.isMissingNode() ? "-removed" : "-changed";
    valued(stem + rule, place, before, after);
  }

  /** Reports {@code <stem>-added} or {@code <stem>-removed}. */
  void comparedMark(String stem, Place place, boolean before, boolean after) {
    if (before != after) {
      add(stem + (after ? "-added" : "-removed"), place);
    }
  }

  /**
   * Reports each key whose values differ and of which no rule of its own tells, once.
   *
   * @param rule the rule for a key of OpenAPI; an x- key has one of its own
   * @param told the keys that other rules see to
   */
  void others(String rule, Place place, JsonNode before, JsonNode after, Set<String> told) {
    Set<String> keys = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(keys::add);
    after.fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      // A schema is only compared with a schema.
      boolean alone = key.equals("schema") && before.has(key) != after.has(key);
      if (!before.path(key).equals(after.path(key)) && (alone || !told.contains(key))) {
        String name = key.startsWith("x-") ? "extension-changed" : rule;
        valued(name, place, key, before.path(key), after.path(key));
      }
    }
  }

  static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "none";
    }
    return value.isTextual() && !value.asText().isEmpty() ? value.asText() : value.toString();
  }
}
