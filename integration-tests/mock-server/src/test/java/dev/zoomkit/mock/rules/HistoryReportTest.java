package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Holding;
import dev.zoomkit.mock.Participant;
import dev.zoomkit.mock.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One report has the held meetings and the held webinars of an account. */
class HistoryReportTest extends Running {
  private static final Holding HALF_AN_HOUR =
      Holding.AS_SCHEDULED
          .at(Instant.parse("2026-11-20T08:00:00Z"))
          .lasting(Duration.ofMinutes(30));

  private String held(String operation, String user) {
    String id = zoom.seed(operation, Map.of("userId", user), "{\"topic\": \"Dough\"}", 1).get(0);
    return zoom.hold(id, HALF_AN_HOUR, Participant.host(), Participant.guest("Ben Adeyemi"));
  }

  private JsonNode rows(String query) {
    String days = "report/history_meetings?from=2026-11-20&to=2026-11-22";
    return client.get(days + query).json().path("history_meetings");
  }

  @Test
  void hasBothKinds() {
    String user = zoom.addUser("north@bakery.example");
    String meeting = held("createMeeting", user);
    String webinar = held("createWebinar", user);

    JsonNode both = rows("");
    assertThat(texts(both, "meeting_uuid")).containsExactlyInAnyOrder(meeting, webinar);
    assertThat(texts(both, "type")).containsExactlyInAnyOrder("Meeting", "Webinar");
    for (JsonNode row : both) {
      assertThat(row.path("host_email").asText()).isEqualTo("north@bakery.example");
      assertThat(row.path("participants").asInt()).isEqualTo(2);
      assertThat(row.path("duration").asInt()).isEqualTo(30);
      assertThat(row.path("total_participant_minutes").asInt()).isEqualTo(60);
    }
    assertThat(texts(rows("&meeting_type=all"), "meeting_uuid")).hasSize(2);
    assertThat(texts(rows("&meeting_type=webinar"), "meeting_uuid")).containsExactly(webinar);
    assertThat(texts(rows("&meeting_type=meeting"), "meeting_uuid")).containsExactly(meeting);
  }

  @Test
  void hasThoseOfTheHostsOfAGroup() {
    String group = client.post("groups", "{\"name\": \"North\"}").json().path("id").asText();
    String north = zoom.addUser("north@bakery.example");
    client.post(
        "groups/" + group + "/members", "{\"members\": [{\"id\": \"%s\"}]}".formatted(north));
    String meeting = held("createMeeting", north);
    held("createMeeting", zoom.addUser("south@bakery.example"));

    assertThat(texts(rows("&group_id=" + group), "meeting_uuid")).containsExactly(meeting);
  }
}
