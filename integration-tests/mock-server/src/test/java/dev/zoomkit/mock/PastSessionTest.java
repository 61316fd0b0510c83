package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be asked of a session once it is over, and what only while it runs. */
class PastSessionTest extends Running {
  private static final Participant ANNA =
      Participant.guest("Anna Novak").email("anna@bakery.example");
  private static final Participant BEN = Participant.guest("Ben Adeyemi");
  private static final Instant HELD_AT = Instant.parse("2026-11-20T08:00:00Z");
  private static final Holding HALF_AN_HOUR =
      Holding.AS_SCHEDULED.at(HELD_AT).lasting(Duration.ofMinutes(30));

  private String seed(String kind) {
    String operation = kind.equals("meetings") ? "createMeeting" : "createWebinar";
    return zoom.seed(operation, "{\"topic\": \"Dough\", \"duration\": 45}", 1).get(0);
  }

  private static String encoded(String uuid) {
    String once = URLEncoder.encode(uuid, StandardCharsets.UTF_8);
    return URLEncoder.encode(once, StandardCharsets.UTF_8);
  }

  @Test
  void tellsOfAMeetingWhatItsReportDoes() {
    String id = seed("meetings");
    assertRefused(client.get("past_meetings/" + id), 404, 3001);
    String first = zoom.hold(id, HALF_AN_HOUR, Participant.host(), ANNA);
    String second = zoom.hold(id, HALF_AN_HOUR.at(HELD_AT.plus(Duration.ofDays(1))), ANNA, BEN);

    for (String named : List.of(id, encoded(first), encoded(second))) {
      JsonNode past = client.get("past_meetings/" + named).json();
      JsonNode report = client.get("report/meetings/" + named).json();
      for (String name :
          "uuid id topic start_time end_time duration total_minutes participants_count"
              .split(" ")) {
        assertThat(past.path(name)).as(name).isEqualTo(report.path(name));
        assertThat(past.has(name)).as(name).isTrue();
      }
    }
    assertThat(client.get("past_meetings/" + id).json().path("uuid").asText()).isEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void listsWhoCameToTheInstanceThatIsAskedFor(String kind) {
    String id = seed(kind);
    String past = "past_" + kind + "/";
    assertRefused(client.get(past + id + "/participants"), 404, 3001);
    String first = zoom.hold(id, HALF_AN_HOUR, ANNA);
    String second = zoom.hold(id, HALF_AN_HOUR.at(HELD_AT.plus(Duration.ofDays(1))), BEN);

    assertThat(people(past + encoded(first))).containsExactly("Anna Novak");
    assertThat(people(past + encoded(second))).containsExactly("Ben Adeyemi");
    assertThat(people(past + id)).containsExactly("Ben Adeyemi");
  }

  private List<String> people(String session) {
    return texts(client.get(session + "/participants").json().path("participants"), "name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void hasNoQuestionsOfOtherSessions(String kind) {
    String id = seed(kind);
    String uuid = zoom.hold(id, HALF_AN_HOUR, ANNA);

    for (String what : List.of("qa", "polls")) {
      JsonNode past = client.get("past_" + kind + "/" + id + "/" + what).json();
      assertThat(past.path("uuid").asText()).as(what).isEqualTo(uuid);
      assertThat(past.path("questions").isArray()).as(what).isTrue();
      assertThat(past.path("questions")).as(what).isEmpty();
      assertThat(past.path("start_time").asText()).isEqualTo(HELD_AT.toString());
    }
  }

  @Test
  void isTooOldAfterAYear() {
    String id = seed("meetings");
    zoom.hold(id, HALF_AN_HOUR.at(HELD_AT.minus(Duration.ofDays(400))), ANNA);

    for (String what : List.of("", "/participants", "/polls")) {
      assertRefused(client.get("past_meetings/" + id + what), 400, 12702);
    }
  }

  @Test
  void takesOrdersForChatAndStreamsOnlyWhileItRuns() {
    String id = zoom.seed("createMeeting", "{\"start_time\": \"2026-12-01T09:00:00Z\"}", 1).get(0);
    String message = "live_meetings/" + id + "/chat/messages/QzE0RkE";
    String text = "{\"message_content\": \"Rye\"}";
    String streams = "live_meetings/" + id + "/rtms_app/status";
    String start = "{\"action\": \"start\", \"settings\": {\"client_id\": \"Rw6TqZ8v\"}}";
    assertRefused(client.patch(message, text), 404, 3001);
    assertRefused(client.delete(message), 404, 3001);
    assertRefused(client.patch(streams, start), 404, 3001);

    zoom.begin(id, ANNA);
    assertThat(client.patch(message, text).status()).isEqualTo(204);
    assertThat(client.delete(message + "?file_ids=Tw8").status()).isEqualTo(204);
    assertThat(client.delete(message).status()).isEqualTo(204);
    assertRefused(client.delete(message), 404, 404);
    assertRefused(client.patch(message, text), 404, 404);
    assertThat(client.patch(streams, start).status()).isEqualTo(204);
    assertThat(client.get("meetings/" + id).json().path("status").asText()).isEqualTo("started");
  }

  @Test
  void ofAWebinarTakesOrdersForItsChatOnlyWhileItRuns() {
    String id = zoom.seed("createWebinar", "{\"start_time\": \"2026-12-01T09:00:00Z\"}", 1).get(0);
    String message = "live_webinars/" + id + "/chat/messages/QzE0RkE";
    assertRefused(client.delete(message), 404, 3001);

    zoom.begin(id, ANNA);
    assertThat(client.delete(message).status()).isEqualTo(204);
    assertRefused(client.delete(message), 404, 404);
  }

  @Test
  void hasATranscriptWhereItWasRecorded() {
    String id = seed("meetings");
    zoom.hold(id, HALF_AN_HOUR.at(HELD_AT.minus(Duration.ofDays(1))), ANNA);
    assertRefused(client.get("meetings/" + id + "/transcript"), 404, 3322);

    String uuid = zoom.hold(id, HALF_AN_HOUR.recorded(), ANNA);
    JsonNode transcript = client.get("meetings/" + id + "/transcript").json();
    assertThat(transcript.path("meeting_id").asText()).isEqualTo(uuid);
    assertThat(transcript.path("meeting_topic").asText()).isEqualTo("Dough");
    assertThat(transcript.path("can_download").asBoolean()).isTrue();
    assertThat(client.get("meetings/" + id + "/recordings").json().path("recording_files"))
        .anyMatch(file -> file.path("download_url").equals(transcript.path("download_url")));
  }

  @Test
  void hasNoTranscriptToDownloadOnceThatIsDeleted() {
    String id = seed("meetings");
    zoom.hold(id, HALF_AN_HOUR.recorded(), ANNA);
    int files = client.get("meetings/" + id + "/recordings").json().path("recording_count").asInt();
    assertThat(client.delete("meetings/" + id + "/transcript").status()).isEqualTo(204);

    JsonNode transcript = client.get("meetings/" + id + "/transcript").json();
    assertThat(transcript.path("can_download").asBoolean(true)).isFalse();
    assertThat(transcript.path("download_restriction_reason").asText())
        .isEqualTo("DELETED_OR_TRASHED");
    assertThat(transcript.has("download_url")).isFalse();
    assertRefused(client.delete("meetings/" + id + "/transcript"), 404, 3322);
    assertThat(client.get("meetings/" + id + "/recordings").json().path("recording_count").asInt())
        .isEqualTo(files - 1);
  }
}
