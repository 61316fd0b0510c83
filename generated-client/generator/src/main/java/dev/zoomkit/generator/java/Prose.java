package dev.zoomkit.generator.java;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the description's sentences into Javadoc: escapes what Javadoc would take for markup, and
 * turns a word in backticks into code, or into a link where it names a schema or an operation.
 */
public final class Prose {
  private static final Pattern BACKTICKS = Pattern.compile("`([^`]+)`");

  private final Set<String> schemas;
  private final Set<String> operations;

  public Prose(Set<String> schemas, Set<String> operations) {
    this.schemas = schemas;
    this.operations = operations;
  }

  /** The paragraphs of a text; none for null. */
  public List<String> paragraphs(String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    return Arrays.stream(text.strip().split("\\n\\s*\\n")).map(this::sentence).toList();
  }

  /** A text as one paragraph; empty for null. */
  public String line(String text) {
    return String.join(" ", paragraphs(text));
  }

  private String sentence(String text) {
    String flat = text.strip().replaceAll("\\s+", " ");
    Matcher matcher = BACKTICKS.matcher(flat);
    List<String> pieces = new ArrayList<>();
    int end = 0;
    while (matcher.find()) {
      pieces.add(escaped(flat.substring(end, matcher.start())));
      pieces.add(code(matcher.group(1)));
      end = matcher.end();
    }
    pieces.add(escaped(flat.substring(end)));
    return String.join("", pieces);
  }

  private String code(String word) {
    if (schemas.contains(word)) {
      return "{@link " + word + "}";
    }
    return operations.contains(word) ? "{@link #" + word + "}" : literal(word);
  }

  /** A text as code. */
  public static String literal(String word) {
    boolean plain = !word.matches(".*[{}@].*") && !word.contains("*/");
    return plain ? "{@code " + word + "}" : "<code>" + escaped(word) + "</code>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("*/", "*&#47;");
  }
}
