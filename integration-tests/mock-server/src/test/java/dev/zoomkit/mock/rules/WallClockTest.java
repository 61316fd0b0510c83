package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A time on the clocks of a zone belongs to that zone: the request's, else the session's, else its
 * host's, who here lives in Berlin. In New York clocks change on 14 March and 7 November 2027, in
 * Berlin on 28 March and 31 October.
 */
class WallClockTest extends Running {
  private static final String NEW_YORK = "America/New_York";

  @BeforeEach
  void theHostLivesInBerlin() {
    assertThat(client.get(host).json().path("timezone").asText()).isEqualTo("Europe/Berlin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void weeklyOnTuesdaysInNewYorkKeepsItsHourAcrossTheChangeOfClocks(String sessions) {
    JsonNode series =
        series(
            sessions,
            "'2027-03-02T09:00:00', 'timezone': 'America/New_York'",
            "'type': 2, 'weekly_days': '3', 'end_times': 3");

    assertThat(starts(series))
        .containsExactly("2027-03-02T14:00:00Z", "2027-03-09T14:00:00Z", "2027-03-16T13:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void mondaysInTokyoAreMondaysInTokyo(String sessions) {
    JsonNode series =
        series(
            sessions,
            "'2027-01-03T23:30:00Z', 'timezone': 'Asia/Tokyo'",
            "'type': 2, 'weekly_days': '2', 'end_times': 2");

    assertThat(starts(series)).containsExactly("2027-01-03T23:30:00Z", "2027-01-10T23:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void aSeriesWithoutATimeZoneKeepsTheHourOfItsHost(String sessions) {
    JsonNode series =
        series(sessions, "'2027-03-23T08:00:00Z'", "'type': 2, 'weekly_days': '3', 'end_times': 2");

    assertThat(starts(series)).containsExactly("2027-03-23T08:00:00Z", "2027-03-30T07:00:00Z");
    assertThat(series.path("timezone").asText()).isEqualTo("Europe/Berlin");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-25T07:30:00, America/New_York, 2027-03-25T11:30:00Z",
    "2027-03-25T07:30:00, '', 2027-03-25T06:30:00Z",
    "2027-03-25T07:30:00Z, America/New_York, 2027-03-25T07:30:00Z",
    "2027-03-25T07:30:00.000Z, America/New_York, 2027-03-25T07:30:00Z",
    // half past two does not exist that night, half past one comes twice the other
    "2027-03-14T02:30:00, America/New_York, 2027-03-14T07:30:00Z",
    "2027-11-07T01:30:00, America/New_York, 2027-11-07T05:30:00Z"
  })
  void aStartIsReturnedInUtc(String start, String zone, String returned) {
    for (String sessions : List.of("meetings", "webinars")) {
      JsonNode created =
          create(sessions, "'start_time': '%s', 'timezone': '%s'".formatted(start, zone));

      assertThat(created.path("start_time").asText()).isEqualTo(returned);
      assertThat(created.path("timezone").asText())
          .isEqualTo(zone.isEmpty() ? "Europe/Berlin" : zone);
      String path = sessions + "/" + created.path("id").asText();
      assertThat(client.get(path).json().path("start_time").asText()).isEqualTo(returned);
    }
  }

  @Test
  void aHostWithoutATimeZoneHasTheClocksOfUtc() {
    String nobody = zoom.addUser("nobody@acme.example");
    JsonNode created =
        client
            .post("users/" + nobody + "/webinars", json("{'start_time': '2027-03-25T07:30:00'}"))
            .json();

    assertThat(created.path("start_time").asText()).isEqualTo("2027-03-25T07:30:00Z");
    assertThat(created.has("timezone")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void aNewStartIsOnTheClocksThatTheSessionHas(String sessions) {
    String path = path(sessions, "'start_time': '2027-03-01T09:00:00', 'timezone': '%s'");
    patch(path, "'start_time': '2027-03-25T07:30:00'");

    assertThat(client.get(path).json().path("start_time").asText())
        .isEqualTo("2027-03-25T11:30:00Z");
    patch(path, "'start_time': '2027-03-25T07:30:00', 'timezone': 'Asia/Tokyo'");
    assertThat(client.get(path).json().path("start_time").asText())
        .isEqualTo("2027-03-24T22:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void aNewTimeZoneLeavesTheStartAndMovesWhatComesAfterTheChangeOfClocks(String sessions) {
    JsonNode series = twoTuesdaysInNewYork(sessions);
    String path = sessions + "/" + series.path("id").asText();
    assertThat(starts(series)).containsExactly("2027-03-09T14:00:00Z", "2027-03-16T13:00:00Z");

    patch(path, "'timezone': 'Europe/Berlin'");

    JsonNode moved = client.get(path).json();
    assertThat(moved.path("timezone").asText()).isEqualTo("Europe/Berlin");
    assertThat(moved.path("start_time").asText()).isEqualTo("2027-03-09T14:00:00Z");
    assertThat(starts(moved)).containsExactly("2027-03-09T14:00:00Z", "2027-03-16T14:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void oneOccurrenceIsMovedToATimeOnTheClocksOfItsSeries(String sessions) {
    JsonNode series = twoTuesdaysInNewYork(sessions);
    String path = sessions + "/" + series.path("id").asText();
    String second = series.path("occurrences").get(1).path("occurrence_id").asText();

    patch(path + "?occurrence_id=" + second, "'start_time': '2027-03-17T10:15:00'");

    JsonNode moved = client.get(path).json();
    assertThat(starts(moved)).containsExactly("2027-03-09T14:00:00Z", "2027-03-17T14:15:00Z");
    assertThat(moved.path("start_time").asText()).isEqualTo("2027-03-09T14:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-03-25T07:30:00+09:00",
        "2027-03-25T07:30:00-04:00",
        "2027-02-30T07:30:00",
        "2027-02-30T07:30:00Z",
        "tomorrow"
      })
  void aStartWithAnOffsetOrOnNoDayIsRefusedWithWhatWouldBeRight(String start) {
    for (String sessions : List.of("meetings", "webinars")) {
      Response refused =
          client.post(host + "/" + sessions, json("{'start_time': '" + start + "'}"));

      assertRefusesField(refused, "start_time");
      assertThat(texts(refused.json().path("errors"), "message"))
          .containsExactly(
              "Has to be a time in UTC such as 2027-03-25T11:30:00Z, or a local time such as"
                  + " 2027-03-25T07:30:00; an offset would be ignored.");
    }
  }

  @Test
  void aTimeZoneThatIsNoneIsRefusedWhereverARequestHasOne() {
    String none = "{'timezone': 'America/Newyork'}";
    assertRefusesField(client.post(host + "/meetings", json(none)), "timezone");
    assertRefusesField(client.post(host + "/webinars", json(none)), "timezone");
    assertRefusesField(client.patch(webinar, json(none)), "timezone");
    assertRefusesField(client.patch(host, json(none)), "timezone");
    assertRefusesField(client.get(host + "/meetings?timezone=GMT%2B8:00"), "timezone");
  }

  @Test
  void theDaysOfAListAreThoseOfItsTimeZone() {
    String jill = "users/" + zoom.addUser("jill@acme.example") + "/meetings";
    client.post(jill, json("{'topic': 'Late', 'start_time': '2027-01-11T02:00:00Z'}"));

    String day = jill + "?from=2027-01-10&to=2027-01-10";
    assertThat(topics(day)).isEmpty();
    assertThat(topics(day + "&timezone=" + NEW_YORK)).containsExactly("Late");
    assertThat(topics(jill + "?from=2027-01-11&timezone=" + NEW_YORK)).isEmpty();
  }

  @Test
  void aSpanOfMomentsIsNotOneOfWholeDays() {
    String archive = "archive_files?to=2026-11-11T00:00:00Z&from=2026-11-10T";

    assertThat(client.get(archive + "09:00:04Z").json().path("meetings")).isNotEmpty();
    assertThat(client.get(archive + "09:00:05Z").json().path("meetings")).isEmpty();
  }

  private List<String> topics(String path) {
    return texts(client.get(path).json().path("meetings"), "topic");
  }

  private JsonNode create(String sessions, String fields) {
    Response created = client.post(host + "/" + sessions, json("{" + fields + "}"));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    return created.json();
  }

  private String path(String sessions, String fields) {
    return sessions + "/" + create(sessions, fields.formatted(NEW_YORK)).path("id").asText();
  }

  private JsonNode twoTuesdaysInNewYork(String sessions) {
    return series(
        sessions,
        "'2027-03-09T14:00:00Z', 'timezone': 'America/New_York'",
        "'type': 2, 'weekly_days': '3', 'end_times': 2");
  }

  private JsonNode series(String sessions, String start, String recurrence) {
    int type = sessions.equals("meetings") ? 8 : 9;
    return create(
        sessions,
        "'type': %d, 'start_time': %s, 'recurrence': {%s}".formatted(type, start, recurrence));
  }

  private void patch(String path, String fields) {
    Response patched = client.patch(path, json("{" + fields + "}"));
    assertThat(patched.status()).as(patched.body()).isEqualTo(204);
  }

  private static List<String> starts(JsonNode series) {
    return texts(series.path("occurrences"), "start_time");
  }

  private static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }
}
