package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may watch a recording on demand, and what that is asked. */
class RecordingRegistrationTest extends Running {
  private static final String QUESTIONS = "/registrants/questions";

  private String recordings;

  @BeforeEach
  void recorded() {
    recordings = "meetings/" + zoom.example("meetingId") + "/recordings";
  }

  private void set(boolean onDemand, int approval) {
    Response set =
        client.patch(
            recordings + "/settings",
            "{\"on_demand\": %s, \"approval_type\": %d}".formatted(onDemand, approval));
    assertThat(set.status()).as(set.body()).isEqualTo(204);
  }

  private Response register(String email) {
    return client.post(
        recordings + "/registrants",
        "{\"email\": \"%s\", \"first_name\": \"Ben\"}".formatted(email));
  }

  private List<String> registered(String status) {
    return texts(
        client.get(recordings + "/registrants?status=" + status).json().path("registrants"),
        "email");
  }

  @Test
  void theHostLetsViewersIn() {
    set(true, 1);
    assertThat(register("ben@acme.example").status()).isEqualTo(201);
    assertThat(registered("pending")).containsExactly("ben@acme.example");
    assertThat(registered("approved")).doesNotContain("ben@acme.example");
    set(true, 0);
    register("cleo@acme.example");
    assertThat(registered("approved")).contains("cleo@acme.example");
  }

  @Test
  void nobodyRegistersForWhatIsNotOnDemand() {
    set(false, 0);
    assertThat(register("ben@acme.example").status()).isEqualTo(404);
    assertThat(client.get(recordings + QUESTIONS).status()).isEqualTo(404);
    set(true, 2);
    assertThat(register("ben@acme.example").status()).isEqualTo(404);
    assertThat(client.get(recordings + QUESTIONS).status()).isEqualTo(404);
  }

  @Test
  void whoRegistersAgainIsTheSameViewer() {
    set(true, 1);
    String id = register("ben@acme.example").json().path("registrant_id").asText();
    String denial = "{\"action\": \"deny\", \"registrants\": [{\"id\": \"%s\"}]}";
    client.put(recordings + "/registrants/status", denial.formatted(id));
    for (String spelling : List.of("ben@acme.example", "Ben@acme.example")) {
      assertThat(register(spelling).json().path("registrant_id").asText()).isEqualTo(id);
    }
    assertThat(registered("denied")).containsExactly("ben@acme.example");
    assertThat(registered("pending")).isEmpty();
    assertThat(registered("approved")).doesNotContain("ben@acme.example");
  }

  @Test
  void noQuestionsAreAskedForARecordingThatIsNotThere() {
    String questions = client.get(recordings + QUESTIONS).body();
    assertThat(client.patch(recordings + QUESTIONS, questions).status()).isEqualTo(204);
    client.delete(recordings);
    String never = newMeeting() + "/recordings";
    for (String path : List.of(recordings, never, "meetings/11111111111/recordings")) {
      assertRefused(client.get(path + QUESTIONS), 404, 404);
      assertRefused(client.patch(path + QUESTIONS, questions), 404, 404);
    }
  }

  private String newMeeting() {
    return "meetings/" + client.post(host + "/meetings", "{}").json().path("id").asText();
  }
}
