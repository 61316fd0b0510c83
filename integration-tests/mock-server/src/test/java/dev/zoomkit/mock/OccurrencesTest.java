package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

  @Test
  void areAtMostSixty() {
    assertThat(
            days(
                "{'start_time': '2026-12-01T12:00:00Z', 'recurrence': {'type': 1, 'end_times': 99}}"))
        .hasSize(60);
  }

  @Test
  void needAStartAndARule() {
    assertThat(days("{'recurrence': {'type': 1, 'end_times': 3}}")).isEmpty();
    assertThat(days("{'start_time': '2026-12-01T12:00:00Z'}")).isEmpty();
  }

  private static List<String> days(String webinar) {
    JsonNode occurrences = Occurrences.of(Json.parse(webinar.replace('\'', '"')));
    return Running.texts(occurrences, "start_time").stream()
        .map(time -> time.substring(5, 10))
        .toList();
  }
}
