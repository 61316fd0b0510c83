package dev.zoomkit.internal.auth;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.auth.TokenException;
import dev.zoomkit.auth.TokenNeed;
import dev.zoomkit.error.UnauthorizedException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.OneShotBody;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.ZoomHosts;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Invocation;
import retrofit2.Retrofit;

class AuthInterceptorTest {

  private static final MockResponse REFUSED =
      status(401, "{\"code\":124,\"message\":\"Invalid access token.\"}");

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private void get(ZoomClient client) {
    client.execute(client.api(ThingsApi.class).getThing("sub", "1"));
  }

  private List<String> bearers() {
    return zoom.calls.stream().map(call -> call.getHeaders().get("Authorization")).toList();
  }

  @Test
  void tokenIsFetchedOnceForManyCalls() {
    zoom.respond(json("{}"), json("{}"));
    ZoomClient client = zoom.client().build();
    get(client);
    get(client);

    assertThat(bearers()).containsExactly("Bearer token-1", "Bearer token-1");
    assertThat(zoom.tokenRequests).hasSize(1);
  }

  @Test
  void http401GetsAFreshTokenOnce() {
    zoom.respond(REFUSED, json("{}"));
    get(zoom.client().build());

    assertThat(bearers()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void aTokenThatWasTakenBackIsReplacedWhateverTheStatus() {
    zoom.respond(status(400, "{\"code\":4741,\"message\":\"Revoked.\"}"), json("{}"));
    get(zoom.client().build());

    assertThat(bearers()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void anotherHttp400IsNoReasonForAFreshToken() {
    zoom.respond(status(400, "{\"code\":300,\"message\":\"No.\"}"));
    ZoomClient client = zoom.client().build();

    assertThatThrownBy(() -> get(client)).hasMessageContaining("Zoom code 300: No.");
    assertThat(zoom.tokenRequests).hasSize(1);
  }

  @Test
  void http401WithAFreshTokenSurfaces() {
    zoom.respond(REFUSED, REFUSED);
    ZoomClient client = zoom.client().build();

    assertThatThrownBy(() -> get(client))
        .isInstanceOfSatisfying(
            UnauthorizedException.class, refused -> assertThat(refused.code()).isEqualTo(124));
    assertThat(zoom.calls).hasSize(2);
  }

  @Test
  void everyAttemptMayRefreshOnce() {
    zoom.respond(REFUSED, status(503, ""), REFUSED, json("{}"));
    get(zoom.client().build());

    assertThat(bearers())
        .containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-3");
  }

  @Test
  void ownTokenThatIsRefusedIsNotSentAgain() {
    zoom.respond(REFUSED);
    ZoomClient client =
        zoom.client()
            .credentials(BearerToken.of(AccessToken.of("mine"), AppKind.ACCOUNT_LEVEL))
            .build();

    assertThatThrownBy(() -> get(client)).isInstanceOf(UnauthorizedException.class);
    assertThat(bearers()).containsExactly("Bearer mine");
  }

  @Test
  void suppliedTokenIsReplacedWhenRefused() {
    zoom.respond(REFUSED, json("{}"));
    BearerToken tokens =
        BearerToken.from(
            need -> AccessToken.of(need == TokenNeed.REFUSED ? "second" : "first"),
            AppKind.ACCOUNT_LEVEL);
    get(zoom.client().credentials(tokens).build());

    assertThat(bearers()).containsExactly("Bearer first", "Bearer second");
  }

  @Test
  void oneShotBodyIsNotSentAgainAfter401() {
    zoom.respond(REFUSED);
    ZoomClient client = zoom.client().build();
    assertThatThrownBy(
            () ->
                client.execute(client.api(ThingsApi.class).sendThing("sub", 1, new OneShotBody())))
        .isInstanceOf(UnauthorizedException.class);
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void refusedTokenRequestSurfacesFromTheCall() {
    zoom.respondToToken(status(400, "{\"error\":\"invalid_client\",\"reason\":\"who?\"}"));
    ZoomClient client = zoom.client().build();

    assertThatThrownBy(() -> get(client)).isInstanceOf(TokenException.class);
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void tokenRequestIsRepeatedThoughItIsAPost() {
    zoom.respondToToken(FakeZoom.noResponse(), status(503, "")).respond(json("{}"));
    get(zoom.client().build());

    assertThat(zoom.tokenRequests).hasSize(3);
    assertThat(zoom.sleeps).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api-eu.zoom.us, https://api-eu.zoom.us/v2/users?x=1",
    "https://api.zoomgov.com, https://api.zoomgov.com/v2/users?x=1",
    "https://zoom.us.evil.example, https://api.zoom.us/v2/users?x=1",
    "https://notzoom.us, https://api.zoom.us/v2/users?x=1",
  })
  void followsTheRegionOfTheTokenWhereThatIsZooms(String region, String url) throws IOException {
    assertThat(sent(region, true, "https://api.zoom.us/v2/users?x=1").url()).hasToString(url);
  }

  @Test
  void staysAtAnEndpointThatWasChosen() throws IOException {
    Request sent = sent("https://api-eu.zoom.us", false, "https://api.zoom.us/v2/users");

    assertThat(sent.url()).hasToString("https://api.zoom.us/v2/users");
  }

  @Test
  void fileServerOfZoomIsNoRegion() throws IOException {
    Request sent = sent("https://api-eu.zoom.us", true, "https://us02web.zoom.us/rec/download/1");

    assertThat(sent.url().host()).isEqualTo("us02web.zoom.us");
    assertThat(sent.header("Authorization")).isEqualTo("Bearer mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://api.zoom.us/", "https://api.zoom.us:8443/", "https://cdn.example"})
  void tokenIsNotPutOnARequestToElsewhere(String url) throws IOException {
    assertThat(sent("https://api-eu.zoom.us", true, url).header("Authorization")).isNull();
  }

  /** What goes out of a client of Zoom's own endpoint. */
  private static Request sent(String region, boolean followApiUrl, String url) throws IOException {
    AccessToken token = AccessToken.of("mine").servedBy(URI.create(region));
    TokenSource tokens =
        new TokenSource() {
          @Override
          public AccessToken current() {
            return token;
          }

          @Override
          public AccessToken refresh(AccessToken refused) {
            return token;
          }

          @Override
          public AppKind appKind() {
            return AppKind.ACCOUNT_LEVEL;
          }
        };
    ThingsApi things =
        new Retrofit.Builder()
            .baseUrl(ZoomClient.ZOOM_ENDPOINT.toString())
            .build()
            .create(ThingsApi.class);
    Method getPlans =
        Stream.of(ThingsApi.class.getMethods())
            .filter(method -> method.getName().equals("getPlans"))
            .findFirst()
            .orElseThrow();
    Invocation invocation = Invocation.of(ThingsApi.class, things, getPlans, List.of("sub"));
    CallContext context = new CallContext(new ZoomHosts(HttpUrl.get(ZoomClient.ZOOM_ENDPOINT)));
    return new OkHttpClient.Builder()
        .addInterceptor(new AuthInterceptor(tokens, followApiUrl))
        .addInterceptor(
            chain ->
                new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("OK")
                    .build())
        .build()
        .newCall(
            new Request.Builder()
                .url(url)
                .tag(CallContext.class, context)
                .tag(Invocation.class, invocation)
                .build())
        .execute()
        .request();
  }
}
