package dev.zoomkit.value;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.Times;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A day, or a moment: Zoom takes either in some date windows. Immutable. */
public final class DateOrDateTime {
  private final String text;

  private DateOrDateTime(String text) {
    this.text = text;
  }

  /** A whole day. */
  public static DateOrDateTime of(LocalDate day) {
    return new DateOrDateTime(Arguments.require("DateOrDateTime", "day", day).toString());
  }

  /** A moment, to the second. */
  public static DateOrDateTime of(OffsetDateTime moment) {
    return new DateOrDateTime(Times.format(Arguments.require("DateOrDateTime", "moment", moment)));
  }

  /**
   * A day such as {@code 2026-11-22}, or a moment such as {@code 2026-11-22T09:30:00Z}.
   *
   * @throws IllegalArgumentException where the text is neither
   */
  public static DateOrDateTime parse(String text) {
    Arguments.requireText("DateOrDateTime", "text", text);
    try {
      return text.length() > 10 ? of(Times.parseDateTime(text)) : of(Times.parseDate(text));
    } catch (DateTimeException neither) {
      throw Arguments.unfit(
          "DateOrDateTime",
          "text",
          "such as 2026-11-22 or 2026-11-22T09:30:00Z; \"%s\" is neither.".formatted(text));
    }
  }

  /** Whether this is a whole day. */
  public boolean isDate() {
    return text.length() == 10;
  }

  /** The day; that of the moment in UTC where this is a moment. */
  public LocalDate toDate() {
    return Times.parseDate(text);
  }

  /** The moment; midnight in UTC where this is a day. */
  public OffsetDateTime toDateTime() {
    return isDate() ? toDate().atStartOfDay().atOffset(ZoneOffset.UTC) : Times.parseDateTime(text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DateOrDateTime that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The day or the moment, as it goes into a request. */
  @Override
  public String toString() {
    return text;
  }
}
