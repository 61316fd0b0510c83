package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Running;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, scopes and {@code me}. */
class AccessTest extends Running {
  private static final String FORM =
      "grant_type=account_credentials&account_id=" + MockZoom.ACCOUNT_ID;

  @Test
  void issuesATokenForAnHour() {
    Response response = client.requestToken(FORM);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().path("token_type").asText()).isEqualTo("bearer");
    assertThat(response.json().path("expires_in").asInt()).isEqualTo(3600);
    assertThat(response.json().path("scope").asText())
        .contains("webinar:read:admin", "webinar:master");
    assertThat(URI.create(response.json().path("api_url").asText()).resolve("/v2/"))
        .isEqualTo(zoom.apiBase());
    assertThat(client.requestToken(FORM).json().path("access_token"))
        .isNotEqualTo(response.json().path("access_token"));
  }

  @Test
  void takesTheParametersInTheQueryToo() {
    Response response =
        Client.send(
            HttpRequest.newBuilder(URI.create(zoom.tokenEndpoint() + "?" + FORM))
                .header("Authorization", "Basic bW9jay1jbGllbnQtaWQ6bW9jay1jbGllbnQtc2VjcmV0")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(response.status()).isEqualTo(200);
  }

  @Test
  void refusesWrongCredentialsGrantsAndAccounts() {
    Response client1 = client.requestToken(FORM, MockZoom.CLIENT_ID + ":wrong");
    assertThat(client1.status()).isEqualTo(401);
    assertThat(client1.json().path("error").asText()).isEqualTo("invalid_client");
    assertThat(client1.json().path("reason").asText()).isNotBlank();
    Response grant = client.requestToken(FORM.replace("account_credentials", "password"));
    assertThat(grant.status()).isEqualTo(400);
    assertThat(grant.json().path("error").asText()).isEqualTo("unsupported_grant_type");
    Response account = client.requestToken("grant_type=account_credentials&account_id=other");
    assertThat(account.status()).isEqualTo(400);
    assertThat(account.json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void aTokenExpiresByTheMocksClock() {
    assertThat(client.get(webinar).status()).isEqualTo(200);
    zoom.clock().advance(Duration.ofHours(1).minusSeconds(1));
    assertThat(client.get(webinar).status()).isEqualTo(200);
    zoom.clock().advance(Duration.ofSeconds(1));
    assertRefused(client.get(webinar), 401, 124);
  }

  @Test
  void knowsOnlyItsOwnTokens() {
    assertRefused(client.with("made-up").get(webinar), 401, 124);
    assertRefused(Client.send(HttpRequest.newBuilder(zoom.apiBase().resolve(webinar))), 401, 124);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webinar:read",
        "webinar:read:admin",
        "webinar:read:webinar",
        "webinar:read:webinar:admin"
      })
  void anyAlternativeOpensTheOwnAccount(String scope) {
    try (MockZoom narrow = MockZoom.builder().scopes(scope).start()) {
      Client other = new Client(narrow);
      assertThat(other.get(webinar).status()).isEqualTo(200);
      assertThat(other.get("accounts/me/" + webinar).status()).isEqualTo(200);
      assertRefused(other.get("accounts/" + zoom.example("accountId") + "/" + webinar), 400, 4711);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"webinar:master", "webinar:read:webinar:master"})
  void onlyMasterScopesOpenASubAccount(String scope) {
    try (MockZoom narrow = MockZoom.builder().scopes(scope).start()) {
      Client other = new Client(narrow);
      assertThat(other.get("accounts/" + zoom.example("accountId") + "/" + webinar).status())
          .isEqualTo(200);
      Response refused = other.get(webinar);
      assertRefused(refused, 400, 4711);
      assertThat(refused.json().path("message").asText())
          .contains("does not contain scopes:[")
          .contains("webinar:read:webinar:admin");
    }
  }

  @Test
  void aServerToServerTokenHasNoMe() {
    assertRefused(client.get("users/me/webinars"), 400, 124);
  }

  @Test
  void aUserLevelTokenHasNothingButMe() {
    Client user = client.with(zoom.userToken("jill@example.com", "webinar:read", "webinar:write"));
    assertThat(texts(user.get("users/me/webinars").json().path("webinars"), "id"))
        .contains(zoom.example("webinarId"));
    assertThat(
            user.post("users/me/webinars", "{\"topic\": \"Mine\"}")
                .json()
                .path("host_email")
                .asText())
        .isEqualTo("jill@example.com");
    assertRefused(user.get(host + "/webinars"), 400, 4711);
  }

  @Test
  void anAccountLevelTokenHasBoth() {
    Client admin = client.with(zoom.userToken("jill@example.com", "webinar:read:admin"));
    assertThat(admin.get("users/me/webinars").status()).isEqualTo(200);
    assertThat(admin.get(host + "/webinars").status()).isEqualTo(200);
  }
}
