package dev.zoomkit.generator.print;

import java.util.ArrayList;
import java.util.List;

/** A Javadoc comment: paragraphs, a list, and tags at the end. The formatter breaks its lines. */
final class Javadoc {
  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final Links links;

  /**
   * An empty comment.
   *
   * @param links makes links of names, from where the comment stands
   */
  Javadoc(Links links) {
    this.links = links;
  }

  /** Adds a paragraph, unless it is empty. */
  Javadoc paragraph(String text) {
    if (!text.isBlank()) {
      paragraphs.add(links.in(text.strip()));
    }
    return this;
  }

  /** Adds paragraphs. */
  Javadoc paragraphs(List<String> texts) {
    texts.forEach(this::paragraph);
    return this;
  }

  /** Adds entries to the list behind the paragraphs. */
  Javadoc items(List<String> texts) {
    texts.forEach(text -> items.add(links.in(text.strip())));
    return this;
  }

  /** Adds a block tag, such as {@code @param name text}. */
  Javadoc tag(String text) {
    tags.add(links.in(text.strip()));
    return this;
  }

  /** The comment, as it stands in Java source; empty where it says nothing. */
  @Override
  public String toString() {
    List<String> blocks = new ArrayList<>();
    if (!paragraphs.isEmpty()) {
      blocks.add(String.join("\n *\n * <p>", paragraphs));
    }
    if (!items.isEmpty()) {
      blocks.add("<ul>\n * <li>" + String.join("\n * <li>", items) + "\n * </ul>");
    }
    if (!tags.isEmpty()) {
      blocks.add(String.join("\n * ", tags));
    }
    return blocks.isEmpty() ? "" : "/**\n * " + String.join("\n *\n * ", blocks) + "\n */";
  }
}
