package dev.zoomkit.spec.diff;

import java.util.Comparator;
import java.util.List;

/**
 * What the changes from one version to another ask for.
 *
 * @param base the version of the base
 * @param now ours
 * @param changes sorted for the report
 * @param decisions the breaks that are meant
 */
record Verdict(Version base, Version now, List<Change> changes, Decisions decisions) {

  static Verdict of(Version base, Version now, List<Change> changes, Decisions decisions) {
    List<Change> sorted =
        changes.stream()
            .sorted(
                Comparator.comparing((Change change) -> change.place().category())
                    .thenComparing(change -> change.rule().kind())
                    .thenComparing(change -> change.place().key())
                    .thenComparing(change -> change.rule().id())
                    .thenComparing(Change::fingerprint))
            .toList();
    return new Verdict(base, now, sorted, decisions);
  }

  /** The part of the version that a change asks to count up, before 1.0 or after. */
  Bump bump(Change change) {
    return base.major() == 0 ? change.bump().before1() : change.bump();
  }

  /** What all changes together ask for. */
  Bump asked() {
    return changes.stream().map(this::bump).max(Comparator.naturalOrder()).orElse(Bump.NONE);
  }

  /** What was counted up. */
  Bump given() {
    return Bump.between(base, now);
  }

  /** The breaks that neither the version nor a decision admits. */
  List<Change> unadmitted() {
    return changes.stream()
        .filter(change -> !change.breaks().isEmpty())
        .filter(change -> bump(change).compareTo(given()) > 0)
        .filter(change -> !decisions.has(change))
        .toList();
  }
}
