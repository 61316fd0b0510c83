package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.Enqueued;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.model.WebinarSummary;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.user.UserRef;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

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
    assertThatThrownBy(() -> builder.userCheck(null)).hasMessageContaining("userCheck");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https:///v2             | \"https:///v2\" has no host.",
        "https:api.zoom.us       | \"https:api.zoom.us\" has no host.",
        "api.zoom.us/v2          | \"api.zoom.us/v2\" has no host.",
        "//api.zoom.us/v2        | \"//api.zoom.us/v2\" is neither https nor http.",
        "ftp://api.zoom.us/v2    | \"ftp://api.zoom.us/v2\" is neither https nor http.",
        "http://api.zoom.us/v2   | \"http://api.zoom.us/v2\" is not encrypted, which is for servers"
            + " on this machine only.",
        "http://127.0.0.1.example| \"http://127.0.0.1.example\" is not encrypted, which is for"
            + " servers on this machine only.",
        "https://me:s3cret@a.example/v2 | \"https://***@a.example/v2\" has a user.",
        "https://a.example/v2?token=s3cret | \"https://a.example/v2\" has a query.",
        "https://a.example/v2#s3cret | \"https://a.example/v2\" has a fragment.",
        "https://a.example:99999/ | \"https://a.example:99999/\" is no URL.",
      })
  void anEndpointIsAServerAndAPathAndKeepsTokensSecret(URI endpoint, String problem) {
    assertThatThrownBy(() -> ZoomClient.builder().endpoint(endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ZoomClient needs an endpoint such as https://api.zoom.us/v2/; " + problem);
    assertThatThrownBy(() -> zoom.credentials().tokenEndpoint(endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ServerToServer needs a tokenEndpoint such as https://zoom.us/oauth/token; " + problem);
    assertThatThrownBy(() -> AccessToken.of("t").servedBy(endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("AccessToken needs a url such as https://api-eu.zoom.us; " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/v2",
        "http://127.0.0.1/",
        "http://127.9.9.9",
        "http://[::1]:1/v2"
      })
  void thisMachineMayBeAskedWithoutEncryption(URI endpoint) {
    ZoomClient.builder().endpoint(endpoint);
    zoom.credentials().tokenEndpoint(endpoint);
  }

  @Test
  void endpointWithoutSlashAtTheEnd() {
    zoom.respond(json("{}"));
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
    zoom.respond(json("{}"));
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
    zoom.respond(status(503, ""), json("{}"));
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aClosedClientRefusesByName(boolean withOwnHttp) {
    ZoomClient.Builder builder = zoom.client();
    ZoomClient client = (withOwnHttp ? builder.httpClient(new OkHttpClient()) : builder).build();
    ZoomAccount account = client.ownAccount();
    ThingsApi things = client.api(ThingsApi.class);
    Call<Thing> made = things.getThing("sub", "7");
    made.request();
    Pages<WebinarSummary> pages = account.webinars().listWebinars(UserRef.id("u1"));
    client.close();
    client.close();

    assertClosed("account", () -> client.account("sub"));
    assertClosed("ownAccount", client::ownAccount);
    assertClosed("subAccounts", client::subAccounts);
    assertClosed("api", () -> client.api(ThingsApi.class));
    assertClosed("getThing", made::execute);
    assertClosed("getThing", () -> client.execute(things.getThing("sub", "7")));
    assertClosed("listWebinars", () -> pages.iterator().next());
    assertClosed("deleteWebinar", () -> account.webinars().deleteWebinar(1));
    assertThat(Enqueued.responseOf(made))
        .isCompletedExceptionally()
        .satisfies(
            response ->
                assertThat(response.handle((thing, failure) -> failure).join())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("getThing: the ZoomClient is closed."));
    assertThat(zoom.calls).isEmpty();
    assertThat(zoom.tokenRequests).isEmpty();
  }

  private static void assertClosed(String name, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            name + ": the ZoomClient is closed. Build another one, or close this one later.");
  }

  @Test
  void closeLeavesABroughtClientOpen() throws Exception {
    OkHttpClient mine = new OkHttpClient();
    zoom.respond(status(200, "{}", "Connection", "keep-alive"));
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
    zoom.respondToToken(FakeZoom.token("token-1", FakeZoom.ALL_SCOPES), noEnd);
    zoom.respond(json("{}"), json("{}"));
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

  /** The one that waits for a response of the token endpoint. */
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
    zoom.respond(status(503, ""), json("{}"));
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
    zoom.respond(json("{}"));
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
