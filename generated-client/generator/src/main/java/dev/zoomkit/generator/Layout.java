package dev.zoomkit.generator;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Breaks code that does not fit into 100 columns, as google-java-format would. */
final class Layout {
  static final int WIDTH = 100;

  private Layout() {}

  /**
   * A bracketed list: on one line where it fits; else all items on the next line; else one a line.
   */
  static String list(int indent, String head, List<String> items, String tail) {
    String margin = " ".repeat(indent);
    String whole = margin + head + String.join(", ", items) + tail;
    if (fits(whole)) {
      return whole;
    }
    String deeper = "\n" + margin + "    ";
    String nextLine = margin + "    " + String.join(", ", items) + tail;
    if (fits(nextLine)) {
      return margin + head + "\n" + nextLine;
    }
    return margin + head + deeper + String.join("," + deeper, items) + tail;
  }

  /** The values of an annotation: on one line, else one a line. */
  static String arguments(int indent, String head, List<String> values, String tail) {
    String margin = " ".repeat(indent);
    String whole = margin + head + String.join(", ", values) + tail;
    if (fits(whole)) {
      return whole;
    }
    List<String> lines = values.stream().map(value -> argument(indent + 4, value)).toList();
    return margin + head + "\n" + String.join(",\n", lines) + tail;
  }

  private static String argument(int indent, String value) {
    String margin = " ".repeat(indent);
    int equals = value.indexOf(" = ");
    boolean tooLong = !fits(margin + value + ",");
    return tooLong && equals > 0 && value.indexOf('\n') < 0
        ? margin
            + value.substring(0, equals + 2)
            + "\n"
            + margin
            + "    "
            + value.substring(equals + 3)
        : margin + value;
  }

  /** A constant with the names or values that a JSON reader looks for. */
  static String options(String name, List<String> literals) {
    String head = "private static final JsonReader.Options " + name + " =";
    String call = "JsonReader.Options.of(";
    String line = list(2, head + " " + call, literals, ");");
    return line.indexOf('\n') < 0 ? line : "  " + head + "\n" + list(6, call, literals, ");");
  }

  /** Terms with an operator or a dot before each but the first: on one line, else one a line. */
  static String chain(int indent, String head, List<String> terms, String tail) {
    String margin = " ".repeat(indent);
    String whole = margin + head + String.join("", terms) + tail;
    if (fits(whole)) {
      return whole;
    }
    String deeper = "\n" + margin + "    ";
    List<String> stripped = terms.stream().map(String::strip).toList();
    return margin + head + deeper + String.join(deeper, stripped) + tail;
  }

  /**
   * A value after {@code =} or {@code return}: on the same line where it fits, else on the next.
   */
  static String after(int indent, String head, String value) {
    String margin = " ".repeat(indent);
    String whole = margin + head + " " + value;
    return fits(whole) ? whole : margin + head + "\n" + margin + "    " + value;
  }

  /** A call as a statement: on one line where it fits, else with its arguments on lines below. */
  static String call(int indent, String call) {
    int open = call.indexOf('(');
    List<String> arguments = List.of(call.substring(open + 1, call.length() - 2).split(", "));
    return list(indent, call.substring(0, open + 1), arguments, ");");
  }

  /** A conditional expression as a statement: on one line, else its two outcomes on their own. */
  static String conditional(int indent, String head, String expression) {
    String margin = " ".repeat(indent);
    String whole = margin + head + " " + expression + ";";
    String deeper = "\n" + margin + "    ";
    return fits(whole) ? whole : whole.replace(" ? ", deeper + "? ").replace(" : ", deeper + ": ");
  }

  private static boolean fits(String code) {
    return code.lines().allMatch(line -> line.length() <= WIDTH);
  }

  /** Import statements in order, without those that the package does not need. */
  static List<String> imports(String packageName, Collection<String> classes) {
    return new TreeSet<>(classes)
        .stream()
            .filter(name -> !name.startsWith("java.lang.") || name.indexOf('.', 10) > 0)
            .filter(name -> !name.substring(0, name.lastIndexOf('.')).equals(packageName))
            .toList();
  }
}
