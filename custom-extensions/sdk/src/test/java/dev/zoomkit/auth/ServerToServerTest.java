package dev.zoomkit.auth;

import static dev.zoomkit.fixture.FakeZoom.CLIENT_SECRET;
import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.internal.http.TokenHttp;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerToServerTest {

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private AccessToken fetch(MockResponse response) throws IOException {
    zoom.respondToToken(response);
    return zoom.credentials().fetch(request(new OkHttpClient()));
  }

  private TokenRequest request(OkHttpClient http) {
    return new TokenRequest(
        new TokenHttp(http, zoom.clock, Duration.ofMinutes(1)), null, null, TokenNeed.FIRST, null);
  }

  private TokenException refusal(MockResponse response) {
    return catchThrowableOfType(TokenException.class, () -> fetch(response));
  }

  @Test
  void asksWithBasicAuthAndTheAccount() throws IOException {
    fetch(FakeZoom.token("abc", ""));

    RecordedRequest request = zoom.tokenRequests.get(0);
    assertThat(request.getRequestLine()).isEqualTo("POST /oauth/token HTTP/1.1");
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        ("client-1:" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8)));
    assertThat(request.getBody().utf8())
        .isEqualTo("grant_type=account_credentials&account_id=account-1");
  }

  @Test
  void readsLifetimeScopesAndRegion() throws IOException {
    AccessToken token =
        fetch(
            json(
                """
                {"access_token":"abc","token_type":"bearer","expires_in":3600,
                 "scope":"user:read:admin, webinar:master","api_url":"https://api-eu.zoom.us"}
                """));

    assertThat(token.value()).isEqualTo("abc");
    assertThat(token.expiresAt()).isEqualTo(TestClock.START.plus(Duration.ofHours(1)));
    assertThat(token.scopes()).containsExactly("user:read:admin", "webinar:master");
    assertThat(token.apiUrl()).hasHost("api-eu.zoom.us");
  }

  @Test
  void readsLifetimeAsText() throws IOException {
    assertThat(fetch(json("{\"access_token\":\"abc\",\"expires_in\":\"60\"}")).expiresAt())
        .isEqualTo(TestClock.START.plusSeconds(60));
  }

  @Test
  void absentScopeIsUnknownAndEmptyScopeIsNone() throws IOException {
    assertThat(fetch(json("{\"access_token\":\"abc\"}")).scopes()).isNull();
    assertThat(fetch(json("{\"access_token\":\"abc\",\"scope\":\"\"}")).scopes()).isEmpty();
  }

  @Test
  void regionWithoutTlsIsIgnored() throws IOException {
    assertThat(fetch(json("{\"access_token\":\"abc\",\"api_url\":\"http://x.example\"}")).apiUrl())
        .isNull();
  }

  @Test
  void refusalWithReasonAndError() {
    TokenException refused =
        refusal(status(400, "{\"reason\":\"Invalid client_id\",\"error\":\"invalid_client\"}"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo("invalid_client");
    assertThat(refused.reason()).isEqualTo("Invalid client_id");
    assertThat(refused)
        .hasMessageStartingWith(
            "Zoom issued no token: HTTP 400, invalid_client (Invalid client_id). Check");
  }

  @Test
  void refusalWithErrorAlone() {
    TokenException refused = refusal(status(401, "{\"error\":\"invalid_grant\"}"));

    assertThat(refused.error()).isEqualTo("invalid_grant");
    assertThat(refused.reason()).isNull();
    assertThat(refused).hasMessageStartingWith("Zoom issued no token: HTTP 401, invalid_grant. ");
  }

  @Test
  void refusalAsHtmlIsCutTo200Characters() {
    TokenException refused =
        refusal(status(502, "<html>\n" + "x".repeat(500), "Content-Type", "text/html"));

    assertThat(refused.error()).isNull();
    assertThat(refused.reason()).startsWith("<html> xxx").hasSize(201).endsWith("…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {\"error\":\"server_error\"}      | Zoom, or a gateway before it, has trouble.",
        "502 | <html>Bad gateway                 | Zoom, or a gateway before it, has trouble.",
        "429 | {\"error\":\"too_many\"}          | Tokens were asked for too often.",
        "403 | {\"reason\":\"blocked\"}          | probably the response of a proxy or firewall",
        "400 | <html>Bad request                 | probably the response of a proxy or firewall",
        "404 | Not here                          | probably the response of a proxy or firewall",
      })
  void clientSecretIsNotBlamedForWhatItDidNotDo(int status, String body, String advice) {
    assertThat(refusal(status(status, body)))
        .hasMessageContaining(advice)
        .message()
        .doesNotContain("client secret");
  }

  @Test
  void proxyThatWantsCredentialsIsNamed() {
    URI server = zoom.tokenEndpoint();
    Proxy proxy =
        new Proxy(Proxy.Type.HTTP, new InetSocketAddress(server.getHost(), server.getPort()));
    OkHttpClient proxied = new OkHttpClient.Builder().proxy(proxy).build();
    zoom.respond(status(407, ""));

    assertThatThrownBy(() -> zoom.credentials().fetch(request(proxied)))
        .isInstanceOf(TokenException.class)
        .hasMessageContaining("A proxy on the way wants credentials of its own.")
        .message()
        .doesNotContain("client secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"400 | {\"error\":\"invalid_client\"}", "401 | ''", "404 | {\"reason\":\"No app\"}"})
  void clientSecretIsInQuestionWhereZoomRefuses(int status, String body) {
    assertThat(refusal(status(status, body)))
        .hasMessageContaining("Check account id, client id and client secret");
  }

  @Test
  void refusalThatEchoesTheSecretDoesNotShowIt() {
    String basic =
        Base64.getEncoder()
            .encodeToString(("client-1:" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));

    assertThat(refusal(status(400, "you sent " + CLIENT_SECRET + " as " + basic)))
        .message()
        .contains("you sent *** as ***");
  }

  /** Also where the escapes are those of JSON that is cut off. */
  @ParameterizedTest
  @ValueSource(strings = {"\"}", "", "\"} and more"})
  void aSecretBehindTheEscapesOfJsonIsNotShown(String end) {
    String escaped =
        CLIENT_SECRET
            .chars()
            .mapToObj("\\u%04x"::formatted)
            .collect(Collectors.joining("", "{\"error\":\"invalid_request\",\"reason\":\"", end));

    assertThat(refusal(status(400, escaped)))
        .message()
        .contains("***")
        .doesNotContain(CLIENT_SECRET)
        .doesNotContain("\\u");
  }

  @Test
  void aTokenThatNoHeaderTakesIsUnreadableAndNotShown() {
    assertThatThrownBy(() -> fetch(json("{\"access_token\":\"abc 123\"}")))
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageContaining("at $.access_token: no HTTP header takes it.")
        .hasMessageNotContaining("123");
  }

  @Test
  void successWithoutTokenIsUnreadable() {
    assertThatThrownBy(() -> fetch(json("{\"token_type\":\"bearer\"}")))
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageContaining("HTTP 200")
        .hasMessageContaining("$.access_token")
        .hasMessageContaining("POST /oauth/token");
  }

  @Test
  void truncatedSuccessIsUnreadableAndDoesNotShowTheToken() {
    assertThatThrownBy(() -> fetch(json("{\"access_token\":\"abc123\",\"expires")))
        .isInstanceOf(UnreadableResponseException.class)
        .message()
        .doesNotContain("abc123");
  }

  @Test
  void environmentNamesAllThatIsMissing() {
    assertThatThrownBy(() -> ServerToServer.from(Map.of("ZOOM_CLIENT_ID", "c", "X", "y")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("not set: ZOOM_ACCOUNT_ID, ZOOM_CLIENT_SECRET.");
  }

  @Test
  void environmentGivesCredentials() {
    ServerToServer credentials =
        ServerToServer.from(
            Map.of("ZOOM_ACCOUNT_ID", "a", "ZOOM_CLIENT_ID", "c", "ZOOM_CLIENT_SECRET", "hidden"));

    assertThat(credentials).hasToString("ServerToServer[accountId=a, clientId=c]");
    assertThat(credentials.appKind()).isEqualTo(AppKind.SERVER_TO_SERVER);
  }

  @Test
  void blankAndNullValuesAreRefusedByName() {
    assertThatThrownBy(() -> ServerToServer.of("a", " ", "s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ServerToServer needs a clientId; it was blank.");
    assertThatThrownBy(() -> ServerToServer.of("a", "c", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("ServerToServer needs a clientSecret; it was null.");
    assertThatThrownBy(() -> ServerToServer.of(" a", "c", "s"))
        .hasMessage("ServerToServer needs an accountId without blanks before or after it.");
  }

  @Test
  void quotesAroundAValueAreRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> ServerToServer.of("a", "c", "'hidden'"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ServerToServer needs a clientSecret without quotes around it.");
  }

  @Test
  void environmentNamesAllThatIsWrong() {
    Map<String, String> environment =
        Map.of("ZOOM_ACCOUNT_ID", "a", "ZOOM_CLIENT_ID", "\"c\"", "ZOOM_CLIENT_SECRET", "hidden\n");

    assertThatThrownBy(() -> ServerToServer.from(environment))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "ServerToServer.fromEnvironment needs the environment variables ZOOM_ACCOUNT_ID,"
                + " ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET; with quotes around the value:"
                + " ZOOM_CLIENT_ID; with blanks or line breaks around the value:"
                + " ZOOM_CLIENT_SECRET.");
  }
}
