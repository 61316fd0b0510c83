package dev.zoomkit.generator.java;

import java.util.List;

/** Values as they stand in Java source. */
public final class Literals {
  private Literals() {}

  public static String string(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> literal.append(c < ' ' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    return literal.append('"').toString();
  }

  /** Strings for an annotation: one as it is, several in braces. */
  public static String strings(List<String> texts) {
    List<String> literals = texts.stream().map(Literals::string).toList();
    return literals.size() == 1 ? literals.get(0) : "{" + String.join(", ", literals) + "}";
  }
}
