package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A Javadoc comment: paragraphs, and tags at the end. The formatter breaks its lines. */
final class Javadoc {
  private final List<String> paragraphs = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final Predicate<String> linkTargets;

  /**
   * An empty comment.
   *
   * @param linkTargets says which links lead somewhere from where the comment stands
   */
  Javadoc(Predicate<String> linkTargets) {
    this.linkTargets = linkTargets;
  }

  /** Adds a paragraph, unless it is empty. */
  Javadoc paragraph(String text) {
    if (!text.isBlank()) {
      paragraphs.add(Prose.linked(text.strip(), linkTargets));
    }
    return this;
  }

  /** Adds paragraphs. */
  Javadoc paragraphs(List<String> texts) {
    texts.forEach(this::paragraph);
    return this;
  }

  /** Adds a block tag, such as {@code @param name text}. */
  Javadoc tag(String text) {
    tags.add(Prose.linked(text.strip(), linkTargets));
    return this;
  }

  /** The comment, as it stands in Java source. */
  @Override
  public String toString() {
    List<String> blocks = new ArrayList<>();
    if (!paragraphs.isEmpty()) {
      blocks.add(String.join("\n *\n * <p>", paragraphs));
    }
    if (!tags.isEmpty()) {
      blocks.add(String.join("\n * ", tags));
    }
    return "/**\n * " + String.join("\n *\n * ", blocks) + "\n */";
  }
}
