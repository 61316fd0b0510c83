package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Running;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Grants of users: how they are given, exchanged, refreshed and taken back. */
class AuthorizationServerTest extends Running {
  private static final String APP = "https://app.example/callback?from=zoom";

  /** The example of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private URI link(String more) {
    return zoom.tokenEndpoint()
        .resolve(
            "/oauth/authorize?response_type=code&state=a%26b&client_id="
                + MockZoom.CLIENT_ID
                + "&redirect_uri="
                + Client.encoded(APP)
                + more);
  }

  private URI pkceLink() {
    return link("&code_challenge_method=S256&code_challenge=" + CHALLENGE);
  }

  private static String code(URI callback) {
    return RequestHandler.query(callback).get("code");
  }

  private Response exchange(String code, String verifier) {
    return client.requestToken(
        "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s"
            .formatted(code, Client.encoded(APP), verifier));
  }

  private JsonNode granted() {
    return exchange(code(zoom.authorize(pkceLink())), VERIFIER).json();
  }

  private Response refresh(String refreshToken) {
    return client.requestToken("grant_type=refresh_token&refresh_token=" + refreshToken);
  }

  private Response post(String name, String form) {
    return Client.send(
        HttpRequest.newBuilder(zoom.tokenEndpoint().resolve(name))
            .header("Authorization", "Basic bW9jay1jbGllbnQtaWQ6bW9jay1jbGllbnQtc2VjcmV0")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static void assertError(Response response, String error) {
    assertThat(response.status()).as(response.body()).isEqualTo(400);
    assertThat(response.json().path("error").asText()).isEqualTo(error);
  }

  @Test
  void aBrowserIsRedirectedWithCodeAndState() {
    Response page = Client.send(HttpRequest.newBuilder(pkceLink()));

    assertThat(page.status()).isEqualTo(302);
    Map<String, String> query = RequestHandler.query(URI.create(page.header("Location")));
    assertThat(query).containsEntry("from", "zoom").containsEntry("state", "a&b");
    JsonNode token = exchange(query.get("code"), VERIFIER).json();
    assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
    Client jill = client.with(token.path("access_token").asText());
    assertThat(jill.get("users/me/webinars").status()).isEqualTo(200);
  }

  @Test
  void aLinkThatIsNoneGetsAPageOfError() {
    for (URI link :
        new URI[] {
          URI.create(pkceLink().toString().replace("mock-client-id", "other")),
          URI.create(pkceLink().toString().replace("response_type=code", "response_type=token")),
          link("&code_challenge=x&code_challenge_method=S512")
        }) {
      Response page = Client.send(HttpRequest.newBuilder(link));
      assertThat(page.status()).isEqualTo(400);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThatThrownBy(() -> zoom.authorize(link)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aCodeIsGoodOnceAndForFiveMinutes() {
    String code = code(zoom.authorize(pkceLink()));
    assertThat(exchange(code, VERIFIER).status()).isEqualTo(200);
    assertError(exchange(code, VERIFIER), "invalid_grant");

    String late = code(zoom.authorize(pkceLink()));
    zoom.clock().advance(Duration.ofMinutes(5));
    assertError(exchange(late, VERIFIER), "invalid_grant");
  }

  @Test
  void verifierAndAddressHaveToBeThoseOfTheLink() {
    assertError(exchange(code(zoom.authorize(pkceLink())), "other"), "invalid_grant");
    assertError(
        client.requestToken(
            "grant_type=authorization_code&redirect_uri=https%3A%2F%2Fother.example&code="
                + code(zoom.authorize(pkceLink()))),
        "invalid_request");
  }

  @Test
  void whoDeclinesIsSentBackWithoutACode() {
    assertThat(RequestHandler.query(zoom.deny(pkceLink())))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "a&b")
        .doesNotContainKey("code");
  }

  @Test
  void grantsAreThoseOfWhoeverSitsBeforeTheBrowser() {
    String ada = zoom.addUser("ada@example.com");
    zoom.signIn(ada, "webinar:read", "webinar:write");
    JsonNode token = granted();

    assertThat(token.path("scope").asText()).isEqualTo("webinar:read webinar:write");
    Client user = client.with(token.path("access_token").asText());
    user.post("users/me/webinars", "{\"topic\": \"Mine\"}");
    assertThat(texts(user.get("users/me/webinars").json().path("webinars"), "topic"))
        .containsExactly("Mine");
  }

  @Test
  void aRefreshTokenIsRotated() {
    String first = granted().path("refresh_token").asText();
    JsonNode second = refresh(first).json();

    assertThat(client.with(second.path("access_token").asText()).get(webinar).status())
        .isEqualTo(200);
    assertThat(refresh(first).body()).isEqualTo("{\"error\":\"invalid_grant\"}");
    assertThat(refresh(second.path("refresh_token").asText()).status()).isEqualTo(200);
  }

  @Test
  void aUsedRefreshTokenWorksForTheTimeOfGrace() {
    zoom.close();
    zoom = MockZoom.builder().refreshGrace(Duration.ofMinutes(1)).start();
    client = new Client(zoom);
    String first = granted().path("refresh_token").asText();

    assertThat(refresh(first).status()).isEqualTo(200);
    zoom.clock().advance(Duration.ofSeconds(59));
    assertThat(refresh(first).status()).isEqualTo(200);
    zoom.clock().advance(Duration.ofSeconds(60));
    assertError(refresh(first), "invalid_grant");
  }

  @Test
  void aRefreshTokenEndsAfterNinetyDays() {
    String refreshToken = granted().path("refresh_token").asText();
    zoom.clock().advance(Duration.ofDays(90));
    assertError(refresh(refreshToken), "invalid_grant");
  }

  @Test
  void takingTokensBackLeavesTheGrant() {
    JsonNode token = granted();
    zoom.revokeTokens(zoom.example("userId"));

    assertRefused(client.with(token.path("access_token").asText()).get(webinar), 401, 4741);
    assertThat(refresh(token.path("refresh_token").asText()).status()).isEqualTo(200);
  }

  @Test
  void takingAGrantBackLeavesNothing() {
    JsonNode token = granted();
    zoom.revokeGrants(zoom.example("userId"));

    assertRefused(client.with(token.path("access_token").asText()).get(webinar), 401, 4741);
    Response refused = refresh(token.path("refresh_token").asText());
    assertError(refused, "invalid_grant");
    assertThat(refused.json().path("reason").asText()).isEqualTo("Invalid Token!");
  }

  @Test
  void theAppRevokesByAccessOrRefreshToken() {
    for (String name : new String[] {"access_token", "refresh_token"}) {
      JsonNode token = granted();
      Response revoked = post("revoke", "token=" + token.path(name).asText());

      assertThat(revoked.body()).isEqualTo("{\"status\":\"success\"}");
      assertError(refresh(token.path("refresh_token").asText()), "invalid_grant");
      assertError(post("revoke", "token=" + token.path(name).asText()), "invalid_request");
    }
  }

  @Test
  void aDeviceWaitsForItsUser() {
    JsonNode device = post("devicecode", "").json();
    String poll =
        "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code="
            + device.path("device_code").asText();

    assertError(client.requestToken(poll), "authorization_pending");
    assertError(client.requestToken(poll), "slow_down");
    zoom.clock().advance(Duration.ofSeconds(5));
    assertError(client.requestToken(poll), "slow_down");
    zoom.authorizeDevice(device.path("user_code").asText());
    zoom.clock().advance(Duration.ofSeconds(15));
    JsonNode token = client.requestToken(poll).json();
    assertThat(refresh(token.path("refresh_token").asText()).status()).isEqualTo(200);
    assertError(client.requestToken(poll), "invalid_grant");
  }

  @Test
  void aDeviceIsDeniedOrTooLate() {
    JsonNode denied = post("devicecode", "").json();
    JsonNode late = post("devicecode", "").json();
    zoom.denyDevice(denied.path("user_code").asText());
    assertError(poll(denied), "access_denied");
    zoom.clock().advance(Duration.ofMinutes(15));
    assertError(poll(late), "expired_token");
    assertThatThrownBy(() -> zoom.denyDevice("OTHER"))
        .hasMessage("No device shows the code \"OTHER\".");
  }

  private Response poll(JsonNode device) {
    return client.requestToken(
        "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code="
            + device.path("device_code").asText());
  }

  @Test
  void anAppWithoutASecretNeedsItsVerifier() {
    String form =
        "client_id=%s&grant_type=authorization_code&redirect_uri=%s&code="
            .formatted(MockZoom.CLIENT_ID, Client.encoded(APP));
    Response refused = postAsPublic(form + code(zoom.authorize(link(""))));
    assertError(refused, "invalid_grant");

    JsonNode token =
        postAsPublic(form + code(zoom.authorize(pkceLink())) + "&code_verifier=" + VERIFIER).json();
    String refresh =
        "grant_type=refresh_token&refresh_token=" + token.path("refresh_token").asText();
    assertThat(client.requestToken(refresh).status()).isEqualTo(401);
    assertThat(postAsPublic("client_id=" + MockZoom.CLIENT_ID + "&" + refresh).status())
        .isEqualTo(200);
    assertThat(postAsPublic("client_id=mock-client-id&grant_type=client_credentials").status())
        .isEqualTo(401);
  }

  private Response postAsPublic(String form) {
    return Client.send(
        HttpRequest.newBuilder(zoom.tokenEndpoint())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void anAppActsForItselfWithoutARefreshToken() {
    JsonNode token = client.requestToken("grant_type=client_credentials").json();
    assertThat(token.has("refresh_token")).isFalse();
    assertThat(client.with(token.path("access_token").asText()).get(webinar).status())
        .isEqualTo(200);
  }

  @Test
  void failuresAreScriptedByTheNameOfTheRequest() {
    zoom.on(MockZoom.REVOKE_OPERATION).next().respond(503, 503);
    assertThat(post("revoke", "token=x").status()).isEqualTo(503);
    zoom.on(MockZoom.DEVICE_CODE_OPERATION).next().respond(500, 500);
    assertThat(post("devicecode", "").status()).isEqualTo(500);
    assertThat(zoom.requests(MockZoom.REVOKE_OPERATION)).hasSize(1);
    assertThat(zoom.requests().toString()).doesNotContain("token=x");
  }
}
