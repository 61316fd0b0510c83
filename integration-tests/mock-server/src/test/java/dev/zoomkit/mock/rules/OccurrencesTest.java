package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import dev.zoomkit.spec.reader.Json;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 1 December 2026 is a Tuesday. */
class OccurrencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'type': 1, 'end_times': 3 | 12-01 12-02 12-03",
        "'type': 1, 'repeat_interval': 2, 'end_times': 3 | 12-01 12-03 12-05",
        "'type': 1, 'end_date_time': '2026-12-02T23:00:00Z' | 12-01 12-02",
        "'type': 2, 'end_times': 3 | 12-01 12-08 12-15",
        "'type': 2, 'weekly_days': '1,3', 'end_times': 4 | 12-01 12-06 12-08 12-13",
        "'type': 2, 'repeat_interval': 2, 'weekly_days': '3', 'end_times': 3 | 12-01 12-15 12-29",
        "'type': 3, 'monthly_day': 15, 'end_times': 2 | 12-15 01-15",
        "'type': 3, 'monthly_day': 31, 'end_times': 3 | 12-31 01-31 02-28",
        "'type': 3, 'monthly_week': 2, 'monthly_week_day': 6, 'end_times': 2 | 12-11 01-08",
        "'type': 3, 'monthly_week': -1, 'monthly_week_day': 2, 'end_times': 2 | 12-28 01-25",
        "'type': 3, 'repeat_interval': 2, 'monthly_day': 1, 'end_times': 2 | 12-01 02-01"
      })
  void fallOnTheDaysOfTheirRule(String recurrence, String days) {
    assertThat(days("{'start_time': '2026-12-01T12:00:00Z', 'recurrence': {" + recurrence + "}}"))
        .containsExactly(days.trim().split(" "));
  }

  @ParameterizedTest(name = "{0} in {2}, {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # daily, across the night in which half past two does not exist
          2027-03-13T07:30 | 'type': 1, 'end_times': 3 | America/New_York | 03-13T07:30 03-14T07:30 03-15T06:30
          # daily, across the night that has half past one twice: its first
          2027-11-06T05:30 | 'type': 1, 'end_times': 3 | America/New_York | 11-06T05:30 11-07T05:30 11-08T06:30
          # daily, begun in the second of the two
          2027-11-07T06:30 | 'type': 1, 'end_times': 2 | America/New_York | 11-07T06:30 11-08T06:30
          # weekly, without a day: on that of the start
          2027-01-03T23:30 | 'type': 2, 'end_times': 2 | Asia/Tokyo | 01-03T23:30 01-10T23:30
          # every other week, on Sundays and Mondays
          2027-01-03T23:30 | 'type': 2, 'repeat_interval': 2, 'weekly_days': '1,2', 'end_times': 3 | Asia/Tokyo | 01-03T23:30 01-16T23:30 01-17T23:30
          # weekly until a moment, which is not on the zone's clocks
          2027-03-02T14:00 | 'type': 2, 'end_date_time': '2027-03-16T13:00:00Z' | America/New_York | 03-02T14:00 03-09T14:00 03-16T13:00
          2027-03-02T14:00 | 'type': 2, 'end_date_time': '2027-03-16T12:59:59Z' | America/New_York | 03-02T14:00 03-09T14:00
          # on the last day of each month
          2026-12-30T23:00 | 'type': 3, 'monthly_day': 31, 'end_times': 3 | Asia/Tokyo | 12-30T23:00 01-30T23:00 02-27T23:00
          # every other month, on the day of the start
          2027-02-15T02:00 | 'type': 3, 'repeat_interval': 2, 'end_times': 2 | America/Los_Angeles | 02-15T02:00 04-15T01:00
          # on the last Friday of each month
          2026-12-26T04:00 | 'type': 3, 'monthly_week': -1, 'monthly_week_day': 6, 'end_times': 2 | America/Los_Angeles | 12-26T04:00 01-30T04:00
          """)
  void fallOnTheDaysAndAtTheHourOfTheirZone(
      String start, String recurrence, ZoneId zone, String times) {
    String session = "{'start_time': '%s:00Z', 'recurrence': {%s}}".formatted(start, recurrence);

    assertThat(starts(session, zone).stream().map(time -> time.substring(5, 16)))
        .containsExactly(times.split(" "));
  }

  @Test
  void areAtMostFifty() {
    assertThat(
            days(
                "{'start_time': '2026-12-01T12:00:00Z', 'recurrence': {'type': 1, 'end_times': 99}}"))
        .hasSize(50);
  }

  @Test
  void needAStartAndARule() {
    assertThat(days("{'recurrence': {'type': 1, 'end_times': 3}}")).isEmpty();
    assertThat(days("{'start_time': '2026-12-01T12:00:00Z'}")).isEmpty();
  }

  private static List<String> days(String webinar) {
    return starts(webinar, ZoneOffset.UTC).stream().map(time -> time.substring(5, 10)).toList();
  }

  private static List<String> starts(String webinar, ZoneId zone) {
    JsonNode occurrences = Occurrences.of(Json.parse(webinar.replace('\'', '"')), zone);
    return Running.texts(occurrences, "start_time");
  }
}
