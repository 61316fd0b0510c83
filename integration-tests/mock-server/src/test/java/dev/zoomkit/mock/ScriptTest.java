package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.spec.reader.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a test can make the mock do, and what it can see. */
class ScriptTest extends Running {

  @Test
  void theNextRequestFailsAndOnlyThat() {
    zoom.on("deleteWebinar").next().respond(400, 3000);
    Response refused = client.delete(webinar);
    assertRefused(refused, 400, 3000);
    assertThat(client.get(webinar).status()).isEqualTo(200);
    assertThat(client.delete(webinar).status()).isEqualTo(204);
  }

  @Test
  void severalFailuresComeInOrder() {
    zoom.on("getWebinar").next().respond(503, 503);
    zoom.on("getWebinar").next().respond(404, 3001);
    assertRefused(client.get(webinar), 503, 503);
    Response second = client.get(webinar);
    assertRefused(second, 404, 3001);
    assertThat(second.json().path("message").asText())
        .isEqualTo("The webinar does not exist or has expired.");
    assertThat(client.get(webinar).status()).isEqualTo(200);
  }

  @Test
  void aLimitASecondSaysWhenItEnds() {
    zoom.on("getWebinar").next().respond(429, 429);
    Response limited = client.get(webinar);
    assertRefused(limited, 429, 429);
    assertThat(limited.header("X-RateLimit-Type")).isEqualTo("QPS");
    assertThat(limited.header("X-RateLimit-Category")).isEqualTo("Light");
    assertThat(limited.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(limited.header("X-RateLimit-Reset"))
        .isEqualTo(Long.toString(START.getEpochSecond() + 1));
    assertThat(limited.header("Retry-After")).isEmpty();
  }

  @Test
  void aLimitADaySaysSoAsAnInstant() {
    zoom.on("getWebinar")
        .next()
        .respond(MockResponse.tooManyPerDay(Instant.parse("2026-11-23T00:00:00Z")));
    Response limited = client.get(webinar);
    assertRefused(limited, 429, 429);
    assertThat(limited.header("X-RateLimit-Type")).isEqualTo("Daily-limit");
    assertThat(limited.header("Retry-After")).isEqualTo("2026-11-23T00:00:00Z");
    assertThat(limited.header("X-RateLimit-Reset")).isEmpty();
  }

  @Test
  void aProxyAnswersInHtml() {
    zoom.on("getWebinar")
        .next()
        .respond(MockResponse.html(502, "<html><h1>Bad Gateway</h1></html>"));
    Response html = client.get(webinar);
    assertThat(html.status()).isEqualTo(502);
    assertThat(html.header("Content-Type")).isEqualTo("text/html");
    assertThat(html.body()).contains("Bad Gateway");
  }

  @Test
  void aConnectionBreaksInTheMiddleOfTheJson() {
    zoom.filterResponses((operation, response) -> response);
    zoom.on("getWebinar").next().change(MockResponse::truncated);
    Response cut = client.get(webinar);
    assertThat(cut.status()).isEqualTo(200);
    assertThat(Json.parse(cut.body())).isNull();
    assertThat(client.get(webinar).json().path("id").asText()).isEqualTo(zoom.example("webinarId"));
  }

  @Test
  void theTokenEndpointFailsToo() {
    zoom.on(MockZoom.TOKEN_OPERATION).next().respond(500, 500);
    Response refused =
        client.requestToken("grant_type=account_credentials&account_id=" + MockZoom.ACCOUNT_ID);
    assertThat(refused.status()).isEqualTo(500);
  }

  @Test
  void aFilterSeesAndChangesEverything() {
    zoom.filterResponses(
        (operation, response) ->
            operation.equals("deleteWebinar")
                ? response.withStatus(200).withBody("{}")
                : response.withHeader("X-Seen", operation));
    assertThat(client.get(webinar).header("X-Seen")).isEqualTo("getWebinar");
    Response changed = client.delete(webinar);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body()).isEqualTo("{}");
  }

  @Test
  void anInvalidRequestIsRefusedWhateverIsScripted() {
    zoom.on("getWebinar").next().respond(503, 503);
    assertRefusesField(client.get(webinar + "?what=1"), "what");
    assertRefused(client.get(webinar), 503, 503);
  }

  @Test
  void anUnknownOperationIsRefusedAtOnce() {
    assertThatThrownBy(() -> zoom.on("getWebinars").next().respond(404, 3001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no operation \"getWebinars\"; the nearest is getWebinar.");
  }

  @Test
  void requestsAreSeenWithoutTheirSecrets() {
    String body = "{\"topic\": \"Launch\", \"password\": \"s3cret\"}";
    client.post(host + "/webinars?page=1", body);
    client.get("nowhere");

    List<MockRequest> seen = zoom.requests();
    assertThat(seen)
        .extracting(MockRequest::operationId)
        .containsExactly("token", "createWebinar", null);
    MockRequest create = zoom.requests("createWebinar").get(0);
    assertThat(create.method()).isEqualTo("POST");
    assertThat(create.path()).isEqualTo("/v2/" + host + "/webinars?page=1");
    assertThat(create.body()).isEqualTo(body);
    assertThat(create.headers())
        .containsEntry("authorization", "Bearer ***")
        .containsEntry("Content-Type", "application/json");
    assertThat(seen.toString()).doesNotContain("mock-token", "bW9jay1jbGllbnQ", "s3cret");
  }
}
