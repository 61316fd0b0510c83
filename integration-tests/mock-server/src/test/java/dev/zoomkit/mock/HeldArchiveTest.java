package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of a session that was held: in the list, by itself, in the counts, and gone. */
class HeldArchiveTest extends Running {
  private static final String DAYS = "?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z";
  private static final Holding ARCHIVED =
      Holding.AS_SCHEDULED
          .at(Instant.parse("2026-11-20T08:00:00Z"))
          .lasting(Duration.ofMinutes(30))
          .archived();

  private String seed(String kind) {
    String operation = kind.equals("meetings") ? "createMeeting" : "createWebinar";
    return zoom.seed(operation, "{\"topic\": \"Dough\"}", 1).get(0);
  }

  private static String archive(String name) {
    String once = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return "past_meetings/" + URLEncoder.encode(once, StandardCharsets.UTF_8) + "/archive_files";
  }

  private JsonNode listed() {
    return client.get("archive_files" + DAYS).json().path("meetings");
  }

  private int counted() {
    return client.get("archive_files/statistics" + DAYS).json().path("total_records").asInt();
  }

  private int download(JsonNode file) {
    return Client.send(
            HttpRequest.newBuilder(URI.create(file.path("download_url").asText()))
                .method("HEAD", BodyPublishers.noBody())
                .header("Authorization", "Bearer " + zoom.appToken()))
        .status();
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void isOfTheSessionAndTheSameInTheListAndByItself(String kind) {
    String group = client.post("groups", "{\"name\": \"North\"}").json().path("id").asText();
    String jill = zoom.example("userId");
    client.patch("users/" + jill, "{\"group_ids\": [\"" + group + "\"]}");
    String id = seed(kind);
    String uuid = zoom.hold(id, ARCHIVED, Participant.host());

    JsonNode row = listed().get(0);
    assertThat(row.path("uuid").asText()).isEqualTo(uuid);
    assertThat(row.path("id").asText()).isEqualTo(id);
    assertThat(row.path("topic").asText()).isEqualTo("Dough");
    assertThat(row.path("type").asInt()).isEqualTo(kind.equals("meetings") ? 2 : 5);
    assertThat(row.path("meeting_type").asText()).isEqualTo("internal");
    assertThat(row.path("host_id").asText()).isEqualTo(jill);
    assertThat(row.path("start_time").asText()).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(row.path("duration").asInt()).isEqualTo(30);
    assertThat(row.path("duration_in_second").asInt()).isEqualTo(30 * 60);
    assertThat(row.path("status").asText()).isEqualTo("completed");
    assertThat(row.path("complete_time").asText()).isEqualTo("2026-11-20T08:30:00Z");
    JsonNode files = row.path("archive_files");
    assertThat(row.path("recording_count").asInt()).isEqualTo(files.size()).isPositive();
    for (JsonNode file : files) {
      assertThat(file.path("participant_join_time").asText()).isEqualTo("2026-11-20T08:00:00Z");
      assertThat(file.path("participant_leave_time").asText()).isEqualTo("2026-11-20T08:30:00Z");
    }
    assertThat(files.findValuesAsText("participant_email")).containsOnly("jill@example.com");
    assertThat(client.get(archive(id)).json()).isEqualTo(row);
    assertThat(client.get(archive(uuid)).json()).isEqualTo(row);
    assertThat(counted()).isEqualTo(files.size());
  }

  @Test
  void filesAreDownloadedAndTaggedAndAreThoseOfOneInstance() {
    String id = seed("meetings");
    String first = zoom.hold(id, ARCHIVED);
    String second = zoom.hold(id, ARCHIVED.at(START.minus(Duration.ofHours(1))));
    JsonNode files = client.get(archive(first)).json().path("archive_files");
    JsonNode others = client.get(archive(id)).json();
    assertThat(others.path("uuid").asText()).isEqualTo(second);
    assertThat(texts(files, "id"))
        .doesNotContainAnyElementsOf(texts(others.at("/archive_files"), "id"));
    for (JsonNode file : List.of(files.get(0), others.at("/physical_files/0"))) {
      assertThat(download(file)).isEqualTo(200);
    }

    String tagged = "archive_files/" + files.get(1).path("id").asText();
    assertThat(client.patch(tagged, "{\"auto_delete\": false}").status()).isEqualTo(204);
    JsonNode after = client.get(archive(first)).json().path("archive_files");
    assertThat(texts(after, "auto_delete")).containsExactly("true", "false");

    assertThat(client.delete(archive(first)).status()).isEqualTo(204);
    assertRefused(client.get(archive(first)), 404, 3001);
    assertRefused(client.delete(archive(first)), 404, 3001);
    assertThat(download(files.get(0))).isEqualTo(404);
    assertThat(listed()).isEmpty();
    assertThat(counted()).isZero();
    assertThat(client.get(archive(second)).json()).isEqualTo(others);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void dashboardsSayWhetherThereIsOne(boolean archived) {
    String id = seed("meetings");
    zoom.hold(id, archived ? ARCHIVED : Holding.AS_SCHEDULED);
    assertThat(client.get(archive(id)).status()).isEqualTo(archived ? 200 : 404);
    String meeting = "metrics/meetings/" + id;
    JsonNode people = client.get(meeting + "/participants?type=past").json();

    assertThat(client.get(meeting + "?type=past").json().path("has_archiving").asBoolean())
        .isEqualTo(archived);
    assertThat(people.at("/participants/0/has_archiving").asBoolean()).isEqualTo(archived);
  }

  @Test
  void aWebinarHasNoTokenThatIsForMeetingsAlone() {
    assertRefused(
        client.get("meetings/" + seed("webinars") + "/jointoken/local_archiving"), 400, 3000);
  }

  @Test
  void ofASubAccountIsInItAlone() {
    String account = zoom.example("accountId");
    String id =
        zoom.seed("createMeeting", Map.of("accountId", account), "{\"topic\": \"Dough\"}", 1)
            .get(0);
    String uuid = zoom.hold(id, ARCHIVED.inAccount(account));

    JsonNode list = client.get("accounts/" + account + "/archive_files" + DAYS).json();
    assertThat(texts(list.path("meetings"), "uuid")).containsExactly(uuid);
    assertThat(texts(list.path("meetings"), "account_name"))
        .containsExactly("Brightwater Advisers");
    assertThat(listed()).isEmpty();
  }

  @Test
  void isThereLaterWhereDataIsLate() {
    zoom.deviate(Set.of(Deviation.LATE_DATA));
    String id = seed("meetings");
    zoom.hold(id, ARCHIVED.at(START.minus(Duration.ofMinutes(30))));
    String counts = "archive_files/statistics?from=2026-11-22T00:00:00Z&to=2026-11-23T00:00:00Z";
    String list = counts.replace("/statistics", "");
    zoom.clock().advance(Duration.ofMinutes(20));
    assertThat(client.get(list).json().path("meetings")).isEmpty();
    assertThat(client.get(counts).json().path("total_records").asInt()).isZero();
    assertRefused(client.get(archive(id)), 404, 3001);

    zoom.clock().advance(Duration.ofMinutes(20));
    assertThat(client.get(list).json().path("meetings")).hasSize(1);
    assertThat(client.get(counts).json().path("total_records").asInt()).isPositive();
    assertThat(client.get(archive(id)).status()).isEqualTo(200);
  }
}
