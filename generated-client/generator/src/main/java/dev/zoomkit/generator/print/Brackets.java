package dev.zoomkit.generator.print;

import java.util.ArrayList;
import java.util.List;

/** Finds its way in a line of Java: past string literals, and in and out of brackets. */
public final class Brackets {
  private static final String OPEN = "([{<";
  private static final String CLOSE = ")]}>";

  private Brackets() {}

  /** Where a text stands outside all brackets and literals, from a place on; -1 where nowhere. */
  public static int find(String code, String text, int from) {
    for (int i = from; i < code.length(); i = next(code, i)) {
      if (code.startsWith(text, i)) {
        return i;
      }
      if (isOpen(code, i)) {
        i = close(code, i);
      }
    }
    return -1;
  }

  /** Where a character stands last outside all brackets and literals; -1 where nowhere. */
  public static int last(String code, char character) {
    int last = -1;
    int next = find(code, String.valueOf(character), 0);
    while (next >= 0) {
      last = next;
      next = find(code, String.valueOf(character), next + 1);
    }
    return last;
  }

  /** Where the bracket is closed that is opened at a place. */
  public static int close(String code, int open) {
    int depth = 0;
    for (int i = open; i < code.length(); i = next(code, i)) {
      if (isOpen(code, i)) {
        depth++;
      } else if (isClose(code, i) && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("The bracket at " + open + " stays open: " + code);
  }

  /** What commas outside all brackets separate. */
  public static List<String> items(String code) {
    List<String> items = new ArrayList<>();
    int start = 0;
    for (int comma = find(code, ", ", 0); comma >= 0; comma = find(code, ", ", start)) {
      items.add(code.substring(start, comma));
      start = comma + 2;
    }
    items.add(code.substring(start));
    return items;
  }

  /** Where the dots are before the calls of a chain on what some call has made. */
  public static List<Integer> callsInChain(String code) {
    List<Integer> dots = new ArrayList<>();
    for (int i = 0; i < code.length(); i = next(code, i)) {
      if (isOpen(code, i)) {
        i = close(code, i);
      } else if (code.charAt(i) == '.' && i > 0 && code.charAt(i - 1) == ')') {
        dots.add(i);
      }
    }
    return dots;
  }

  /** The next place, past a string literal that begins here. */
  private static int next(String code, int at) {
    if (code.charAt(at) != '"') {
      return at + 1;
    }
    int i = at + 1;
    while (code.charAt(i) != '"') {
      i += code.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /** Whether a bracket opens; the brace of a body at the end of the line is none. */
  private static boolean isOpen(String code, int at) {
    return at + 1 < code.length() && OPEN.indexOf(code.charAt(at)) >= 0;
  }

  private static boolean isClose(String code, int at) {
    boolean arrow = at > 0 && code.charAt(at - 1) == '-';
    return CLOSE.indexOf(code.charAt(at)) >= 0 && !arrow;
  }
}
