package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new session is where nobody says. */
class SessionDefaultsTest extends Running {

  private JsonNode created(String kind, String json) {
    return client.post(host + "/" + kind, json).json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"meeting", "webinar"})
  void isAsTheTemplateHasIt(String stem) {
    String kind = stem + "s";
    String json =
        "{\"type\": %d, \"topic\": \"Dough\", \"agenda\": \"Rye\", \"duration\": 35, \"start_time\":"
            + " \"2026-12-05T10:00:00Z\", \"recurrence\": {\"type\": 1, \"end_times\": 3},"
            + " \"settings\": {\"host_video\": true, \"auto_recording\": \"cloud\"}}";
    String id = created(kind, json.formatted(stem.equals("meeting") ? 8 : 9)).path("id").asText();
    for (boolean series : new boolean[] {false, true}) {
      String template =
          created(
                  stem + "_templates",
                  "{\"%s_id\": %s, \"name\": \"%s\", \"save_recurrence\": %s}"
                      .formatted(stem, id, series ? "Series" : "One", series))
              .path("id")
              .asText();
      String like =
          "{\"template_id\": \"%s\", \"start_time\": \"2026-12-07T10:00:00Z\", \"duration\": 20,"
              + " \"settings\": {\"host_video\": false}}";

      JsonNode made = created(kind, like.formatted(template));

      assertThat(made.path("agenda").asText()).isEqualTo("Rye");
      assertThat(made.path("duration").asInt()).isEqualTo(20);
      assertThat(made.at("/settings/auto_recording").asText()).isEqualTo("cloud");
      assertThat(made.at("/settings/host_video").asBoolean(true)).isFalse();
      assertThat(made.path("occurrences")).hasSize(series ? 3 : 0);
    }
  }

  @Test
  void isAsTheHostsSettingsHaveIt() {
    host = "users/" + zoom.addUser("sam@bakery.example");
    client.patch(
        host + "/settings",
        "{\"recording\": {\"auto_recording\": \"cloud\"}, \"schedule_meeting\": {\"host_video\":"
            + " true, \"audio_type\": \"voip\"}}");
    JsonNode made = created("meetings", "{}").path("settings");
    assertThat(made.path("auto_recording").asText()).isEqualTo("cloud");
    assertThat(made.path("audio").asText()).isEqualTo("voip");
    assertThat(made.path("host_video").asBoolean()).isTrue();
    JsonNode said =
        created("meetings", "{\"settings\": {\"auto_recording\": \"none\"}}").path("settings");
    assertThat(said.path("auto_recording").asText()).isEqualTo("none");
    assertThat(created("webinars", "{}").at("/settings/auto_recording").asText())
        .isEqualTo("cloud");
  }

  @Test
  void isAsTheSettingsOfTheAccountHaveIt() {
    client.patch("accounts/me/settings", "{\"recording\": {\"auto_recording\": \"local\"}}");
    assertThat(created("meetings", "{}").at("/settings/auto_recording").asText())
        .isEqualTo("local");
  }
}
