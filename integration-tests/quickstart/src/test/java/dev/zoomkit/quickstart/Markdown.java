package dev.zoomkit.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fenced blocks of a Markdown page, in order. */
final class Markdown {

  private static final String FENCE = "```";

  private Markdown() {}

  /**
   * What stands between two fences.
   *
   * @param language what the opening fence says, such as {@code java}; empty where it says nothing
   * @param line the number of its first line in the page, from 1
   * @param followsBlock whether nothing but empty lines part it from the block before
   */
  record Block(String language, int line, boolean followsBlock, String text) {}

  /** This project's README. */
  static String readme() {
    try {
      return Files.readString(Path.of("../../README.md"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * All blocks.
   *
   * @throws IllegalArgumentException if the last one has no end
   */
  static List<Block> blocks(String page) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = page.lines().toList();
    boolean followsBlock = false;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE)) {
        int begin = i + 1;
        int end = begin;
        while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
          end++;
        }
        if (end == lines.size()) {
          throw new IllegalArgumentException("The block of line " + begin + " has no end.");
        }
        String language = lines.get(i).substring(FENCE.length()).strip();
        String text = String.join("\n", lines.subList(begin, end)) + "\n";
        blocks.add(new Block(language, begin + 1, followsBlock, text));
        followsBlock = true;
        i = end;
      } else if (!lines.get(i).isBlank()) {
        followsBlock = false;
      }
    }
    return blocks;
  }
}
