package dev.zoomkit.spec.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The lines of {@code changes.txt}. */
final class BreakTable {
  private BreakTable() {}

  /**
   * A change and the change back.
   *
   * @param java whether japicmp judges it, too
   * @param edit what is edited
   * @param there the rules to be reported with what they break, sorted
   * @param back the same for the edit taken back
   */
  record Line(String name, boolean java, String edit, List<String> there, List<String> back) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Line> lines() {
    try (InputStream file = BreakTable.class.getResourceAsStream("/changes.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(BreakTable::line)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Line line(String text) {
    String[] cells = text.split(" ; ?", -1);
    boolean java = cells[0].endsWith(" *");
    String name = java ? cells[0].substring(0, cells[0].length() - 2) : cells[0];
    return new Line(name, java, cells[1], rules(cells[2]), rules(cells[3]));
  }

  private static List<String> rules(String cell) {
    return cell.isBlank() ? List.of() : Arrays.stream(cell.split(", ")).sorted().toList();
  }

  /** A change as the table has it: its rule, and the first letters of what it breaks. */
  static String brief(Change change) {
    StringBuilder brief = new StringBuilder(change.rule().id()).append(':');
    change.breaks().forEach(it -> brief.append(it.toString().charAt(0)));
    return change.breaks().isEmpty() ? brief.append('-').toString() : brief.toString();
  }
}
