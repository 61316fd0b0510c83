package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deleted, what comes back, and what only a running session takes. */
class SessionLifeTest extends Running {
  private static final String RECOVER = "{\"action\": \"recover\"}";

  private String created(String kind, String json) {
    return client.post(host + "/" + kind, json).json().path("id").asText();
  }

  private List<String> live(String kind) {
    return texts(
        client
            .get("metrics/" + kind + "?type=live&from=2026-11-22&to=2026-11-22")
            .json()
            .path(kind),
        "id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void whatIsDeletedWhileItRunsIsNoLongerLive(String kind) {
    String id = created(kind, "{}");
    zoom.begin(id);
    assertThat(live(kind)).contains(id);

    assertThat(client.delete(kind + "/" + id).status()).isEqualTo(204);
    assertThat(live(kind)).doesNotContain(id);
  }

  @Test
  void whatRunsWhileItsHostIsDeletedIsNoLongerLive() {
    String sam = zoom.addUser("sam@bakery.example");
    String id = client.post("users/" + sam + "/meetings", "{}").json().path("id").asText();
    zoom.begin(id);

    assertThat(client.delete("users/" + sam + "?action=delete").status()).isEqualTo(204);
    assertThat(live("meetings")).doesNotContain(id);
  }

  @Test
  void aDeletedMeetingComesBack() {
    String path = "meetings/" + created("meetings", "{\"topic\": \"Dough\"}");
    JsonNode before = client.get(path).json();
    client.delete(path);
    assertRefused(client.get(path), 404, 3001);
    assertRefused(client.put(path + "/status", "{\"action\": \"end\"}"), 404, 3001);

    assertThat(client.put(path + "/status", RECOVER).status()).isEqualTo(204);
    assertThat(client.get(path).json()).isEqualTo(before);
    assertThat(texts(client.get(host + "/meetings").json().path("meetings"), "id"))
        .contains(before.path("id").asText());
    assertThat(client.delete(path).status()).isEqualTo(204);
  }

  @Test
  void whatNeverWasDoesNotComeBackNorWhatWentWithItsHost() {
    assertRefused(client.put("meetings/123456789/status", RECOVER), 404, 3001);
    String sam = zoom.addUser("sam@bakery.example");
    String id = client.post("users/" + sam + "/meetings", "{}").json().path("id").asText();
    client.delete("users/" + sam + "?action=delete");
    assertThat(client.put("meetings/" + id + "/status", RECOVER).status()).isEqualTo(404);
  }

  @Test
  void aMeetingThatDoesNotRunHasNoStream() {
    String id = created("meetings", "{}");
    String path = "meetings/" + id + "/livestream";
    String start = "{\"action\": \"start\"}";
    assertRefused(client.patch(path + "/status", start), 400, 4927);

    zoom.begin(id);
    assertThat(client.patch(path + "/status", start).status()).isEqualTo(204);
  }

  @Test
  void aMeetingThatDoesNotRunIsNotControlled() {
    String id = created("meetings", "{}");
    String json = description().operation("controlLiveMeeting").request().example().toString();
    assertThat(client.patch("live_meetings/" + id + "/events", json).status()).isIn(400, 404);

    zoom.begin(id);
    assertThat(client.patch("live_meetings/" + id + "/events", json).status()).isLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void aDeletedOccurrenceIsGone(String kind) {
    String path =
        kind
            + "/"
            + created(
                kind,
                "{\"type\": %d, \"start_time\": \"2026-12-05T10:00:00Z\", \"recurrence\": {\"type\": 1, \"end_times\": 3}}"
                    .formatted(kind.equals("meetings") ? 8 : 9));
    String occurrence =
        path
            + "?occurrence_id="
            + client.get(path).json().at("/occurrences/1/occurrence_id").asText();
    assertThat(client.delete(occurrence).status()).isEqualTo(204);

    assertThat(client.get(occurrence).status()).isIn(400, 404);
    assertThat(client.patch(occurrence, "{\"duration\": 5}").status()).isIn(400, 404);
    assertThat(client.delete(occurrence).status()).isIn(400, 404);
  }
}
