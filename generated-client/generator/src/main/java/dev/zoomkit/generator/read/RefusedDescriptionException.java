package dev.zoomkit.generator.read;

import java.util.Collection;
import java.util.List;

/**
 * The description has what generated code cannot express. The message has a line for each problem.
 */
public final class RefusedDescriptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public RefusedDescriptionException(Collection<String> problems) {
    super(
        "The description has "
            + (problems.size() == 1 ? "a problem" : problems.size() + " problems")
            + " that the generator stops at:\n  "
            + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems in the order they were found: where, what, and what to change. */
  public List<String> problems() {
    return problems;
  }
}
