package dev.zoomkit.generator.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Breaks lines of code that are longer than 100 columns, as google-java-format would. It knows the
 * code that the templates print, one statement or declaration a line, and not all of Java.
 */
public final class Layout {
  public static final int WIDTH = 100;

  /** Literals shorter than this stand side by side, as many as a line takes. */
  private static final int SHORT = 10;

  private Layout() {}

  /** The file with its long lines broken. */
  public static String broken(String file) {
    return file.strip().lines().map(Layout::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(String line) {
    String code = line.strip();
    boolean comment = code.startsWith("*") || code.startsWith("/**");
    if (line.length() <= WIDTH || comment || code.startsWith("import ")) {
      return line;
    }
    return code(line.length() - line.stripLeading().length(), code);
  }

  private static String code(int indent, String code) {
    if (indent + code.length() <= WIDTH) {
      return " ".repeat(indent) + code;
    }
    for (String clause : List.of(" implements ", " extends ", " throws ")) {
      int at = Brackets.find(code, clause, 0);
      if (at > 0 && !code.startsWith("@")) {
        return code(indent, code.substring(0, at))
            + "\n"
            + code(indent + 4, code.substring(at + 1));
      }
    }
    int arrow = Brackets.find(code, " -> ", 0);
    if (arrow > 0) {
      return afterHead(indent, code, arrow + 3);
    }
    int equals = Brackets.find(code, " = ", 0);
    if (equals > 0) {
      boolean array = code.startsWith("{", equals + 3);
      return array ? array(indent, code) : afterHead(indent, code, equals + 2);
    }
    if (Brackets.find(code, " ? ", 0) > 0) {
      return conditional(indent, code);
    }
    if (Brackets.find(code, " && ", 0) > 0) {
      return operators(indent, code, " && ");
    }
    List<Integer> dots = Brackets.callsInChain(code);
    if (dots.size() > 1) {
      return chain(indent, code, dots);
    }
    if (code.startsWith("\"") || code.startsWith("+ \"")) {
      return text(indent, code);
    }
    int open = Brackets.find(code, "(", 0);
    return open < 0 || indent + open >= WIDTH ? declaration(indent, code) : call(indent, code);
  }

  private static String afterHead(int indent, String code, int end) {
    String head = code.substring(0, end);
    String rest = code.substring(end + 1);
    return indent + end <= WIDTH
        ? " ".repeat(indent) + head + "\n" + code(indent + 4, rest)
        : longHead(indent, head) + "\n" + code(indent + 8, rest);
  }

  /** A type, a name and an equals sign that do not fit on one line. */
  private static String longHead(int indent, String head) {
    int space = head.lastIndexOf(' ', head.length() - 3);
    return " ".repeat(indent)
        + head.substring(0, space)
        + "\n"
        + " ".repeat(indent + 4)
        + head.substring(space + 1);
  }

  private static String conditional(int indent, String code) {
    int yes = Brackets.find(code, " ? ", 0);
    int no = Brackets.find(code, " : ", yes);
    String condition = code.substring(0, yes);
    String first =
        indent + condition.length() <= WIDTH
            ? code(indent, condition)
            : operators(indent, condition, " || ").replace("\n", "\n    ");
    return first
        + "\n"
        + code(indent + 4, code.substring(yes + 1, no))
        + "\n"
        + code(indent + 4, code.substring(no + 1));
  }

  private static String operators(int indent, String code, String operator) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int next = Brackets.find(code, operator, 0);
    while (next > 0) {
      lines.add(code(start == 0 ? indent : indent + 4, code.substring(start, next)));
      start = next + 1;
      next = Brackets.find(code, operator, start);
    }
    lines.add(code(start == 0 ? indent : indent + 4, code.substring(start)));
    return String.join("\n", lines);
  }

  private static String chain(int indent, String code, List<Integer> dots) {
    StringBuilder lines = new StringBuilder(code(indent, code.substring(0, dots.get(0))));
    for (int i = 0; i < dots.size(); i++) {
      int end = i + 1 < dots.size() ? dots.get(i + 1) : code.length();
      lines.append('\n').append(code(indent + 4, code.substring(dots.get(i), end)));
    }
    return lines.toString();
  }

  /** A type and a name that do not fit on one line. */
  private static String declaration(int indent, String code) {
    int open = Brackets.find(code, "(", 0);
    int end = open >= 0 ? open : code.length() - (code.endsWith(" {") ? 2 : 0);
    int space = Brackets.last(code.substring(0, end), ' ');
    return space < 0 || code.startsWith("\"")
        ? " ".repeat(indent) + code
        : " ".repeat(indent)
            + code.substring(0, space)
            + "\n"
            + code(indent + 4, code.substring(space + 1));
  }

  private static String call(int indent, String code) {
    int open = code.indexOf('(');
    int close = Brackets.close(code, open);
    String head = " ".repeat(indent) + code.substring(0, open + 1);
    String tail = code.substring(close);
    if (code.startsWith("{", open + 1)) {
      return array(indent, code);
    }
    List<String> items = Brackets.items(code.substring(open + 1, close));
    boolean named = code.startsWith("@") && items.size() > 1;
    String together = " ".repeat(indent + 4) + String.join(", ", items) + tail;
    if (together.length() <= WIDTH && !named) {
      return head + "\n" + together;
    }
    if (items.stream().allMatch(item -> item.startsWith("\"") && item.length() < SHORT)) {
      return head + "\n" + filled(indent + 4, items) + tail;
    }
    return head + "\n" + oneEach(indent + 4, items, tail);
  }

  /** What ends in an array: its values one a line, two columns deeper. */
  private static String array(int indent, String code) {
    int open = code.indexOf('{', code.startsWith("@") ? code.indexOf('(') : 0);
    int close = Brackets.close(code, open);
    List<String> items = Brackets.items(code.substring(open + 1, close));
    String margin = " ".repeat(indent);
    return margin
        + code.substring(0, open + 1)
        + "\n"
        + oneEach(indent + 2, items, "")
        + "\n"
        + margin
        + code.substring(close);
  }

  private static String oneEach(int indent, List<String> items, String tail) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      lines.add(code(indent, items.get(i) + (i + 1 < items.size() ? "," : tail)));
    }
    return String.join("\n", lines);
  }

  private static String filled(int indent, List<String> items) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : "");
      if (!line.toString().isBlank() && line.length() + 1 + item.length() > WIDTH) {
        lines.append(line).append('\n');
        line = new StringBuilder(" ".repeat(indent));
      }
      line.append(line.toString().isBlank() ? "" : " ").append(item);
    }
    return lines.append(line).toString();
  }

  /** A string literal in pieces, each but the first with a plus before it. */
  private static String text(int indent, String literal) {
    String margin = " ".repeat(indent);
    int space = literal.lastIndexOf(' ', WIDTH - indent - 1);
    if (space <= 3) {
      return margin + literal;
    }
    boolean first = literal.startsWith("\"");
    return margin
        + literal.substring(0, space)
        + "\"\n"
        + code(first ? indent + 4 : indent, "+ \"" + literal.substring(space));
  }

  /** Import statements in order, without those that the package does not need. */
  public static List<String> imports(String packageName, Iterable<String> classes) {
    List<String> needed = new ArrayList<>();
    for (String name : classes) {
      String itsPackage = name.substring(0, name.lastIndexOf('.'));
      if (!itsPackage.equals("java.lang") && !itsPackage.equals(packageName)) {
        needed.add(name);
      }
    }
    return needed.stream().sorted().distinct().toList();
  }
}
