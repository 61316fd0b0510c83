package dev.zoomkit.schedule;

import static dev.zoomkit.model.RecurrenceType.DAILY;
import static dev.zoomkit.model.RecurrenceType.WEEKLY;

import dev.zoomkit.model.CreateMeetingRequest;
import dev.zoomkit.model.CreateWebinarRequest;
import dev.zoomkit.model.MeetingType;
import dev.zoomkit.model.Recurrence;
import dev.zoomkit.model.RecurrenceType;
import dev.zoomkit.model.WebinarType;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.OpenEnum;
import org.jspecify.annotations.Nullable;

/**
 * A rule and its end, made by {@link Recurrences}. Meetings and webinars have limits of their own
 * for the interval, which are held when it is known which of the two the series is for. Immutable.
 */
public final class Series {
  /** What the description says in words at {@code Recurrence}. */
  static final int MOST_OCCURRENCES = 50;

  private final Recurrence recurrence;

  Series(Recurrence recurrence) {
    this.recurrence = recurrence;
  }

  /** The longest intervals, which the description says in words at {@code repeat_interval}. */
  enum Longest {
    OF_MEETINGS("meeting", 99, 50, 10),
    OF_WEBINARS("webinar", 90, 12, 3);

    final String kind;
    final int days;
    final int weeks;
    final int months;

    Longest(String kind, int days, int weeks, int months) {
      this.kind = kind;
      this.days = days;
      this.weeks = weeks;
      this.months = months;
    }

    int of(RecurrenceType type) {
      return type.equals(DAILY) ? days : type.equals(WEEKLY) ? weeks : months;
    }
  }

  /**
   * As requests for a meeting have it. It counts only beside the type {@link
   * MeetingType#RECURRING_FIXED_TIME}.
   *
   * @throws IllegalArgumentException if the interval is longer than 99 days, 50 weeks or 10 months
   */
  public Recurrence forMeeting() {
    return checked("forMeeting", Longest.OF_MEETINGS);
  }

  /**
   * As requests for a webinar have it. It counts only beside the type {@link
   * WebinarType#RECURRING_FIXED_TIME}.
   *
   * @throws IllegalArgumentException if the interval is longer than 90 days, 12 weeks or 3 months
   */
  public Recurrence forWebinar() {
    return checked("forWebinar", Longest.OF_WEBINARS);
  }

  /**
   * The meeting as this series: with this recurrence, and the type that it needs.
   *
   * @throws IllegalArgumentException if the meeting has another type, or as {@link #forMeeting}
   */
  public CreateMeetingRequest schedule(CreateMeetingRequest meeting) {
    Arguments.require("Series.schedule", "meeting", meeting);
    checkType("meeting", meeting.type(), MeetingType.RECURRING_FIXED_TIME);
    return meeting.toBuilder()
        .type(MeetingType.RECURRING_FIXED_TIME)
        .recurrence(forMeeting())
        .build();
  }

  /**
   * The webinar as this series: with this recurrence, and the type that it needs.
   *
   * @throws IllegalArgumentException if the webinar has another type, or as {@link #forWebinar}
   */
  public CreateWebinarRequest schedule(CreateWebinarRequest webinar) {
    Arguments.require("Series.schedule", "webinar", webinar);
    checkType("webinar", webinar.type(), WebinarType.RECURRING_FIXED_TIME);
    return webinar.toBuilder()
        .type(WebinarType.RECURRING_FIXED_TIME)
        .recurrence(forWebinar())
        .build();
  }

  private static <T extends OpenEnum<?>> void checkType(
      String kind, @Nullable T type, T recurring) {
    if (type != null && !type.equals(recurring)) {
      throw Arguments.unfit(
          "Series.schedule",
          kind,
          "of type RECURRING_FIXED_TIME, or without a type, which is set then; it was of %s, which has no recurrence."
              .formatted(type.known()));
    }
  }

  private Recurrence checked(String method, Longest longest) {
    Integer interval = recurrence.repeatInterval();
    int most = longest.of(recurrence.type());
    if (interval != null && interval > most) {
      throw Arguments.unfit(
          "Series." + method,
          "rule",
          "of every %d %s at most; every(%d) is more. Schedule single %ss for longer intervals."
              .formatted(most, unit(recurrence.type()), interval, longest.kind));
    }
    return recurrence;
  }

  private static String unit(RecurrenceType type) {
    return type.equals(DAILY) ? "days" : type.equals(WEEKLY) ? "weeks" : "months";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Series that && that.recurrence.equals(recurrence);
  }

  @Override
  public int hashCode() {
    return recurrence.hashCode();
  }

  /** The recurrence, without the limits of the interval. */
  @Override
  public String toString() {
    return recurrence.toString();
  }
}
