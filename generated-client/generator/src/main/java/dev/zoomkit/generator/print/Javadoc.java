package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lays out a Javadoc comment in 100 columns: on one line where it fits, else as a block with its
 * tags at the end.
 */
public final class Javadoc {
  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final Predicate<String> linkTargets;

  /**
   * An empty comment.
   *
   * @param linkTargets says which links lead somewhere from where the comment stands
   */
  public Javadoc(Predicate<String> linkTargets) {
    this.linkTargets = linkTargets;
  }

  /** Adds a paragraph, unless it is empty. */
  public Javadoc paragraph(String text) {
    if (!text.isBlank()) {
      paragraphs.add(Prose.linked(text.strip(), linkTargets));
    }
    return this;
  }

  /** Adds paragraphs. */
  public Javadoc paragraphs(List<String> texts) {
    texts.forEach(this::paragraph);
    return this;
  }

  /** Adds a block tag, such as {@code @param name text}. */
  public Javadoc tag(String text) {
    tags.add(Prose.linked(text.strip(), linkTargets));
    return this;
  }

  /** The comment, each line indented, without a line end after the last. */
  public String at(int indent) {
    String margin = " ".repeat(indent);
    if (tags.isEmpty() && paragraphs.size() == 1) {
      String line = margin + "/** " + paragraphs.get(0) + " */";
      if (line.length() <= Layout.WIDTH) {
        return line;
      }
    }
    String start = margin + " *";
    List<String> lines = new ArrayList<>();
    lines.add(margin + "/**");
    for (int i = 0; i < paragraphs.size(); i++) {
      if (i > 0) {
        lines.add(start);
      }
      fill(lines, start + " ", start + " ", (i > 0 ? "<p>" : "") + paragraphs.get(i));
    }
    if (!tags.isEmpty() && !paragraphs.isEmpty()) {
      lines.add(start);
    }
    for (String tag : tags) {
      fill(lines, start + " ", start + "     ", tag);
    }
    lines.add(start + "/");
    return String.join("\n", lines);
  }

  private static void fill(List<String> lines, String first, String next, String text) {
    StringBuilder line = new StringBuilder(first);
    boolean fresh = true;
    for (String word : text.split("\\s+")) {
      if (!fresh && line.length() + 1 + word.length() > Layout.WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(next);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    lines.add(line.toString());
  }
}
