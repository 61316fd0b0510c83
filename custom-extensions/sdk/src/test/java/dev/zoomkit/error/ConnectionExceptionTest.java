package dev.zoomkit.error;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.noResponse;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.FullServer;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The message names what failed, where, and after which time. */
class ConnectionExceptionTest {

  private static final Duration SHORT = Duration.ofMillis(50);

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private ZoomClient.Builder once(OkHttpClient.Builder http) {
    return zoom.client()
        .credentials(BearerToken.of(AccessToken.of("mine"), AppKind.ACCOUNT_LEVEL))
        .retryPolicy(RetryPolicy.none())
        .httpClient(http.build());
  }

  private static ConnectionException failure(ZoomClient client) {
    return catchThrowableOfType(
        ConnectionException.class,
        () -> client.execute(client.api(ThingsApi.class).getThing("me", "7")));
  }

  private static MockResponse silence() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }

  private static String at(URI url) {
    return url.getHost() + ":" + url.getPort();
  }

  /** A URL that nobody listens at. */
  private static URI nobody() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://localhost:" + closed.getLocalPort() + "/v2/");
    }
  }

  @Test
  void readTimeoutIsNamedWithThePathThatWasSent() {
    zoom.respond(silence());

    ConnectionException failure =
        failure(once(new OkHttpClient.Builder().readTimeout(SHORT)).build());
    assertThat(failure)
        .hasMessage(
            "getThing: no response from the API at %s: nothing arrived within the read timeout of 50 ms. [GET /v2/things/7]",
            at(zoom.endpoint()))
        .hasCauseInstanceOf(SocketTimeoutException.class);
    assertThat(failure.requestLine()).isEqualTo("GET /v2/things/7");
  }

  @Test
  void connectTimeoutIsNamed() throws IOException {
    try (FullServer full = new FullServer()) {
      ZoomClient client =
          once(new OkHttpClient.Builder().connectTimeout(SHORT)).endpoint(full.endpoint()).build();

      assertThat(failure(client))
          .hasMessageStartingWith(
              "getThing: no response from the API at %s: no connection within the connect timeout of 50 ms.",
              at(full.endpoint()));
    }
  }

  @Test
  void writeTimeoutIsNamed() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      ZoomClient client =
          once(new OkHttpClient.Builder().writeTimeout(SHORT))
              .endpoint(URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/v2/"))
              .build();
      RequestBody large = RequestBody.create(new byte[16 * 1024 * 1024]);

      assertThatThrownBy(
              () -> client.execute(client.api(ThingsApi.class).sendThing("sub", 1, large)))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("the request could not be sent within the write timeout of 50 ms")
          .hasMessageContaining("It may have taken effect.");
    }
  }

  @Test
  void callTimeoutIsNamed() {
    zoom.respond(silence());

    assertThat(failure(once(new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(1))).build()))
        .hasMessageContaining("the call was not done within the call timeout of 1 s");
  }

  @Test
  void readTimeoutOfATlsHandshakeIsNoConnectTimeout() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      ZoomClient client =
          once(new OkHttpClient.Builder().readTimeout(SHORT))
              .endpoint(URI.create("https://127.0.0.1:" + deaf.getLocalPort() + "/v2/"))
              .build();

      assertThat(failure(client))
          .hasMessageContaining("nothing arrived within the read timeout of 50 ms");
    }
  }

  @Test
  void refusedConnectionNamesThePathOfTheOwnAccount() throws IOException {
    URI nobody = nobody();

    assertThat(failure(once(new OkHttpClient.Builder()).endpoint(nobody).build()))
        .hasMessageStartingWith("getThing: no response from the API at %s: java.net.", at(nobody))
        .hasMessageEndingWith("[GET /v2/things/7]");
  }

  @Test
  void unknownHostIsNamed() {
    ZoomClient client =
        once(new OkHttpClient.Builder()
                .dns(
                    host -> {
                      throw new UnknownHostException(host + " is unknown");
                    }))
            .build();

    assertThat(failure(client))
        .hasMessageContaining("java.net.UnknownHostException: localhost is unknown");
  }

  @Test
  void proxyIsNamed() throws IOException {
    URI nobody = nobody();
    Proxy proxy =
        new Proxy(Proxy.Type.HTTP, new InetSocketAddress(nobody.getHost(), nobody.getPort()));

    assertThat(failure(once(new OkHttpClient.Builder().proxy(proxy)).build()))
        .hasMessageStartingWith(
            "getThing: no response from the API at %s through the proxy %s: ",
            at(zoom.endpoint()), at(nobody));
  }

  @Test
  void tokenEndpointThatDoesNotRespondIsNamedAndNotTheApi() {
    zoom.respondToToken(noResponse(), noResponse(), noResponse(), noResponse());

    ConnectionException failure = failure(zoom.client().build());
    assertThat(failure)
        .hasMessageStartingWith(
            "getThing: no response from the token endpoint at %s: java.io.IOException: ",
            at(zoom.tokenEndpoint()))
        .hasMessageEndingWith("[POST /oauth/token]");
    assertThat(failure.operation()).isEqualTo("getThing");
    assertThat(failure.getCause()).isExactlyInstanceOf(IOException.class);
    assertThat(failure.getCause().getSuppressed()).hasSize(3);
  }

  @Test
  void tokenEndpointThatDoesNotRespondIsAskedAsOftenAsThePolicySays() {
    for (int i = 0; i < 16; i++) {
      zoom.respondToToken(noResponse());
    }
    failure(zoom.client().build());

    assertThat(zoom.tokenRequests).hasSize(4);
  }

  @Test
  void tokenThatFailsInTheSecondAttemptIsNotTheFailureOfTheApi() {
    zoom.respond(status(401, ""), json("{}"))
        .respondToToken(FakeZoom.token("a", FakeZoom.ALL_SCOPES), noResponse());

    assertThat(failure(zoom.client().retryPolicy(RetryPolicy.none()).build()))
        .hasMessageContaining("no response from the token endpoint");
  }

  @Test
  void writeThatWasNeverSentSaysSo() throws IOException {
    ZoomClient client = once(new OkHttpClient.Builder()).endpoint(nobody()).build();

    assertThatThrownBy(
            () ->
                client.execute(
                    client.api(ThingsApi.class).updateThing("sub", 1, new Thing(1L, "x"))))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("It took no effect.");
  }

  @Test
  void writeWhoseResponseIsLostSaysThatItMayHaveWorked() {
    zoom.respond(noResponse());
    ZoomClient client = once(new OkHttpClient.Builder()).build();

    assertThatThrownBy(
            () ->
                client.execute(
                    client.api(ThingsApi.class).updateThing("sub", 1, new Thing(1L, "x"))))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("It may have taken effect.");
  }

  @Test
  void interceptorThatFailsIsNoFailureOfTheApi() {
    ZoomClient client =
        once(new OkHttpClient.Builder())
            .addInterceptor(
                chain -> {
                  throw new IOException("no entry");
                })
            .build();

    assertThat(failure(client))
        .hasMessage(
            "getThing: no response: java.io.IOException: no entry. [GET /v2/accounts/me/things/7]");
  }
}
