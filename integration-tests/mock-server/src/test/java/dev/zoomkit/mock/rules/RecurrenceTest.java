package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a series may be, and that nothing is left of one that is refused. */
class RecurrenceTest extends Running {
  private static final String SERIES =
      "{\"type\": %d, \"start_time\": \"2026-12-05T10:00:00\", \"recurrence\": {%s}}";

  private String series(String kind, String recurrence) {
    return SERIES.formatted(kind.equals("meetings") ? 8 : 9, recurrence.replace('\'', '"'));
  }

  private String created(String kind, String recurrence) {
    JsonNode made = client.post(host + "/" + kind, series(kind, recurrence)).json();
    return kind + "/" + made.path("id").asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meetings | 'type': 3, 'monthly_day': 0 | recurrence.monthly_day
          meetings | 'type': 3, 'monthly_day': -1 | recurrence.monthly_day
          webinars | 'type': 3, 'monthly_day': 32 | recurrence.monthly_day
          meetings | 'type': 3, 'monthly_week': 5, 'monthly_week_day': 1 | recurrence.monthly_week
          meetings | 'type': 2, 'weekly_days': '8' | recurrence.weekly_days
          webinars | 'type': 2, 'weekly_days': '0,1' | recurrence.weekly_days
          meetings | 'type': 1, 'repeat_interval': 100 | recurrence.repeat_interval
          meetings | 'type': 2, 'repeat_interval': 51 | recurrence.repeat_interval
          meetings | 'type': 3, 'repeat_interval': 11 | recurrence.repeat_interval
          webinars | 'type': 1, 'repeat_interval': 91 | recurrence.repeat_interval
          webinars | 'type': 2, 'repeat_interval': 13 | recurrence.repeat_interval
          webinars | 'type': 3, 'repeat_interval': 4 | recurrence.repeat_interval
          webinars | 'type': 1, 'repeat_interval': -1 | recurrence.repeat_interval
          meetings | 'type': 1, 'end_times': 61 | recurrence.end_times
          meetings | 'type': 1, 'end_times': -1 | recurrence
          webinars | 'type': 1, 'end_date_time': '2026-12-04T10:00:00Z' | recurrence
          """)
  void aSeriesThatCannotBeIsRefusedAndNothingIsLeftOfIt(
      String kind, String recurrence, String field) {
    int before = client.get(host + "/" + kind).json().path("total_records").asInt();
    assertRefusesField(client.post(host + "/" + kind, series(kind, recurrence)), field);
    assertThat(client.get(host + "/" + kind).json().path("total_records").asInt())
        .isEqualTo(before);

    String path = created(kind, "'type': 1, 'end_times': 2");
    JsonNode as = client.get(path).json();
    assertRefusesField(
        client.patch(path, "{\"recurrence\": {" + recurrence.replace('\'', '"') + "}}"), field);
    assertThat(client.get(path).json()).isEqualTo(as);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meetings | 'type': 1, 'repeat_interval': 99
          meetings | 'type': 2, 'repeat_interval': 50
          meetings | 'type': 3, 'repeat_interval': 10, 'monthly_day': 31
          webinars | 'type': 1, 'repeat_interval': 90
          webinars | 'type': 2, 'repeat_interval': 12
          webinars | 'type': 3, 'repeat_interval': 3, 'monthly_day': 1
          """)
  void aSeriesAtTheLimitsIsScheduled(String kind, String recurrence) {
    JsonNode session = client.get(created(kind, recurrence + ", 'end_times': 2")).json();

    assertThat(session.path("occurrences")).hasSize(2);
  }

  @Test
  void aSeriesIsNotMovedBeyondItsEnd() {
    String path = created("meetings", "'type': 1, 'end_date_time': '2026-12-08T10:00:00Z'");

    assertRefusesField(
        client.patch(path, "{\"start_time\": \"2026-12-09T10:00:00Z\"}"), "recurrence");
    assertThat(client.get(path).json().path("start_time").asText()).startsWith("2026-12-05");
  }

  @Test
  void aChangedRuleReplacesTheFormerOne() {
    String path = created("meetings", "'type': 3, 'monthly_day': 15, 'end_times': 3");

    client.patch(path, "{\"recurrence\": {\"type\": 1, \"end_times\": 2}}");

    JsonNode rule = client.get(path).json().path("recurrence");
    assertThat(rule.has("monthly_day")).isFalse();
    assertThat(rule.path("end_times").asInt()).isEqualTo(2);
  }
}
