package dev.zoomkit.paging;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of the range that was asked for is not there: Zoom no longer keeps it, or covered less
 * without a word. {@code withinRetention()} of the list leaves that part out.
 */
public final class RetentionException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final @Nullable LocalDate firstDay;
  private final @Nullable LocalDate lastDay;

  private RetentionException(
      String operation, String sentence, @Nullable LocalDate first, @Nullable LocalDate last) {
    super(
        new CallInfo(operation, null),
        operation + ": " + sentence + " withinRetention() of the list leaves that part out.",
        null);
    firstDay = first;
    lastDay = last;
  }

  /** Of a walk that would begin too early; nothing was sent. */
  static RuntimeException tooEarly(String operation, LocalDate asked, LocalDate firstKept) {
    return new RetentionException(
        operation,
        "Zoom keeps nothing from before %s, and the range begins on %s. Nothing was sent."
            .formatted(firstKept, asked),
        firstKept,
        null);
  }

  /** Of a response that begins later than asked. */
  static RuntimeException beginsLater(String operation, LocalDate asked, LocalDate covered) {
    return new RetentionException(
        operation,
        "the range begins on %s, and Zoom responded with what is there from %s on."
            .formatted(asked, covered),
        covered,
        null);
  }

  /** Of a response that ends earlier than asked. */
  static RuntimeException endsEarlier(String operation, LocalDate asked, LocalDate covered) {
    return new RetentionException(
        operation,
        "the range ends on %s, and Zoom responded with what is there until %s."
            .formatted(asked, covered),
        null,
        covered);
  }

  /**
   * The first day that Zoom still keeps, or that its response covers; null where the response
   * begins as asked, and ends too early.
   */
  public @Nullable LocalDate firstDay() {
    return firstDay;
  }

  /** The last day that Zoom's response covers; null where the range begins too early. */
  public @Nullable LocalDate lastDay() {
    return lastDay;
  }
}
