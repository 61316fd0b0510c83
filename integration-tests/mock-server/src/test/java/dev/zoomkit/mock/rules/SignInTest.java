package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.Test;

/** Sign-in profiles of the settings, and what sessions that choose one have of it. */
class SignInTest extends Running {
  private static final String SETTINGS = "accounts/me/settings?option=meeting_authentication";

  private JsonNode profiles() {
    return client.get(SETTINGS).json().path("authentication_options");
  }

  private void change(String json) {
    assertThat(client.patch(SETTINGS, "{\"authentication_option\": " + json + "}").status())
        .isEqualTo(204);
  }

  private JsonNode settings(String id) {
    String body = "{\"topic\": \"Talk\", \"settings\": {\"authentication_option\": \"%s\"}}";
    return client.post(host + "/meetings", body.formatted(id)).json().path("settings");
  }

  @Test
  void sessionsHaveTheNameAndDomainsOfTheirProfile() {
    JsonNode partners = profiles().path(1);
    JsonNode settings = settings(partners.path("id").asText());
    assertThat(settings.path("authentication_name")).isEqualTo(partners.path("name"));
    assertThat(settings.path("authentication_domains")).isEqualTo(partners.path("domains"));

    JsonNode unknown = settings("nothing");
    assertThat(unknown.path("authentication_option").asText()).isEqualTo("nothing");
    assertThat(unknown.has("authentication_name")).isFalse();
  }

  @Test
  void profilesAreAddedChangedAndDeleted() {
    int before = profiles().size();
    change(
        "{\"action\": \"add\", \"name\": \"Friends\", \"type\": \"enforce_login_with_domains\","
            + " \"domains\": \"a.example\"}");
    String id = profiles().path(before).path("id").asText();
    assertThat(settings(id).path("authentication_name").asText()).isEqualTo("Friends");

    change("{\"action\": \"update\", \"id\": \"" + id + "\", \"name\": \"Guests\"}");
    assertThat(settings(id).path("authentication_name").asText()).isEqualTo("Guests");
    change("{\"action\": \"hide\", \"id\": \"" + id + "\"}");
    assertThat(profiles().path(before).path("visible").asBoolean(true)).isFalse();
    change("{\"action\": \"delete\", \"id\": \"" + id + "\"}");
    assertThat(profiles()).hasSize(before);
  }
}
