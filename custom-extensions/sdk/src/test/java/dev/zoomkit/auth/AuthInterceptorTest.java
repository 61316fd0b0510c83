package dev.zoomkit.auth;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.UnauthorizedException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.OneShotBody;
import dev.zoomkit.fixture.ThingsApi;
import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    zoom.answer(json("{}"), json("{}"));
    ZoomClient client = zoom.client().build();
    get(client);
    get(client);

    assertThat(bearers()).containsExactly("Bearer token-1", "Bearer token-1");
    assertThat(zoom.tokenRequests).hasSize(1);
  }

  @Test
  void http401GetsAFreshTokenOnce() {
    zoom.answer(REFUSED, json("{}"));
    get(zoom.client().build());

    assertThat(bearers()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void http401WithAFreshTokenSurfaces() {
    zoom.answer(REFUSED, REFUSED);
    ZoomClient client = zoom.client().build();

    assertThatThrownBy(() -> get(client))
        .isInstanceOfSatisfying(
            UnauthorizedException.class, refused -> assertThat(refused.code()).isEqualTo(124));
    assertThat(zoom.calls).hasSize(2);
  }

  @Test
  void everyAttemptMayRefreshOnce() {
    zoom.answer(REFUSED, status(503, ""), REFUSED, json("{}"));
    get(zoom.client().build());

    assertThat(bearers())
        .containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-3");
  }

  @Test
  void ownTokenThatIsRefusedIsNotSentAgain() {
    zoom.answer(REFUSED);
    ZoomClient client =
        zoom.client()
            .credentials(BearerToken.of(AccessToken.of("mine"), AppKind.ACCOUNT_LEVEL))
            .build();

    assertThatThrownBy(() -> get(client)).isInstanceOf(UnauthorizedException.class);
    assertThat(bearers()).containsExactly("Bearer mine");
  }

  @Test
  void suppliedTokenIsReplacedWhenRefused() {
    zoom.answer(REFUSED, json("{}"));
    var tokens = List.of(AccessToken.of("first"), AccessToken.of("second")).iterator();
    get(zoom.client().credentials(BearerToken.from(tokens::next, AppKind.ACCOUNT_LEVEL)).build());

    assertThat(bearers()).containsExactly("Bearer first", "Bearer second");
  }

  @Test
  void oneShotBodyIsNotSentAgainAfter401() {
    zoom.answer(REFUSED);
    ZoomClient client = zoom.client().build();
    assertThatThrownBy(
            () ->
                client.execute(client.api(ThingsApi.class).sendThing("sub", 1, new OneShotBody())))
        .isInstanceOf(UnauthorizedException.class);
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void refusedTokenRequestSurfacesFromTheCall() {
    zoom.answerToken(status(400, "{\"error\":\"invalid_client\",\"reason\":\"who?\"}"));
    ZoomClient client = zoom.client().build();

    assertThatThrownBy(() -> get(client)).isInstanceOf(TokenException.class);
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void tokenRequestIsRepeatedThoughItIsAPost() {
    zoom.answerToken(FakeZoom.noAnswer(), status(503, "")).answer(json("{}"));
    get(zoom.client().build());

    assertThat(zoom.tokenRequests).hasSize(3);
    assertThat(zoom.sleeps).hasSize(2);
  }

  @Test
  void followsTheRegionOfTheToken() throws IOException {
    zoom.answer(json("{}"));
    AccessToken token = AccessToken.of("mine").servedBy(zoom.endpoint());
    try (Response response = call(token, true)) {
      assertThat(response.code()).isEqualTo(200);
    }
    assertThat(zoom.lines()).containsExactly("GET /v2/users?x=1");
  }

  @Test
  void staysAtAnEndpointThatWasChosen() {
    AccessToken token = AccessToken.of("mine").servedBy(zoom.endpoint());

    assertThatThrownBy(() -> call(token, false)).isInstanceOf(IOException.class);
    assertThat(zoom.calls).isEmpty();
  }

  private static Response call(AccessToken token, boolean followApiUrl) throws IOException {
    TokenSource tokens =
        new TokenSource() {
          @Override
          public AccessToken current() {
            return token;
          }

          @Override
          public AccessToken insteadOf(AccessToken refused) {
            return token;
          }
        };
    return new OkHttpClient.Builder()
        .addInterceptor(new AuthInterceptor(tokens, followApiUrl))
        .build()
        .newCall(new Request.Builder().url("http://api.invalid/v2/users?x=1").build())
        .execute();
  }
}
