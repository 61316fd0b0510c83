package dev.zoomkit.quickstart;

import java.io.PrintStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints a title, headings, table rows and sentences. */
final class Paper {

  private static final int WIDTH = 100;
  private static final String INDENT = "   ";

  private final PrintStream out;
  private int headings;

  Paper(PrintStream out) {
    this.out = out;
  }

  /** What it is all about. */
  void title(String text) {
    out.println(text);
  }

  /** A numbered heading after an empty line. */
  void heading(String text) {
    headings++;
    out.printf("%n%d. %s%n", headings, text);
  }

  /** One row of a table of five columns; a dash where a value is absent. */
  void row(@Nullable Object... cells) {
    out.printf(
        INDENT + "%4s  %-17s  %7s  %11s  %s%n",
        Stream.of(cells).map(cell -> Objects.requireNonNullElse(cell, "-")).toArray());
  }

  /** A text, wrapped between words. */
  void text(@Nullable String text) {
    StringBuilder line = new StringBuilder();
    for (String word : String.valueOf(text).split("\\s+")) {
      if (line.length() + word.length() >= WIDTH) {
        out.println(INDENT + line.toString().strip());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    out.println(INDENT + line.toString().strip());
  }
}
