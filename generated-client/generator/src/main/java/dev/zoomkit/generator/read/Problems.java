package dev.zoomkit.generator.read;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the description has and generated code cannot express. Collected, so that one build reports
 * all of it.
 */
final class Problems {
  private final Set<String> lines = new LinkedHashSet<>();

  /**
   * Notes a problem.
   *
   * @param where the place in the description, as {@code schema Webinar, property type}
   * @param what what stands there
   * @param remedy what to write instead
   */
  void add(String where, String what, String remedy) {
    lines.add(where + ": " + what + ". " + remedy + ".");
  }

  /** Ends the build if there was any problem. */
  void throwIfAny() {
    if (!lines.isEmpty()) {
      throw new RefusedDescriptionException(lines);
    }
  }
}
