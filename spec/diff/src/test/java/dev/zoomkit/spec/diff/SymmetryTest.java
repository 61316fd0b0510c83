package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each rule has its mirror: the change back, and the same at the other side. */
class SymmetryTest {

  /** Words whose rules come in twos. */
  private static final Map<String, String> OPPOSITES =
      Map.ofEntries(
          Map.entry("added", "removed"),
          Map.entry("narrowed", "widened"),
          Map.entry("closed", "opened"),
          Map.entry("required", "optional"),
          Map.entry("deprecated", "reactivated"),
          Map.entry("heavier", "lighter"),
          Map.entry("worsened", "lessened"),
          Map.entry("changed", "changed"),
          Map.entry("renamed", "renamed"),
          Map.entry("moved", "moved"),
          Map.entry("reordered", "reordered"));

  @Test
  void eachRuleHasItsMirrorsOrAReason() {
    assertThat(lacks(Rules.all())).isEmpty();
  }

  @Test
  void aRuleThatIsMissingIsMissed() {
    assertThat(lacks(without("response-enum-value-removed")))
        .containsExactly(
            "response-enum-value-added: there is no response-enum-value-removed",
            "request-enum-value-removed: there is no response-enum-value-removed");
  }

  @Test
  void twoRulesThatAreMissingAreMissed() {
    assertThat(lacks(without("request-nullable-(added|removed)")))
        .containsExactly(
            "response-nullable-added: there is no request-nullable-added",
            "response-nullable-removed: there is no request-nullable-removed");
  }

  private static Rules without(String pattern) {
    String text = Rules.text().replaceAll("(?m)^" + pattern + " \\|.*\\n", "");
    assertThat(text).isNotEqualTo(Rules.text());
    return Rules.of(text);
  }

  private static List<String> lacks(Rules rules) {
    List<String> lacks = new ArrayList<>();
    Map<String, String> reasons = new LinkedHashMap<>(rules.reasons());
    for (Rule rule : rules.byId().values()) {
      if (!rule.opposite().startsWith("=")) {
        check(rules, rule, rule.opposite(), opposite(rule.id()), lacks);
      }
      if (!rule.otherSide().startsWith("=")) {
        check(rules, rule, rule.otherSide(), otherSide(rule.id()), lacks);
      } else if (rule.id().matches("(request|response)-.*") && !rule.id().contains("-body-")) {
        lacks.add(rule.id() + ": names no rule for the other side");
      }
      for (String mirror : List.of(rule.opposite(), rule.otherSide())) {
        if (mirror.startsWith("=") && !rules.reasons().containsKey(mirror)) {
          lacks.add(rule.id() + ": there is no reason " + mirror);
        }
        reasons.remove(mirror);
      }
    }
    reasons.keySet().forEach(reason -> lacks.add(reason + ": no rule has this reason"));
    return lacks;
  }

  private static void check(
      Rules rules, Rule rule, String mirror, String expected, List<String> lacks) {
    if (!mirror.equals(expected)) {
      lacks.add(rule.id() + ": names " + mirror + " and not " + expected);
    } else if (!rules.byId().containsKey(mirror)) {
      lacks.add(rule.id() + ": there is no " + mirror);
    }
  }

  /** What the name of a rule says its opposite is: by its last word that has one. */
  private static String opposite(String id) {
    String last = id.substring(id.lastIndexOf('-') + 1);
    for (Map.Entry<String, String> words : OPPOSITES.entrySet()) {
      if (last.equals(words.getKey()) || last.equals(words.getValue())) {
        String other = last.equals(words.getKey()) ? words.getValue() : words.getKey();
        return id.substring(0, id.length() - last.length()) + other;
      }
    }
    throw new AssertionError("Of what is " + id + " the opposite?");
  }

  private static String otherSide(String id) {
    Matcher side = Pattern.compile("^(request|response)").matcher(id);
    assertThat(side.find()).as(id).isTrue();
    return (side.group().equals("request") ? "response" : "request") + id.substring(side.end());
  }
}
