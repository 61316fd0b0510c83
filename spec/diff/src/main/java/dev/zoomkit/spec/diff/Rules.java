package dev.zoomkit.spec.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rules by id, and the reasons why some lack an opposite.
 *
 * @param byId in the order of the file
 * @param reasons a sentence each, by name
 */
record Rules(Map<String, Rule> byId, Map<String, String> reasons) {
  private static final Rules ALL = read();

  static Rules all() {
    return ALL;
  }

  /** The rules of a text like {@code rules.txt}. */
  static Rules of(String text) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("=")) {
        reasons.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(": ") + 2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        Rule rule = Rule.of(line);
        if (rules.put(rule.id(), rule) != null) {
          throw new IllegalStateException("There are two rules " + rule.id() + ".");
        }
      }
    }
    return new Rules(rules, reasons);
  }

  /** A rule by its id. */
  Rule rule(String id) {
    Rule rule = byId.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("There is no rule " + id + " in rules.txt.");
    }
    return rule;
  }

  /** The text of {@code rules.txt}. */
  static String text() {
    try (InputStream file = Rules.class.getResourceAsStream("rules.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Rules read() {
    return of(text());
  }
}
