package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The dates of a recurring webinar or meeting. */
public final class Occurrences {
  private static final int MOST = 50;
  private static final int DAYS_TO_LOOK_AHEAD = 366 * 5;

  private static final int MEETING_WITHOUT_FIXED_TIME = 3;
  private static final int WEBINAR_WITHOUT_FIXED_TIME = 6;

  /** The longest interval in days, weeks and months. */
  private static final List<Integer> LONGEST_OF_MEETINGS = List.of(99, 50, 10);

  private static final List<Integer> LONGEST_OF_WEBINARS = List.of(90, 12, 3);

  private Occurrences() {}

  /**
   * Holds the recurrence of a meeting or webinar against what a series can be.
   *
   * @param zone whose days count
   * @throws ErrorResponseException if there is no such series, or nothing in it
   */
  static void check(JsonNode session, boolean webinar, ZoneId zone) {
    JsonNode recurrence = session.path("recurrence");
    int type = recurrence.path("type").asInt();
    int longest = (webinar ? LONGEST_OF_WEBINARS : LONGEST_OF_MEETINGS).get(type - 1);
    int interval = recurrence.path("repeat_interval").asInt(1);
    if (interval < 1 || interval > longest) {
      throw ErrorResponseException.ofField(
          "recurrence.repeat_interval", "Has to be from 1 to " + longest + ".");
    }
    boolean starts = TimeZones.instant(session.path("start_time").asText()) != null;
    if (starts && of(session, zone).isEmpty()) {
      throw ErrorResponseException.ofField(
          "recurrence", "The series ends before its first occurrence.");
    }
  }

  /** Whether a session is to be held more than once, be it at times that nobody has fixed. */
  static boolean recurs(Resource session) {
    int withoutFixedTime =
        session.isOf("meetings") ? MEETING_WITHOUT_FIXED_TIME : WEBINAR_WITHOUT_FIXED_TIME;
    return session.data().has("recurrence")
        || session.data().path("type").asInt() == withoutFixedTime;
  }

  /**
   * The occurrences that a recurrence stands for; empty where there is no recurrence or no start.
   *
   * @param zone whose days count, and on whose clocks all occurrences start alike
   */
  public static ArrayNode of(JsonNode webinar, ZoneId zone) {
    ArrayNode occurrences = Json.array();
    JsonNode recurrence = webinar.path("recurrence");
    Instant first =
        recurrence.isObject() ? TimeZones.instant(webinar.path("start_time").asText()) : null;
    if (first == null) {
      return occurrences;
    }
    ZonedDateTime start = first.atZone(zone);
    Instant end = TimeZones.instant(recurrence.path("end_date_time").asText());
    int times = Math.min(recurrence.path("end_times").asInt(end == null ? 1 : MOST), MOST);
    Predicate<LocalDate> falls = rule(recurrence, start.toLocalDate());
    for (int day = 0; day < DAYS_TO_LOOK_AHEAD && occurrences.size() < times; day++) {
      Instant time = start.plusDays(day).toInstant();
      if (end != null && time.isAfter(end)) {
        break;
      }
      if (falls.test(start.toLocalDate().plusDays(day))) {
        add(occurrences, time, webinar.path("duration"));
      }
    }
    return occurrences;
  }

  /**
   * The occurrence that a call for a webinar or meeting is about; null where it is about the whole.
   *
   * @throws ErrorResponseException if there is no such occurrence, or it was deleted
   */
  public static @Nullable ObjectNode named(ResolvedCall call) {
    String wanted = call.query("occurrence_id").asText();
    if (wanted.isEmpty() || !call.subject().isSession()) {
      return null;
    }
    for (JsonNode occurrence : call.subject().data().path("occurrences")) {
      if (isOn(occurrence) && occurrence.path("occurrence_id").asText().equals(wanted)) {
        return (ObjectNode) occurrence;
      }
    }
    throw NotFoundErrors.notFound(call.operation(), "occurrence", wanted);
  }

  /** The ids of the occurrences of a session that were not deleted. */
  static List<String> ids(Resource session) {
    return session
        .data()
        .path("occurrences")
        .valueStream()
        .filter(Occurrences::isOn)
        .map(one -> one.path("occurrence_id").asText())
        .toList();
  }

  /** Whether an occurrence was not deleted. */
  static boolean isOn(JsonNode occurrence) {
    return !occurrence.path("status").asText().equals("deleted");
  }

  private static void add(ArrayNode occurrences, Instant time, JsonNode duration) {
    ObjectNode occurrence = occurrences.addObject();
    occurrence.put("occurrence_id", Long.toString(time.toEpochMilli()));
    occurrence.put("start_time", time.toString());
    if (duration.isInt()) {
      occurrence.set("duration", duration);
    }
    occurrence.put("status", "available");
  }

  /**
   * Whether a day belongs to the series: by days, weeks or months, as the recurrence's type says.
   */
  private static Predicate<LocalDate> rule(JsonNode recurrence, LocalDate start) {
    int interval = Math.max(recurrence.path("repeat_interval").asInt(1), 1);
    return switch (recurrence.path("type").asInt()) {
      case 2 -> {
        Set<Integer> days = new HashSet<>();
        for (String day : recurrence.path("weekly_days").asText().split(",")) {
          days.add(day.isBlank() ? number(start.getDayOfWeek()) : number(day.trim()));
        }
        yield day -> weeks(start, day) % interval == 0 && days.contains(number(day.getDayOfWeek()));
      }
      case 3 ->
          day -> months(start, day) % interval == 0 && day.equals(inMonth(recurrence, start, day));
      default -> day -> days(start, day) % interval == 0;
    };
  }

  private static long days(LocalDate start, LocalDate day) {
    return day.toEpochDay() - start.toEpochDay();
  }

  private static long weeks(LocalDate start, LocalDate day) {
    return days(start.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)), day) / 7;
  }

  private static long months(LocalDate start, LocalDate day) {
    return (day.getYear() - start.getYear()) * 12L + day.getMonthValue() - start.getMonthValue();
  }

  private static LocalDate inMonth(JsonNode recurrence, LocalDate start, LocalDate month) {
    int week = recurrence.path("monthly_week").asInt();
    if (week != 0) {
      DayOfWeek day = DayOfWeek.of((recurrence.path("monthly_week_day").asInt(1) + 5) % 7 + 1);
      return month.with(TemporalAdjusters.dayOfWeekInMonth(week, day));
    }
    int day = recurrence.path("monthly_day").asInt(start.getDayOfMonth());
    return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
  }

  private static int number(String day) {
    if (!day.matches("[1-7]")) {
      throw ErrorResponseException.ofField(
          "recurrence.weekly_days", "The days are numbers from 1 to 7.");
    }
    return Integer.parseInt(day);
  }

  /** Zoom counts the days of the week from Sunday, 1, to Saturday, 7. */
  private static int number(DayOfWeek day) {
    return day.getValue() % 7 + 1;
  }
}
