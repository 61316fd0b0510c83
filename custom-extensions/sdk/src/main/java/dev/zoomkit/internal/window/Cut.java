package dev.zoomkit.internal.window;

import dev.zoomkit.value.DateOrDateTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a range, oldest first. They leave nothing out and overlap nowhere: one begins the
 * day after the end of the one before, or the second after. Immutable; made when asked for, so that
 * ten thousand take no more memory than one.
 */
public final class Cut {

  private static final long SECONDS_OF_DAY = 86_400;

  private final Span whole;
  private final long unitsOfWindow;
  private final long count;

  private Cut(Span whole, long unitsOfWindow, long count) {
    this.whole = whole;
    this.unitsOfWindow = unitsOfWindow;
    this.count = count;
  }

  /** No window at all. */
  static Cut none() {
    return new Cut(Span.UNSET, 0, 0);
  }

  /**
   * Cuts a span; one that has an open end stays whole.
   *
   * @param maxDays the most days of a window, both ends included; 0 for any number
   */
  static Cut of(Span whole, int maxDays) {
    DateOrDateTime from = whole.from();
    DateOrDateTime to = whole.to();
    if (maxDays == 0 || from == null || to == null) {
      return new Cut(whole, 0, 1);
    }
    long unitsOfDay = ofDays(from, to) ? 1 : SECONDS_OF_DAY;
    long ofWindow = maxDays * unitsOfDay;
    long all = 1 + (unitsOfDay == 1 ? days(from, to) : seconds(from, to));
    return new Cut(whole, ofWindow, (all + ofWindow - 1) / ofWindow);
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** The window at an index from 0. */
  public Span get(long index) {
    return new Span(
        index == 0 ? whole.from() : plus(index * unitsOfWindow),
        index == count - 1 ? whole.to() : plus((index + 1) * unitsOfWindow - 1));
  }

  private @Nullable DateOrDateTime plus(long units) {
    DateOrDateTime from = whole.from();
    DateOrDateTime to = whole.to();
    if (from == null || to == null) {
      return null;
    }
    return ofDays(from, to)
        ? DateOrDateTime.of(from.toDate().plusDays(units))
        : DateOrDateTime.of(from.toDateTime().plusSeconds(units));
  }

  private static boolean ofDays(DateOrDateTime from, DateOrDateTime to) {
    return from.isDate() && to.isDate();
  }

  private static long days(DateOrDateTime from, DateOrDateTime to) {
    return ChronoUnit.DAYS.between(from.toDate(), to.toDate());
  }

  private static long seconds(DateOrDateTime from, DateOrDateTime to) {
    return ChronoUnit.SECONDS.between(from.toDateTime(), lastSecond(to));
  }

  /** Whether the first is later than the last second of the other. */
  static boolean isAfter(DateOrDateTime from, DateOrDateTime to) {
    return ofDays(from, to) ? days(from, to) < 0 : seconds(from, to) < 0;
  }

  /** The next day, or the next second. */
  static DateOrDateTime after(DateOrDateTime end) {
    return end.isDate()
        ? DateOrDateTime.of(end.toDate().plusDays(1))
        : DateOrDateTime.of(end.toDateTime().plusSeconds(1));
  }

  /** The day before, or the second before. */
  static DateOrDateTime before(DateOrDateTime start) {
    return start.isDate()
        ? DateOrDateTime.of(start.toDate().minusDays(1))
        : DateOrDateTime.of(start.toDateTime().minusSeconds(1));
  }

  private static OffsetDateTime lastSecond(DateOrDateTime end) {
    OffsetDateTime start = end.toDateTime();
    return end.isDate() ? start.plusSeconds(SECONDS_OF_DAY - 1) : start;
  }

  /** The kind of value that the other is: a day, or the first moment of it. */
  static DateOrDateTime alike(DateOrDateTime other, LocalDate day) {
    DateOrDateTime date = DateOrDateTime.of(day);
    return other.isDate() ? date : DateOrDateTime.of(date.toDateTime());
  }
}
