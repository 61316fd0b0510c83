package dev.zoomkit.internal.window;

import dev.zoomkit.value.DateOrDateTime;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one call covers, both ends included.
 *
 * @param from null where Zoom chooses
 * @param to null where Zoom chooses
 */
public record Span(@Nullable DateOrDateTime from, @Nullable DateOrDateTime to) {

  /** All that Zoom chooses. */
  public static final Span UNSET = new Span(null, null);

  /** The first day, in UTC; null where Zoom chooses. */
  public @Nullable LocalDate firstDay() {
    return from == null ? null : from.toDate();
  }

  /** The last day, in UTC; null where Zoom chooses. */
  public @Nullable LocalDate lastDay() {
    return to == null ? null : to.toDate();
  }

  /** Such as "2026-11-01 to 2026-11-30". */
  @Override
  public String toString() {
    return (from == null ? "unset" : from) + " to " + (to == null ? "unset" : to);
  }
}
