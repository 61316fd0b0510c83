package dev.zoomkit.spec.diff;

import dev.zoomkit.spec.reader.Fingerprint;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One difference that callers may notice. */
final class Change {
  private final Rule rule;
  private final Place place;
  private final Map<String, String> details;
  private final Set<Break> breaks = EnumSet.noneOf(Break.class);
  private final Set<String> inJava = new TreeSet<>();

  /**
   * A change.
   *
   * @param details what the rule's sentence has to fill in, by name
   */
  Change(Rule rule, Place place, Map<String, String> details) {
    this.rule = rule;
    this.place = place;
    this.details = new TreeMap<>(details);
    breaks.addAll(rule.breaks());
  }

  Rule rule() {
    return rule;
  }

  Place place() {
    return place;
  }

  Set<Break> breaks() {
    return breaks;
  }

  /** What japicmp says of it. */
  Set<String> inJava() {
    return inJava;
  }

  /** A value of the sentence; empty where it has none of that name. */
  String detail(String name) {
    return details.getOrDefault(name, "");
  }

  /** Notes what japicmp finds of it. */
  void seenInJava(String finding, Set<Break> found) {
    inJava.add(finding);
    breaks.addAll(found);
  }

  /** The part of a version that it asks to count up, from 1.0 on. */
  Bump bump() {
    return breaks.isEmpty() ? rule.bump() : Bump.MAJOR;
  }

  /** The classes of break in words; {@code none} where there is none. */
  String classes() {
    return breaks.isEmpty()
        ? "none"
        : String.join(", ", breaks.stream().map(Break::toString).toList());
  }

  String sentence() {
    String sentence = rule.sentence().replace("{what}", place.what());
    for (Map.Entry<String, String> detail : details.entrySet()) {
      sentence = sentence.replace("{" + detail.getKey() + "}", detail.getValue());
    }
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** Tells the change from all others, and is the same wherever its lines move to. */
  String fingerprint() {
    return Fingerprint.of(rule.id(), place.key(), details.toString());
  }

  @Override
  public String toString() {
    return rule.id() + " " + place.key() + " " + details;
  }
}
