package dev.zoomkit.internal.window;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.DateOrDateTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a caller asks, and how much of it one call can cover. Immutable.
 *
 * @param <D> what the operation takes: a day, a moment, or either
 */
public final class DateRange<D> {

  private final Span whole;
  private final int maxDays;
  private final int pastMonths;
  private final Function<DateOrDateTime, D> type;

  private DateRange(
      @Nullable DateOrDateTime from,
      @Nullable DateOrDateTime to,
      int maxDays,
      int pastMonths,
      Function<DateOrDateTime, D> type) {
    this.whole = new Span(from, to);
    this.maxDays = maxDays;
    this.pastMonths = pastMonths;
    this.type = type;
  }

  /** Of an operation that takes none. */
  public static DateRange<DateOrDateTime> none() {
    return ofDatesOrTimes(null, null, 0, 0);
  }

  /**
   * A range of days, both included.
   *
   * @param maxDays the most days of a call; 0 for any number
   * @param pastMonths how far Zoom looks back; 0 for any time
   */
  public static DateRange<LocalDate> ofDates(
      @Nullable LocalDate from, @Nullable LocalDate to, int maxDays, int pastMonths) {
    return new DateRange<>(
        from == null ? null : day(from),
        to == null ? null : day(to),
        maxDays,
        pastMonths,
        DateOrDateTime::toDate);
  }

  /**
   * A range of days or moments, as {@link #ofDates}; with one of each, the day is its first second
   * as the start and its last as the end.
   */
  public static DateRange<DateOrDateTime> ofDatesOrTimes(
      @Nullable DateOrDateTime from, @Nullable DateOrDateTime to, int maxDays, int pastMonths) {
    return new DateRange<>(from, to, maxDays, pastMonths, Function.identity());
  }

  /** A range of moments to the second, both included, as {@link #ofDates}. */
  public static DateRange<OffsetDateTime> ofTimes(
      @Nullable OffsetDateTime from, @Nullable OffsetDateTime to, int maxDays, int pastMonths) {
    return new DateRange<>(
        from == null ? null : DateOrDateTime.of(from),
        to == null ? null : DateOrDateTime.of(to),
        maxDays,
        pastMonths,
        DateOrDateTime::toDateTime);
  }

  private static DateOrDateTime day(LocalDate day) {
    if (day.getYear() < 0 || day.getYear() > 9999) {
      throw new IllegalArgumentException("Zoom has no year " + day.getYear() + ".");
    }
    return DateOrDateTime.of(day);
  }

  /** As the caller has it. */
  public Span whole() {
    return whole;
  }

  /** An end of a window as the operation takes it. */
  public @Nullable D value(@Nullable DateOrDateTime end) {
    return end == null ? null : type.apply(end);
  }

  /**
   * Refuses a range that ends before it begins.
   *
   * @throws IllegalArgumentException in that case
   */
  public DateRange<D> requireOrder(String operation) {
    if (whole.from() != null && whole.to() != null && Cut.isAfter(whole.from(), whole.to())) {
      throw Arguments.unfit(
          operation,
          "from",
          "that is not after to; it was %s, and to was %s.".formatted(whole.from(), whole.to()));
    }
    return this;
  }

  /**
   * Refuses a range that takes several calls.
   *
   * @throws IllegalArgumentException in that case, or if it ends before it begins
   */
  public void requireOneWindow(String operation) {
    requireOrder(operation);
    if (Cut.of(whole, maxDays).count() > 1) {
      throw Arguments.unfit(
          operation,
          "from",
          "and to within %d days, both included; %s is more. %sByWindow covers it with several calls."
              .formatted(maxDays, whole, operation));
    }
  }

  /**
   * The windows to ask for. A range without an end that reaches further back than one window ends
   * today.
   *
   * @param clock says what is today
   * @param onlyKept leaves out what Zoom no longer has, all of it if need be
   */
  public Cut cut(Clock clock, boolean onlyKept) {
    return cut(whole, clock, onlyKept);
  }

  /** The windows of what comes after a window that was read before; may be none. */
  public Cut cutAfter(Span read, Clock clock, boolean onlyKept) {
    DateOrDateTime to = read.to();
    DateOrDateTime end = withEnd(whole, clock).to();
    if (to == null || end == null || !Cut.isAfter(end, to)) {
      return Cut.none();
    }
    return cut(new Span(Cut.after(to), whole.to()), clock, onlyKept);
  }

  /** The windows of what comes before a window that was read before; may be none. */
  public Cut cutBefore(Span read, Clock clock, boolean onlyKept) {
    DateOrDateTime from = read.from();
    if (from == null || whole.from() == null || !Cut.isAfter(from, whole.from())) {
      return Cut.none();
    }
    return cut(new Span(whole.from(), Cut.before(from)), clock, onlyKept);
  }

  private Cut cut(Span span, Clock clock, boolean onlyKept) {
    Span ended = withEnd(span, clock);
    LocalDate firstKept = firstKept(clock);
    LocalDate first = ended.firstDay();
    if (!onlyKept || firstKept == null || first == null || !first.isBefore(firstKept)) {
      return Cut.of(ended, maxDays);
    }
    DateOrDateTime from = Cut.alike(ended.from(), firstKept);
    return ended.to() != null && Cut.isAfter(from, ended.to())
        ? Cut.none()
        : Cut.of(withEnd(new Span(from, span.to()), clock), maxDays);
  }

  private Span withEnd(Span span, Clock clock) {
    DateOrDateTime from = span.from();
    if (from == null || span.to() != null || maxDays == 0) {
      return span;
    }
    DateOrDateTime now =
        from.isDate()
            ? DateOrDateTime.of(LocalDate.now(clock))
            : DateOrDateTime.of(OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC));
    Span ended = new Span(from, now);
    return Cut.isAfter(from, now) || Cut.of(ended, maxDays).count() == 1 ? span : ended;
  }

  /** The first day that Zoom still has; null where it has all. */
  public @Nullable LocalDate firstKept(Clock clock) {
    return pastMonths == 0 ? null : LocalDate.now(clock).minusMonths(pastMonths);
  }
}
