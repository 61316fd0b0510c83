package dev.zoomkit.spec.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which change breaks what was written against the base: one that takes away the class or
 * member that the compiler names. What none explains becomes a change of its own.
 */
final class BrokenCode {
  private static final String CATEGORY = "Code of the base";
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern SIGNATURE = Pattern.compile("[(:].*");

  private BrokenCode() {}

  /** The changes together with what no longer compiles for another reason. */
  static List<Change> add(List<Change> changes, List<Javac.Problem> problems) {
    Changes unexplained = new Changes(Rules.all());
    for (Javac.Problem problem : problems) {
      Set<String> said = words(problem.message());
      if (changes.stream().noneMatch(change -> explains(change, said))) {
        unexplained.add("java-code-broken", place(problem), Map.of("name", problem.message()));
      }
    }
    List<Change> all = new ArrayList<>(changes);
    all.addAll(unexplained.all());
    return all;
  }

  private static boolean explains(Change change, Set<String> said) {
    String own = change.rule().id().startsWith("java-") ? change.detail("name") : "";
    return change.breaks().contains(Break.SOURCE)
        && Stream.concat(change.inJava().stream(), Stream.of(own))
            .map(text -> words(SIGNATURE.matcher(text).replaceFirst("")))
            .anyMatch(names -> !names.isEmpty() && said.containsAll(names));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** The line is no part of the key: the same fault of a file is one change. */
  private static Place place(Javac.Problem problem) {
    String file = problem.shownFile();
    String line = problem.line() > 0 ? "line " + problem.line() + " of " : "";
    return new Place(CATEGORY, file, line + "`" + file + "`", file, "");
  }
}
