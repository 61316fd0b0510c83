package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.DateWindow;
import dev.zoomkit.generator.java.Property;
import java.util.Optional;

/** Holds the spans of days of operations against the parameters that they name. */
final class WindowReader {
  private final Problems problems;

  WindowReader(Problems problems) {
    this.problems = problems;
  }

  /** Refuses a window whose ends are not there, or of two types. */
  void read(ApiOperation operation) {
    DateWindow window = operation.facts().dateWindow();
    if (window == null || window.from().isEmpty() || window.to().isEmpty()) {
      return;
    }
    String where = "operation " + operation.id();
    Optional<Property> from = operation.anyQuery(window.from());
    Optional<Property> to = operation.anyQuery(window.to());
    if (from.isEmpty() || to.isEmpty()) {
      problems.add(
          where,
          "x-zoom-date-window names query parameters that it does not have",
          "Name the two that bound the span");
    } else if (!from.get().type().equals(to.get().type())) {
      problems.add(
          where,
          "the ends of x-zoom-date-window are of the Java types %s and %s"
              .formatted(from.get().type().name(), to.get().type().name()),
          "Make them one type");
    }
  }
}
