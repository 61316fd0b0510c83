package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who hosts what is scheduled, and who may not. */
class SessionHostTest extends Running {
  private static final String SAM = "sam@bakery.example";
  private String sam;

  @BeforeEach
  void addSam() {
    sam = zoom.addUser(SAM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void whoeverItIsScheduledForHostsIt(String kind) {
    JsonNode made =
        client
            .post(host + "/" + kind, "{\"topic\": \"Dough\", \"schedule_for\": \"" + SAM + "\"}")
            .json();
    String id = made.path("id").asText();
    assertThat(made.path("host_id").asText()).isEqualTo(sam);
    assertThat(made.path("host_email").asText()).isEqualTo(SAM);
    assertThat(texts(client.get("users/" + SAM + "/" + kind).json().path(kind), "id")).contains(id);
    assertThat(texts(client.get(host + "/" + kind).json().path(kind), "id")).doesNotContain(id);

    client.patch(kind + "/" + id, "{\"schedule_for\": \"jill@example.com\"}");
    assertThat(client.get(kind + "/" + id).json().path("host_email").asText())
        .isEqualTo("jill@example.com");
    assertThat(texts(client.get(host + "/" + kind).json().path(kind), "id")).contains(id);
  }

  @Test
  void nobodyWhoIsInactiveHosts() {
    client.put("users/" + SAM + "/status", "{\"action\": \"deactivate\"}");
    assertRefused(client.post("users/" + SAM + "/meetings", "{}"), 400, 3161);
    assertRefused(client.post("users/" + SAM + "/webinars", "{}"), 400, 200);
    String forSam = "{\"schedule_for\": \"" + SAM + "\"}";
    assertRefused(client.post(host + "/meetings", forSam), 400, 3161);

    client.put("users/" + SAM + "/status", "{\"action\": \"activate\"}");
    assertThat(client.post("users/" + SAM + "/meetings", "{}").status()).isEqualTo(201);
  }

  @Test
  void aBasicUserHasMeetingsAndNoWebinars() {
    client.patch("users/" + SAM, "{\"type\": 1}");
    assertRefused(client.post("users/" + SAM + "/webinars", "{}"), 400, 200);
    assertThat(client.post("users/" + SAM + "/meetings", "{}").status()).isEqualTo(201);
  }
}
