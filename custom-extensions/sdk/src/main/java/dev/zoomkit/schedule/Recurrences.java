package dev.zoomkit.schedule;

import dev.zoomkit.model.Recurrence;
import dev.zoomkit.model.RecurrenceType;
import dev.zoomkit.model.WeekDay;
import dev.zoomkit.model.WeekOfMonth;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.OpenEnum;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules by which meetings and webinars repeat at fixed times, such as {@code
 * Recurrences.weekly(WeekDay.TUESDAY).every(2).times(10)}. What Zoom has no series for cannot be
 * said, or is refused with the reason. Days are those of the time zone of the request. {@link
 * Recurrence#builder()} has the same fields without the checks.
 */
public final class Recurrences {
  private Recurrences() {}

  /** Every day, unless {@link RecurrenceRule#every} says otherwise. */
  public static RecurrenceRule daily() {
    return new RecurrenceRule(every(RecurrenceType.DAILY).build());
  }

  /**
   * Every week on these days, unless {@link RecurrenceRule#every} says otherwise.
   *
   * @throws IllegalArgumentException if a day is there twice, or is none from Sunday to Saturday
   */
  public static RecurrenceRule weekly(WeekDay first, WeekDay... more) {
    List<WeekDay> days = new ArrayList<>();
    days.add(known("weekly", "first day", first));
    for (WeekDay day : Arguments.require("Recurrences.weekly", "more days", more)) {
      if (days.contains(known("weekly", "day", day))) {
        throw Arguments.unfit(
            "Recurrences.weekly",
            "weekday",
            "that comes once; %s is there twice.".formatted(name(day)));
      }
      days.add(day);
    }
    return new RecurrenceRule(every(RecurrenceType.WEEKLY).weeklyDays(days).build());
  }

  /**
   * Every month on this day, unless {@link RecurrenceRule#every} says otherwise.
   *
   * @param day 1 to 31
   * @throws IllegalArgumentException if no month has such a day
   */
  public static RecurrenceRule monthlyOnDay(int day) {
    if (day < 1 || day > 31) {
      throw Arguments.unfit(
          "Recurrences.monthlyOnDay", "day", "from 1 to 31; it was %d.".formatted(day));
    }
    return new RecurrenceRule(every(RecurrenceType.MONTHLY).monthlyDay(day).build());
  }

  /**
   * Every month on one of its weekdays, such as the last Friday, unless {@link
   * RecurrenceRule#every} says otherwise.
   *
   * @throws IllegalArgumentException if the description lacks the week or the day
   */
  public static RecurrenceRule monthlyOn(WeekOfMonth week, WeekDay day) {
    return new RecurrenceRule(
        every(RecurrenceType.MONTHLY)
            .monthlyWeek(known("monthlyOn", "week", week))
            .monthlyWeekDay(known("monthlyOn", "day", day))
            .build());
  }

  private static Recurrence.Builder every(RecurrenceType type) {
    return Recurrence.builder().type(type).repeatInterval(1);
  }

  /** Lets a value of the description pass; Zoom would take any other for one that it is not. */
  private static <T extends OpenEnum<?>> T known(String method, String name, T value) {
    Arguments.require("Recurrences." + method, name, value);
    if (name(value).equals("UNKNOWN")) {
      throw Arguments.unfit(
          "Recurrences." + method,
          name,
          "that is a constant of %s; it was %s."
              .formatted(value.getClass().getSimpleName(), value));
    }
    return value;
  }

  private static String name(OpenEnum<?> value) {
    return value.known().name();
  }
}
