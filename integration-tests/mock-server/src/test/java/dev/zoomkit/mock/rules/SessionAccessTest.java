package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Running;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose sessions a user's token without a scope of administrators opens. */
class SessionAccessTest extends Running {
  private static final String SAM = "sam@bakery.example";
  private static final Map<String, String> BODIES =
      Map.of("PATCH", "{\"topic\": \"Mine\"}", "PUT", "{\"action\": \"end\"}");
  private String meeting;
  private String webinarOfJill;

  @BeforeEach
  void schedule() {
    zoom.addUser(SAM);
    meeting = created("meetings", "{\"topic\": \"Dough\"}");
    webinarOfJill = created("webinars", "{\"topic\": \"Dough\"}");
  }

  private String created(String kind, String json) {
    return kind + "/" + client.post(host + "/" + kind, json).json().path("id").asText();
  }

  private Client of(String user, String... scopes) {
    return client.with(zoom.userToken(user, scopes));
  }

  private Client sam() {
    return of(SAM, "meeting:read", "meeting:write", "webinar:read", "webinar:write");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, meetings, '', 404, 3001",
    "PATCH, meetings, '', 400, 3000",
    "DELETE, meetings, '', 400, 3000",
    "GET, meetings, /registrants, 404, 3001",
    "PUT, meetings, /status, 400, 3000",
    "GET, meetings, /invitation, 404, 3001",
    "GET, webinars, '', 400, 200",
    "PATCH, webinars, '', 400, 3003",
    "DELETE, webinars, '', 400, 200",
    "GET, webinars, /panelists, 400, 200"
  })
  void theSessionsOfOthersAreClosed(
      String method, String kind, String below, int status, int code) {
    String path = (kind.equals("meetings") ? meeting : webinarOfJill) + below;
    String body = BODIES.get(method);
    assertRefused(sam().send(method, path, body), status, code);

    assertThat(client.get(meeting).json().path("topic").asText()).isEqualTo("Dough");
    assertThat(client.get(webinarOfJill).json().path("topic").asText()).isEqualTo("Dough");
  }

  @Test
  void onesOwnSessionsAreOpen() {
    Client jill = of("jill@example.com", "meeting:read", "meeting:write");
    assertThat(jill.get(meeting).status()).isEqualTo(200);
    assertThat(jill.patch(meeting, "{\"topic\": \"Rye\"}").status()).isEqualTo(204);
    assertThat(jill.delete(meeting).status()).isEqualTo(204);
  }

  @Test
  void anAdministratorsScopeOpensAll() {
    assertThat(of(SAM, "meeting:read:admin").get(meeting).status()).isEqualTo(200);
  }

  @Test
  void whoMayHostInTheHostsPlaceHasTheSession() {
    String alternative =
        created(
            "meetings",
            "{\"settings\": {\"alternative_hosts\": \"x@y.example;%s\"}}".formatted(SAM));
    assertThat(sam().get(alternative).status()).isEqualTo(200);

    client.post(host + "/assistants", "{\"assistants\": [{\"email\": \"" + SAM + "\"}]}");
    assertThat(sam().get(meeting).status()).isEqualTo(200);
    assertThat(sam().patch(meeting, "{\"topic\": \"Rye\"}").status()).isEqualTo(204);
  }
}
