package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The dates of a recurring webinar or meeting. */
final class Occurrences {
  private static final int MOST = 60;
  private static final int DAYS_TO_LOOK_AHEAD = 366 * 5;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

  private Occurrences() {}

  /**
   * The occurrences that a recurrence stands for; empty where there is no recurrence or no start.
   */
  static ArrayNode of(JsonNode webinar) {
    ArrayNode occurrences = Json.array();
    JsonNode recurrence = webinar.path("recurrence");
    LocalDateTime start = time(webinar.path("start_time").asText());
    if (!recurrence.isObject() || start == null) {
      return occurrences;
    }
    LocalDateTime end = time(recurrence.path("end_date_time").asText());
    int times = Math.min(recurrence.path("end_times").asInt(end == null ? 1 : MOST), MOST);
    Predicate<LocalDateTime> falls = rule(recurrence, start);
    for (int day = 0; day < DAYS_TO_LOOK_AHEAD && occurrences.size() < times; day++) {
      LocalDateTime time = start.plusDays(day);
      if (end != null && time.isAfter(end)) {
        break;
      }
      if (falls.test(time)) {
        add(occurrences, time, webinar.path("duration"));
      }
    }
    return occurrences;
  }

  private static void add(ArrayNode occurrences, LocalDateTime time, JsonNode duration) {
    ObjectNode occurrence = occurrences.addObject();
    occurrence.put("occurrence_id", Long.toString(time.toEpochSecond(ZoneOffset.UTC) * 1000));
    occurrence.put("start_time", UTC.format(time));
    if (duration.isInt()) {
      occurrence.set("duration", duration);
    }
    occurrence.put("status", "available");
  }

  /**
   * Whether a day belongs to the series: by days, weeks or months, as the recurrence's type says.
   */
  private static Predicate<LocalDateTime> rule(JsonNode recurrence, LocalDateTime start) {
    int interval = Math.max(recurrence.path("repeat_interval").asInt(1), 1);
    return switch (recurrence.path("type").asInt()) {
      case 2 -> {
        Set<Integer> days = new HashSet<>();
        for (String day : recurrence.path("weekly_days").asText().split(",")) {
          days.add(day.isBlank() ? number(start.getDayOfWeek()) : number(day.trim()));
        }
        yield time ->
            weeks(start, time) % interval == 0 && days.contains(number(time.getDayOfWeek()));
      }
      case 3 ->
          time ->
              months(start, time) % interval == 0
                  && time.toLocalDate().equals(inMonth(recurrence, start, time).toLocalDate());
      default -> time -> days(start, time) % interval == 0;
    };
  }

  private static long days(LocalDateTime start, LocalDateTime time) {
    return time.toLocalDate().toEpochDay() - start.toLocalDate().toEpochDay();
  }

  private static long weeks(LocalDateTime start, LocalDateTime time) {
    LocalDateTime firstSunday = start.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    return days(firstSunday, time) / 7;
  }

  private static long months(LocalDateTime start, LocalDateTime time) {
    return (time.getYear() - start.getYear()) * 12L + time.getMonthValue() - start.getMonthValue();
  }

  private static LocalDateTime inMonth(
      JsonNode recurrence, LocalDateTime start, LocalDateTime time) {
    int week = recurrence.path("monthly_week").asInt();
    if (week != 0) {
      DayOfWeek day = DayOfWeek.of((recurrence.path("monthly_week_day").asInt(1) + 5) % 7 + 1);
      return time.with(TemporalAdjusters.dayOfWeekInMonth(week, day));
    }
    int day = recurrence.path("monthly_day").asInt(start.getDayOfMonth());
    return time.withDayOfMonth(Math.min(day, time.toLocalDate().lengthOfMonth()));
  }

  private static int number(String day) {
    if (!day.matches("[1-7]")) {
      throw Refusal.ofField("recurrence.weekly_days", "The days are numbers from 1 to 7.");
    }
    return Integer.parseInt(day);
  }

  /** Zoom counts the days of the week from Sunday, 1, to Saturday, 7. */
  private static int number(DayOfWeek day) {
    return day.getValue() % 7 + 1;
  }

  /** A date-time without its zone, as Zoom takes every time as UTC; null where the text is none. */
  static @Nullable LocalDateTime time(String text) {
    if (text.length() < 19) {
      return null;
    }
    try {
      return LocalDateTime.parse(text.substring(0, 19));
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }
}
