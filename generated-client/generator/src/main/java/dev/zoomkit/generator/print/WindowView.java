package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.DateWindow;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The span of days that a caller asks for, and the ends of one window of it. */
final class WindowView {
  /** The types that an end may have, and how a range of them is made. */
  private static final Map<JavaType, String> RANGES =
      Map.of(
          JavaType.DATE, "ofDates",
          JavaType.DATE_TIME, "ofTimes",
          JavaType.MOMENT, "ofTimes",
          JavaType.DATE_OR_DATE_TIME, "ofDatesOrTimes");

  private final DateWindow window;
  private final Property from;
  private final Property to;
  private final boolean fromIsOptional;
  private final boolean toIsOptional;

  private WindowView(ApiOperation operation) {
    window = operation.facts().dateWindow();
    fromIsOptional = operation.query(window.from()).isPresent();
    toIsOptional = operation.query(window.to()).isPresent();
    from = operation.anyQuery(window.from()).orElseThrow();
    to = operation.anyQuery(window.to()).orElseThrow();
  }

  /**
   * The window of an operation; null if it has none, or if the build has types of its own for days
   * and moments, which nothing here can cut.
   */
  static WindowView of(ApiOperation operation) {
    if (operation.facts().dateWindow() == null) {
      return null;
    }
    WindowView window = new WindowView(operation);
    return RANGES.containsKey(window.from.type()) ? window : null;
  }

  /** Whether a span may be too long for one call. */
  boolean cuts() {
    return window.maxDays() > 0;
  }

  /** Whether an end is an optional value. */
  boolean isOptional() {
    return fromIsOptional || toIsOptional;
  }

  /** The expression of the whole span. */
  String range() {
    return "DateRange.%s(%s, %s, %d, %d)"
        .formatted(
            RANGES.get(from.type()),
            (fromIsOptional ? "values.%s()" : "%s").formatted(from.name()),
            (toIsOptional ? "values.%s()" : "%s").formatted(to.name()),
            window.maxDays(),
            window.pastMonths());
  }

  /** The variables of the ends of one window. */
  static List<String> variables() {
    return List.of("windowFrom", "windowTo");
  }

  /** The variable that stands for an argument; empty where it is no end. */
  Optional<String> variableOf(String argument) {
    return argument.equals(from.name())
        ? Optional.of("windowFrom")
        : argument.equals(to.name()) ? Optional.of("windowTo") : Optional.empty();
  }
}
