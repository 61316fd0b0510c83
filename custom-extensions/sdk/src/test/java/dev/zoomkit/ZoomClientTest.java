package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.Enqueued;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.ThingsApi;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ZoomClientTest {

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private static void get(ZoomClient client) {
    client.execute(client.api(ThingsApi.class).getThing("sub", "7"));
  }

  @Test
  void needsCredentials() {
    assertThatThrownBy(() -> ZoomClient.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("ZoomClient needs credentials, such as ServerToServer.fromEnvironment().");
  }

  @Test
  void nullIsRefusedByName() {
    ZoomClient.Builder builder = ZoomClient.builder();
    assertThatThrownBy(() -> builder.credentials(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("ZoomClient needs credentials; they were null.");
    assertThatThrownBy(() -> builder.endpoint(null)).hasMessageContaining("endpoint");
    assertThatThrownBy(() -> builder.httpClient(null)).hasMessageContaining("httpClient");
    assertThatThrownBy(() -> builder.scopeCheck(null)).hasMessageContaining("scopeCheck");
    assertThatThrownBy(() -> builder.retryPolicy(null)).hasMessageContaining("retryPolicy");
    assertThatThrownBy(() -> builder.addInterceptor(null)).hasMessageContaining("interceptor");
    try (ZoomClient client = zoom.client().build()) {
      assertThatThrownBy(() -> client.account(null)).hasMessageContaining("accountId");
      assertThatThrownBy(() -> client.api(null)).hasMessageContaining("interface");
      assertThatThrownBy(() -> client.execute(null)).hasMessageContaining("call");
    }
  }

  @Test
  void blankAccountIsRefused() {
    try (ZoomClient client = zoom.client().build()) {
      assertThatThrownBy(() -> client.account(" "))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("account needs an accountId; it was blank.");
      assertThatThrownBy(() -> client.account("sub\n"))
          .hasMessage("account needs an accountId without blanks before or after it.");
    }
  }

  @Test
  void endpointMustBeHttp() {
    assertThatThrownBy(() -> ZoomClient.builder().endpoint(URI.create("file:/x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("file:/x");
  }

  @Test
  void endpointWithoutSlashAtTheEnd() {
    zoom.answer(json("{}"));
    String endpoint = zoom.endpoint().toString();
    get(zoom.client().endpoint(URI.create(endpoint.substring(0, endpoint.length() - 1))).build());

    assertThat(zoom.lines()).containsExactly("GET /v2/accounts/sub/things/7");
  }

  @Test
  void accountsKnowThemselves() {
    try (ZoomClient client = zoom.client().build()) {
      assertThat(client.account("sub").id()).isEqualTo("sub");
      assertThat(client.account("sub").isOwn()).isFalse();
      assertThat(client.ownAccount().isOwn()).isTrue();
      assertThat(client.ownAccount()).hasToString("ZoomAccount[me]");
    }
  }

  @Test
  void saysWhoCalls() {
    zoom.answer(json("{}"));
    get(zoom.client().build());

    assertThat(zoom.calls.get(0).getHeaders().get("User-Agent"))
        .matches("zoomkit/\\d+\\.\\d+\\..*");
    assertThat(zoom.tokenRequests.get(0).getHeaders().get("User-Agent")).startsWith("zoomkit/");
  }

  @Test
  void makingAClientAndAViewSendsNothing() {
    try (ZoomClient client = zoom.client().build()) {
      client.ownAccount();
      client.api(ThingsApi.class);
    }

    assertThat(zoom.tokenRequests).isEmpty();
  }

  @Test
  void interfaceIsMadeOnce() {
    try (ZoomClient client = zoom.client().build()) {
      assertThat(client.api(ThingsApi.class)).isSameAs(client.api(ThingsApi.class));
    }
  }

  @Test
  void ownInterceptorsSeeEachAttemptInPlaceAndNoTokenRequest() {
    zoom.answer(status(503, ""), json("{}"));
    List<String> seen = new ArrayList<>();
    Interceptor spy =
        chain -> {
          seen.add(
              chain.request().header("Authorization") + " " + chain.request().url().encodedPath());
          return chain.proceed(chain.request());
        };
    get(
        zoom.client()
            .httpClient(new OkHttpClient.Builder().addInterceptor(spy).build())
            .addInterceptor(spy)
            .build());

    assertThat(seen).hasSize(4).containsOnly("Bearer token-1 /v2/accounts/sub/things/7");
  }

  @Test
  void closeShutsWhatItOpened() {
    ZoomClient client = zoom.client().build();
    client.close();
    client.close();

    assertThat(Enqueued.answerOf(client.api(ThingsApi.class).getThing("sub", "7")))
        .isCompletedExceptionally();
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void closeLeavesABroughtClientOpen() throws Exception {
    OkHttpClient mine = new OkHttpClient();
    zoom.answer(status(200, "{}", "Connection", "keep-alive"));
    ZoomClient client = zoom.client().httpClient(mine).build();
    get(client);
    client.close();

    assertThat(mine.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(mine.connectionPool().connectionCount()).isPositive();
    mine.connectionPool().evictAll();
  }

  @Test
  @Timeout(30)
  void callGoesOnWithTheTokenAtHandUntilCloseEndsTheFetchOfTheNext() throws Exception {
    OkHttpClient patient = new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();
    MockResponse noEnd =
        new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
    zoom.answerToken(FakeZoom.token("token-1", FakeZoom.ALL_SCOPES), noEnd);
    zoom.answer(json("{}"), json("{}"));
    ZoomClient client = zoom.client().httpClient(patient).build();
    client.execute(client.api(ThingsApi.class).getPlans("sub"));
    zoom.clock.advance(Duration.ofMinutes(56));
    client.execute(client.api(ThingsApi.class).getPlans("sub"));

    assertThat(zoom.calls)
        .extracting(call -> call.getHeaders().get("Authorization"))
        .containsExactly("Bearer token-1", "Bearer token-1");
    Thread fetching = threadThatFetchesAToken();
    client.close();
    fetching.join();
    patient.connectionPool().evictAll();
  }

  /** The one that waits for an answer of the token endpoint. */
  private static Thread threadThatFetchesAToken() throws InterruptedException {
    while (true) {
      for (var thread : Thread.getAllStackTraces().entrySet()) {
        if (thread.getKey().getName().equals("zoomkit-next-token")
            && Stream.of(thread.getValue())
                .anyMatch(frame -> frame.getMethodName().equals("readResponseHeaders"))) {
          return thread.getKey();
        }
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  @Test
  void eachAttemptIsALogLineThatNamesTheOperation() {
    zoom.answer(status(503, ""), json("{}"));
    try (CapturedLog log = new CapturedLog("dev.zoomkit.http")) {
      get(zoom.client().build());

      assertThat(log.lines())
          .extracting(line -> line.replaceFirst("\\d+ ms", "? ms"))
          .containsExactly(
              "token: POST /oauth/token: HTTP 200 after ? ms, tracking id WEB_1",
              "getThing: GET /v2/accounts/sub/things/7: HTTP 503 after ? ms, tracking id WEB_1",
              "getThing: GET /v2/accounts/sub/things/7: HTTP 200 after ? ms, tracking id WEB_1");
    }
  }

  @Test
  void injectedClockThatJumpsIsNotInTheDurationOfTheLogLine() {
    zoom.answer(json("{}"));
    Interceptor jump =
        chain -> {
          zoom.clock.advance(Duration.ofDays(365));
          return chain.proceed(chain.request());
        };
    OkHttpClient jumping = new OkHttpClient.Builder().addNetworkInterceptor(jump).build();
    try (CapturedLog log = new CapturedLog("dev.zoomkit.http")) {
      get(zoom.client().httpClient(jumping).build());

      assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("31536000000 ms"));
    }
  }
}
