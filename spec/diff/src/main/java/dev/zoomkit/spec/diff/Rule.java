package dev.zoomkit.spec.diff;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A kind of change.
 *
 * @param id its name, which never changes
 * @param kind what it means for the reader of a list of changes
 * @param breaks what of a caller it breaks at least
 * @param bump what it asks for from version 1.0 on
 * @param opposite the rule for the change back; or {@code =} and the name of a reason why there is
 *     none
 * @param otherSide the rule for the same change in a response instead of a request, or the reverse;
 *     or {@code =} and the name of a reason
 * @param sentence what it says, with {@code {what}}, {@code {name}}, {@code {before}} and {@code
 *     {after}} to fill in
 */
record Rule(
    String id,
    Kind kind,
    Set<Break> breaks,
    Bump bump,
    String opposite,
    String otherSide,
    String sentence) {

  /** The headings of the report. */
  enum Kind {
    ADDED,
    CHANGED,
    REMOVED,
    DEPRECATED
  }

  /** A rule as a line of {@code rules.txt}. */
  static Rule of(String line) {
    String[] cells = line.split(" \\| ", 7);
    Kind kind = Kind.valueOf(cells[1].toUpperCase(Locale.ROOT));
    Set<Break> breaks = EnumSet.noneOf(Break.class);
    if (!cells[2].equals("none")) {
      for (String title : cells[2].split(", ")) {
        breaks.add(Break.of(title));
      }
    }
    Bump bump = cells[3].equals("-") ? follows(kind, breaks) : Bump.of(cells[3]);
    return new Rule(cells[0], kind, breaks, bump, cells[4], cells[5], cells[6]);
  }

  private static Bump follows(Kind kind, Set<Break> breaks) {
    if (!breaks.isEmpty()) {
      return Bump.MAJOR;
    }
    return kind == Kind.ADDED || kind == Kind.DEPRECATED ? Bump.MINOR : Bump.PATCH;
  }
}
