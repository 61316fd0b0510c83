package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Raw;
import dev.zoomkit.mock.Running;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of HTTP the mock takes, and what it says of the rest. */
class ProtocolTest extends Running {

  private String head(String line, String... headers) {
    String token = "Authorization: Bearer " + zoom.appToken();
    return line
        + "\r\nHost: x\r\n"
        + token
        + "\r\n"
        + String.join("", List.of(headers).stream().map(header -> header + "\r\n").toList())
        + "\r\n";
  }

  @ParameterizedTest
  @CsvSource({
    "GET, webinar/98520143677, getWebinar (GET /webinars",
    "POST, users/u/webinar, createWebinar (POST",
    "DELETE, user/u, deleteUser (DELETE",
    "GET, webinars//registrants, listWebinarRegistrants (GET",
    "GET, webinars/98520143677/, getWebinar (GET",
    "GET, accounts/a/users/u/presence_status, getUserPresenceStatus (GET /users",
    "PUT, accounts/me/users/u/presence_status, updateUserPresenceStatus (PUT /users",
  })
  void anUnknownPathNamesTheNearestOperations(String method, String path, String nearest) {
    Client.Response refused = client.send(method, path, null);
    assertRefused(refused, 404, 2300);
    assertThat(refused.json().path("message").asText()).contains(nearest);
  }

  @Test
  void anotherMethodIsToldThoseThatThePathHas() {
    Client.Response refused = client.put(webinar, "{}");
    assertRefused(refused, 405, 2300);
    assertThat(refused.header("Allow")).isEqualTo("DELETE, GET, PATCH");
    assertThat(refused.json().path("message").asText())
        .contains("DELETE (deleteWebinar), GET (getWebinar), PATCH (updateWebinar)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PATCH", "PUT", "FOO"})
  void noPathTakesAMethodThatItDoesNotHave(String method) {
    StringBuilder requests = new StringBuilder();
    int sent = 0;
    for (DescribedOperation operation : description().operations()) {
      if (!isTaken(method, operation.path())) {
        String path = Client.path(operation, operation.path(), "me");
        requests.append(head(method + " /v2" + path + " HTTP/1.1"));
        sent++;
      }
    }
    List<Raw.Response> responses =
        Raw.send(zoom.apiBase(), requests.toString().getBytes(StandardCharsets.ISO_8859_1));
    assertThat(responses).hasSize(sent);
    for (Raw.Response response : responses) {
      response.isAsZoomSends();
      assertThat(response.status()).as(response.toString()).isEqualTo(405);
      assertThat(response.headers().get("Allow")).isNotEmpty().doesNotContain(method);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//v2/webinars/1",
        "/v2//webinars/1",
        "/v2/webinars/1/",
        "/v2/webinars/../webinars/1",
        "/v2/./webinars/1",
        "/v2/webinars%2F1",
        "/v2",
        "/v2/",
        "/V2/webinars/1"
      })
  void aPathIsTakenAsItIs(String path) {
    Raw.Response response = Raw.one(zoom.apiBase(), head("GET " + path + " HTTP/1.1"));
    response.isAsZoomSends();
    assertThat(response.status()).as(response.toString()).isEqualTo(404);
  }

  @Test
  void aTargetMayNameTheHost() {
    String absolute = "GET http://api.zoom.us/v2/" + webinar + " HTTP/1.1";
    assertThat(Raw.one(zoom.apiBase(), head(absolute)).status()).isEqualTo(200);
  }

  @Test
  void http10NeedsNoHostAndIsHungUpOn() {
    String request =
        "GET /v2/%s HTTP/1.0\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(webinar, zoom.appToken());
    assertThat(Raw.one(zoom.apiBase(), request).status()).isEqualTo(200);
  }

  @Test
  void aFloodOfHeadersIsRefused() {
    String flood = head("GET /v2/" + webinar + " HTTP/1.1", "X-A: b\r\n".repeat(20_000) + "X-A: b");
    Raw.Response response = Raw.one(zoom.apiBase(), flood);
    response.isAsZoomSends();
    assertThat(response.status()).isEqualTo(431);
  }

  @Test
  void whoWaitsToSendABodyIsToldToGoOn() {
    String request =
        head(
            "POST /v2/" + host + "/webinars HTTP/1.1",
            "Expect: 100-continue",
            "Content-Type: application/json",
            "Content-Length: 2");
    assertThat(Raw.one(zoom.apiBase(), request + "{}").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2~Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked~Content-Length: 2",
        "Content-Length: 2~Content-Length: 12",
        "Content-Length: 2, 12",
      })
  void aBodyWithTwoEndsIsRefused(String headers) {
    String request =
        head(
            "POST /v2/" + host + "/webinars HTTP/1.1",
            "Content-Type: application/json",
            headers.replace("~", "\r\n"));
    byte[] bytes = (request + "2\r\n{}\r\n0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    List<Raw.Response> responses = Raw.send(zoom.apiBase(), bytes);
    assertThat(responses).singleElement().satisfies(Raw.Response::isAsZoomSends);
    assertThat(responses.get(0).status()).isEqualTo(400);
  }

  @Test
  void halfARequestHoldsNobodyElseUp() throws IOException {
    try (Socket half = new Socket(InetAddress.getLoopbackAddress(), zoom.apiBase().getPort())) {
      half.getOutputStream().write("GET /v2/webinars".getBytes(StandardCharsets.US_ASCII));
      assertThat(client.get(webinar).status()).isEqualTo(200);
    }
  }

  @Test
  void whoDripsItsRequestIsHungUpOn() throws IOException {
    try (Server server = Server.listen(0, false, Duration.ofMillis(300))) {
      server.serve(null);
      try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.origin().getPort())) {
        slow.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () ->
                assertThatThrownBy(() -> slow.getInputStream().read())
                    .isInstanceOf(SocketException.class));
      }
    }
  }
}
