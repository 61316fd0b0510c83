package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Running;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a meeting, its archive and its summary, and what comes after it. */
class AfterwardsTest extends Running {
  private static final String ARCHIVE =
      "past_meetings/Hq7n%2F4xDSfWl0vTcPz9EGA%3D%3D/archive_files";
  private static final String FILE = "5f0c1f0a-3a69-4c7e-9c3b-7b1d0a0f1c55";
  private static final String SUMMARY = "meetings/93720518846/meeting_summary";

  private JsonNode archived() {
    return client.get("archive_files").json().path("meetings");
  }

  @Test
  void archiveOfMeetingIsThatOfTheList() {
    assertThat(archived()).hasSize(1);
    assertThat(client.get(ARCHIVE).json()).isEqualTo(archived().get(0));
  }

  @Test
  void fileIsTaggedWhereverItIsShown() {
    assertThat(client.patch("archive_files/" + FILE, "{\"auto_delete\":false}").status())
        .isEqualTo(204);

    for (JsonNode archive : new JsonNode[] {archived().get(0), client.get(ARCHIVE).json()}) {
      assertThat(texts(archive.path("archive_files"), "auto_delete"))
          .containsExactly("false", "true");
    }
    assertThat(client.patch("archive_files/unknown", "{\"auto_delete\":false}").status())
        .isEqualTo(404);
  }

  @Test
  void deletedArchiveIsGoneFromListAndCounts() {
    JsonNode before = client.get("archive_files/statistics").json();
    assertThat(before.path("total_records").asInt()).isEqualTo(2);
    assertThat(before.path("statistic_by_file_extension").path("json_file_count").asInt())
        .isEqualTo(1);
    String later = "archive_files/statistics?from=2026-11-11T00:00:00Z&to=2026-11-12T00:00:00Z";
    assertThat(client.get(later).json().path("total_records").asInt()).isZero();

    assertThat(client.delete(ARCHIVE).status()).isEqualTo(204);

    assertThat(archived()).isEmpty();
    assertThat(client.get(ARCHIVE).status()).isEqualTo(404);
    assertThat(client.delete(ARCHIVE).status()).isEqualTo(404);
    assertThat(client.get("archive_files/statistics").json().path("total_records").asInt())
        .isZero();
  }

  @Test
  void deletedSummaryIsGoneFromTheList() {
    assertThat(client.get(SUMMARY).json().path("summary_content").asText()).isNotEmpty();
    assertThat(client.get("meetings/91450827736/meeting_summary").status()).isEqualTo(404);

    assertThat(client.delete(SUMMARY).status()).isEqualTo(204);

    assertThat(client.get("meetings/meeting_summaries").json().path("summaries")).isEmpty();
    assertThat(client.get(SUMMARY).status()).isEqualTo(404);
  }

  @Test
  void everyTimeOfWhatIsScheduledIsInTheReportOnUpcomingEvents() {
    try (MockZoom other = MockZoom.builder().empty().start()) {
      Client theirs = new Client(other);
      String jill = other.example("userId");
      String once = "{\"topic\": \"Dough\", \"start_time\": \"2026-12-05T10:00:00Z\"}";
      theirs.post("users/" + jill + "/meetings", once);
      theirs.post(
          "users/" + jill + "/webinars",
          """
          {"topic": "Rye", "type": 9, "start_time": "2026-12-04T10:00:00Z", "duration": 30,
           "recurrence": {"type": 1, "end_times": 2}}""");
      String report = "report/upcoming_events?from=2026-12-04&to=2026-12-%s";
      JsonNode events = theirs.get(report.formatted("20")).json().path("upcoming_events");
      assertThat(texts(events, "topic")).containsExactly("Rye", "Dough", "Rye");
      assertThat(texts(events, "start_time"))
          .containsExactly("2026-12-04T10:00:00Z", "2026-12-05T10:00:00Z", "2026-12-05T10:00:00Z");
      assertThat(texts(events, "host_id")).containsOnly(jill);
      assertThat(texts(events, "host_name")).containsOnly("Jill Chen");

      String group = theirs.post("groups", "{\"name\": \"Ovens\"}").json().path("id").asText();
      for (String selection : List.of("04", "20&type=meeting")) {
        JsonNode some = theirs.get(report.formatted(selection)).json();
        assertThat(some.path("upcoming_events")).hasSize(1);
      }
      JsonNode ofGroup = theirs.get(report.formatted("20&group_id=" + group)).json();
      assertThat(ofGroup.path("upcoming_events")).isEmpty();
    }
  }

  @Test
  void upcomingMeetingsAreThoseThatAreScheduled() {
    String jill = "users/" + zoom.addUser("jill@bakery.example");
    client.post(
        jill + "/meetings", "{\"topic\":\"Dough\",\"start_time\":\"2026-11-23T08:00:00Z\"}");
    client.post(jill + "/meetings", "{\"topic\":\"Past\",\"start_time\":\"2026-11-20T08:00:00Z\"}");

    JsonNode upcoming = client.get(jill + "/upcoming_meetings").json();

    assertThat(texts(upcoming.path("meetings"), "topic")).containsExactly("Dough");
    assertThat(texts(upcoming.path("meetings"), "is_host")).containsExactly("true");
    assertThat(upcoming.path("total_records").asInt()).isEqualTo(1);
  }
}
