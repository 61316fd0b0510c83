package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of sessions that were held when they, or their hosts, are deleted. */
class HeldAndGoneTest extends Running {
  private static final Holding RECORDED =
      Holding.AS_SCHEDULED
          .at(Instant.parse("2026-11-20T08:00:00Z"))
          .lasting(Duration.ofMinutes(30))
          .recorded();
  private static final String DAYS = "/recordings?from=2026-11-20&to=2026-11-21";

  private String mia;
  private String noah;
  private String meeting;
  private String uuid;
  private String file;

  @BeforeEach
  void hold() {
    mia = zoom.addUser("mia@bakery.example");
    noah = zoom.addUser("noah@bakery.example");
    meeting =
        client
            .post("users/" + mia + "/meetings", "{\"topic\":\"Dough\"}")
            .json()
            .path("id")
            .asText();
    uuid = zoom.hold(meeting, RECORDED);
    file = recordings().at("/recording_files/0/download_url").asText();
  }

  private JsonNode recordings() {
    return client.get("meetings/" + uuid + "/recordings").json();
  }

  private JsonNode ofAccount() {
    String path =
        "accounts/me/recordings?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z&page_size=300";
    return client.get(path).json().path("meetings");
  }

  private void assertPastIsThere(String kind, String id) {
    for (String path :
        List.of(
            "past_" + kind + "/" + id + "/participants",
            "report/" + kind + "/" + id,
            "report/" + kind + "/" + id + "/participants",
            "metrics/" + kind + "/" + id + "?type=past",
            "metrics/" + kind + "/" + id + "/participants?type=past")) {
      assertThat(client.get(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void pastOfADeletedMeetingIsThereByItsUuid() {
    client.delete("meetings/" + meeting);

    assertPastIsThere("meetings", uuid);
    assertThat(client.get("past_meetings/" + uuid).json().path("topic").asText())
        .isEqualTo("Dough");
    assertThat(recordings().path("recording_files")).isNotEmpty();
    assertRefused(client.get("meetings/" + meeting), 404, 3001);
    assertThat(client.get("report/meetings/" + meeting).status()).isEqualTo(404);
    assertThat(client.patch("meetings/" + meeting, "{\"topic\":\"Rye\"}").status()).isEqualTo(404);
  }

  @Test
  void recordingsAreThereByTheNumberThatListsShow() {
    String second = zoom.hold(meeting, RECORDED.at(Instant.parse("2026-11-21T08:00:00Z")));
    client.delete("meetings/" + meeting);

    JsonNode listed = client.get("users/" + mia + DAYS).json().path("meetings");
    assertThat(texts(listed, "id")).containsOnly(meeting);
    String path = "meetings/" + meeting + "/recordings";
    assertThat(client.get(path).json().path("uuid").asText()).isEqualTo(second);
    assertThat(client.get(path + "/settings").status()).isEqualTo(200);
    assertThat(client.delete(path + "?action=delete").status()).isEqualTo(204);
    assertThat(client.get(path).json().path("uuid").asText()).isEqualTo(uuid);
    client.delete(path + "?action=delete");
    assertRefused(client.get(path), 404, 3301);
  }

  @Test
  void whatIsNoSessionHasNoRecording() {
    String nothing = "meetings/11111111111/";
    for (String path : List.of("recordings", "recordings/analytics_summary")) {
      assertRefused(client.get(nothing + path), 404, 3301);
    }
    for (String path : List.of("recordings/settings", "recordings/registrants")) {
      assertRefused(client.get(nothing + path), 404, 404);
    }
    assertRefused(client.get(nothing + "transcript"), 404, 3322);
    assertRefused(client.get("meetings/11111111111"), 404, 3001);
  }

  @Test
  void pastOfADeletedWebinarIsThereByItsUuid() {
    String talk =
        client.post("users/" + mia + "/webinars", "{\"topic\":\"Rye\"}").json().path("id").asText();
    String held = zoom.hold(talk, RECORDED);
    client.delete("webinars/" + talk);

    assertPastIsThere("webinars", held);
    assertThat(client.get("meetings/" + held + "/recordings").status()).isEqualTo(200);
    assertRefused(client.get("webinars/" + talk), 404, 3001);
  }

  @Test
  void pastOfADeletedHostIsThereAndTheRecordingsAreGone() {
    client.delete("users/" + mia + "?action=delete");

    assertPastIsThere("meetings", uuid);
    assertThat(texts(ofAccount(), "uuid")).doesNotContain(uuid);
    assertRefused(client.get("meetings/" + uuid + "/recordings"), 404, 3301);
    assertThat(fileStatus()).isEqualTo(404);
  }

  @Test
  void recordingsGoToWhoGetsThem() {
    client.delete(
        "users/"
            + mia
            + "?action=delete&transfer_email=noah@bakery.example&transfer_recording=true");

    JsonNode row = client.get("users/" + noah + DAYS).json().path("meetings").path(0);
    assertThat(row.path("uuid").asText()).isEqualTo(uuid);
    assertThat(row.path("host_id").asText()).isEqualTo(noah);
    assertThat(recordings().path("host_id").asText()).isEqualTo(noah);
    assertThat(ofAccount()).anyMatch(one -> one.path("host_id").asText().equals(noah));
    assertThat(fileStatus()).isEqualTo(200);
    JsonNode byNumber = client.get("meetings/" + meeting + "/recordings").json();
    assertThat(byNumber.path("uuid").asText()).isEqualTo(uuid);

    client.delete("users/" + noah + "?action=delete");
    assertRefused(client.get("meetings/" + uuid + "/recordings"), 404, 3301);
  }

  private int fileStatus() {
    return Client.send(
            HttpRequest.newBuilder(URI.create(file))
                .header("Authorization", "Bearer " + zoom.appToken()))
        .status();
  }
}
