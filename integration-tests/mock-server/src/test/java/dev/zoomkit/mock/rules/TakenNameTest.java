package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.Test;

/** Addresses and names of personal links that somebody has, and what templates there are. */
class TakenNameTest extends Running {
  private boolean isUser(String address) {
    JsonNode response = client.get("users/email?email=" + address).json();
    return response.path("existed_email").asBoolean();
  }

  private boolean isTaken(String name) {
    return client.get("users/vanity_name?vanity_name=" + name).json().path("existed").asBoolean();
  }

  @Test
  void addressIsThatOfWhoeverSignsInWithAPassword() {
    assertThat(isUser("new@bakery.example")).isFalse();
    zoom.addUser("new@bakery.example");
    assertThat(isUser("new@bakery.example")).isTrue();
    assertThat(isUser("NEW@bakery.example")).isTrue();
    client.delete("users/new@bakery.example?action=delete");
    assertThat(isUser("new@bakery.example")).isFalse();
  }

  @Test
  void whoeverIsCreatedWithoutAnAddressHasOneOfTheirOwn() {
    for (int n = 0; n < 2; n++) {
      assertThat(client.post("users", "{\"action\": \"create\"}").status()).isEqualTo(201);
    }
    zoom.seed("createUser", "{\"action\": \"create\"}", 2);

    assertThat(texts(client.get("users").json().path("users"), "email")).doesNotHaveDuplicates();
  }

  @Test
  void nameIsTakenOnceAUserHasIt() {
    assertThat(isTaken("jill.chen")).isTrue();
    assertThat(isTaken("jill")).isFalse();

    client.patch(host, "{\"vanity_name\":\"jill\"}");

    assertThat(isTaken("jill")).isTrue();
    assertThat(isTaken("jill.chen")).isFalse();
    assertThat(client.get(host).json().path("vanity_url").asText())
        .isEqualTo("https://example.zoom.us/my/jill");
  }

  @Test
  void templatesOfSummariesComeAsAnArray() {
    assertThat(client.get(host + "/meeting_summary_templates").json())
        .extracting(template -> template.path("name").asText())
        .containsExactly("Decisions first", "Talk with a customer");
  }

  @Test
  void templateThatIsMadeHasSettings() {
    JsonNode made =
        client
            .post(
                host + "/meeting_templates",
                "{\"meeting_id\":93720518846,\"name\":\"Stand-up\",\"save_recurrence\":false}")
            .json();

    JsonNode template = client.get(host + "/meeting_templates/" + made.path("id").asText()).json();

    assertThat(template.path("name").asText()).isEqualTo("Stand-up");
    assertThat(template.path("settings").path("schedule_meeting").has("host_video")).isTrue();
    assertRefused(client.get(host + "/meeting_templates/none"), 404, 404);
  }

  @Test
  void nobodyTakesTheAddressOrTheNumberOfAnother() {
    String mia = zoom.addUser("mia@bakery.example");
    String noah = "users/" + zoom.addUser("noah@bakery.example");
    String address = "{\"email\":\"%s@bakery.example\"}";
    assertRefusesField(client.put(noah + "/email", address.formatted("mia")), "email");
    assertThat(client.put(noah + "/email", address.formatted("noah")).status()).isEqualTo(204);
    assertThat(client.put(noah + "/email", address.formatted("rye")).status()).isEqualTo(204);

    String number = client.get("users/" + mia).json().path("pmi").asText();
    assertRefusesField(client.patch(noah, "{\"pmi\":" + number + "}"), "pmi");
    assertThat(client.patch("users/" + mia, "{\"pmi\":" + number + "}").status()).isEqualTo(204);
  }
}
