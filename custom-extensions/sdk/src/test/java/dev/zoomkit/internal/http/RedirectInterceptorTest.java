package dev.zoomkit.internal.http;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.TokenException;
import dev.zoomkit.error.RedirectedException;
import dev.zoomkit.error.UnauthorizedException;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.OneShotBody;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Url;

class RedirectInterceptorTest {

  private final FakeZoom zoom = new FakeZoom();
  private final FakeZoom elsewhere = new FakeZoom();
  private final ZoomClient client = zoom.client().build();
  private final ThingsApi things = client.api(ThingsApi.class);

  @AfterEach
  void close() {
    client.close();
    zoom.close();
    elsewhere.close();
  }

  private static MockResponse redirect(int status, String location) {
    return status(status, "", "Location", location);
  }

  private String elsewhere(String path) {
    return elsewhere.endpoint().resolve(path).toString();
  }

  private Call<?> call(String method) {
    return switch (method) {
      case "GET" -> things.getThing("sub", "7");
      case "POST" -> things.createThing("sub", "u1", new Thing(1L, "x"));
      case "PUT" -> things.sendThing("sub", 1, RequestBody.create("up".getBytes()));
      case "PATCH" -> things.updateThing("sub", 1, new Thing(1L, "x"));
      case "DELETE" -> things.deletePart("sub", 1, "p");
      default -> throw new IllegalArgumentException(method);
    };
  }

  private RedirectedException refusal(Call<?> call) {
    return catchThrowableOfType(RedirectedException.class, () -> client.execute(call));
  }

  private static String authorization(RecordedRequest request) {
    return request.getHeaders().get("Authorization");
  }

  @Test
  void deleteThatIsRedirectedHasNotDeleted() {
    zoom.respond(redirect(302, "/v2/elsewhere"), json("{}"));

    RedirectedException redirected = refusal(call("DELETE"));
    assertThat(redirected.status()).isEqualTo(302);
    assertThat(redirected.target()).isEqualTo(zoom.endpoint().resolve("elsewhere").toString());
    assertThat(redirected)
        .hasMessageStartingWith(
            "deletePart: HTTP 302: Redirected to %s, which was not followed: a redirect of status 302 turns a DELETE into a GET."
                .formatted(redirected.target()));
    assertThat(zoom.lines()).containsExactly("DELETE /v2/accounts/sub/things/1/parts/p");
  }

  @Test
  void createdThingIsNotReadFromAnotherPath() {
    zoom.respond(redirect(301, "/v2/elsewhere"), json("{\"id\":7}"));

    assertThat(refusal(call("POST"))).hasMessageContaining("/v2/elsewhere");
    assertThat(zoom.calls).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, 301", "POST, 302", "POST, 303", "PUT, 301", "PUT, 302", "PUT, 303",
    "PATCH, 301", "PATCH, 302", "PATCH, 303", "DELETE, 301", "DELETE, 302", "DELETE, 303"
  })
  void writeIsNeverTurnedIntoAGet(String method, int status) {
    zoom.respond(redirect(status, "/v2/other"), json("{}"));

    assertThat(refusal(call(method)).status()).isEqualTo(status);
    assertThat(zoom.calls).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"POST, 307", "POST, 308", "PUT, 307", "PATCH, 308", "DELETE, 307"})
  void writeIsRepeatedAsItWasWithinZoom(String method, int status) throws IOException {
    zoom.respond(redirect(status, "/v2/other?x=1"), json("{}"));
    call(method).execute();

    RecordedRequest first = zoom.calls.get(0);
    RecordedRequest second = zoom.calls.get(1);
    assertThat(second.getRequestLine()).isEqualTo(method + " /v2/other?x=1 HTTP/1.1");
    assertThat(second.getBody()).isEqualTo(first.getBody());
    assertThat(authorization(second)).isEqualTo("Bearer token-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "DELETE"})
  void writeDoesNotLeaveZoom(String method) {
    zoom.respond(redirect(307, elsewhere("take")));

    assertThat(refusal(call(method)))
        .hasMessageContaining(elsewhere("take"))
        .hasMessageContaining("only a GET leaves Zoom's hosts");
    assertThat(elsewhere.calls).isEmpty();
  }

  @Test
  void bodyThatCanBeReadOnceIsNotRepeated() {
    zoom.respond(redirect(308, "/v2/other"));

    assertThat(refusal(things.sendThing("sub", 1, new OneShotBody())))
        .hasMessageContaining("its body can be read only once");
    assertThat(zoom.calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void readFollowsWithinZoomWithItsToken(int status) throws IOException {
    zoom.respond(redirect(status, "../../moved?page=2"), json("{\"id\":7}"));

    assertThat(things.getThing("sub", "7").execute().body()).isEqualTo(new Thing(7L, null));
    assertThat(zoom.lines()).endsWith("GET /v2/accounts/moved?page=2");
    assertThat(authorization(zoom.calls.get(1))).isEqualTo("Bearer token-1");
  }

  @Test
  void fileMayComeFromElsewhereWithoutTheToken() throws IOException {
    zoom.respond(redirect(302, elsewhere("file?Signature=s1gned")));
    elsewhere.respond(status(200, "content", "Content-Type", "application/pdf"));

    try (ResponseBody file = things.downloadThing("7").execute().body()) {
      assertThat(file.string()).isEqualTo("content");
    }
    assertThat(elsewhere.lines()).containsExactly("GET /v2/file?Signature=s1gned");
    assertThat(authorization(elsewhere.calls.get(0))).isNull();
  }

  @Test
  void fileThatIsRefusedElsewhereIsNotRefusedByZoom() {
    zoom.respond(redirect(302, elsewhere("file?Signature=s1gned")));
    elsewhere.respond(status(403, "<Error/>"));

    assertThat(refusal(things.downloadThing("7")))
        .hasMessageStartingWith(
            "downloadThing: HTTP 403: The response came from " + elsewhere("file"))
        .hasMessageContaining("which is not Zoom")
        .message()
        .doesNotContain("s1gned");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404})
  void jsonThatEndsElsewhereSaysSoEvenWhereItIsReadable(int status) {
    zoom.respond(redirect(302, elsewhere("login?token=s3cret&next=x")));
    elsewhere.respond(status(status, "{\"id\":7}"));

    RedirectedException redirected = refusal(call("GET"));
    assertThat(redirected.status()).isEqualTo(status);
    assertThat(redirected.target()).isEqualTo(elsewhere("login?token=***&next=***"));
    assertThat(redirected)
        .hasMessageStartingWith(
            "getThing: HTTP %d: The response came from %s, which is not Zoom."
                .formatted(status, redirected.target()));
    assertThat(authorization(elsewhere.calls.get(0))).isNull();
  }

  @Test
  void tokenStaysAwayOnceTheCallHasLeftZoom() throws IOException {
    zoom.respond(redirect(302, elsewhere("away")), json("{\"id\":7}"));
    elsewhere.respond(redirect(302, zoom.endpoint().resolve("back").toString()));

    assertThat(things.getThing("sub", "7").execute().body()).isEqualTo(new Thing(7L, null));
    assertThat(zoom.lines()).endsWith("GET /v2/back");
    assertThat(authorization(zoom.calls.get(1))).isNull();
  }

  @Test
  void circleIsNamed() {
    zoom.respond(redirect(302, "/v2/a"), redirect(302, "/v2/b"), redirect(302, "/v2/a#again"));

    assertThat(refusal(call("GET")))
        .hasMessageContaining("/v2/a, which was not followed: it leads in a circle");
    assertThat(zoom.calls).hasSize(3);
  }

  @Test
  void sixthRedirectIsOneTooMany() {
    for (int i = 1; i <= 6; i++) {
      zoom.respond(redirect(302, "/v2/" + i));
    }

    assertThat(refusal(call("GET")))
        .hasMessageContaining(
            "/v2/6, which was not followed: it is one too many after 5 redirects");
    assertThat(zoom.calls).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void redirectWithoutALocation(String method) {
    zoom.respond(status(302, "<html>Moved"));

    RedirectedException redirected = refusal(call(method));
    assertThat(redirected.target()).isNull();
    assertThat(redirected)
        .hasMessageContaining("HTTP 302: Redirected, but not to an http or https URL.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:a@b.example", "http://", "https://[x/", ""})
  void redirectToWhatIsNoUrl(String location) {
    zoom.respond(redirect(302, location), json("{}"), json("{}"));

    assertThat(refusal(call("GET"))).isNotNull();
  }

  @Test
  void clientThatFollowsRedirectsOnItsOwnIsHeldToTheSameRules() {
    zoom.respond(redirect(302, "/v2/elsewhere"), json("{}"));
    OkHttpClient following =
        new OkHttpClient.Builder().followRedirects(true).followSslRedirects(true).build();
    ZoomClient eager = zoom.client().httpClient(following).build();

    assertThatThrownBy(() -> eager.execute(eager.api(ThingsApi.class).deletePart("sub", 1, "p")))
        .isInstanceOf(RedirectedException.class);
    assertThat(zoom.calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307})
  void credentialsAreNeverRedirected(int status) {
    zoom.respondToToken(redirect(status, elsewhere("oauth/token?token=s3cret")));
    elsewhere.respond(FakeZoom.token("stolen", ""));

    assertThatThrownBy(() -> client.execute(call("GET")))
        .isInstanceOf(TokenException.class)
        .hasMessageContaining("HTTP " + status)
        .hasMessageContaining(elsewhere("oauth/token?token=***"))
        .message()
        .doesNotContain("client secret");
    assertThat(elsewhere.calls).isEmpty();
  }

  @Test
  void interceptorThatMovesACallElsewhereDoesNotTakeTheTokenAlong() {
    elsewhere.respond(json("{\"id\":7}"));
    HttpUrl there = HttpUrl.get(elsewhere("moved"));
    ZoomClient moving =
        zoom.client()
            .addInterceptor(chain -> chain.proceed(chain.request().newBuilder().url(there).build()))
            .build();

    assertThatThrownBy(() -> moving.execute(moving.api(ThingsApi.class).getThing("sub", "7")))
        .isInstanceOf(RedirectedException.class)
        .hasMessageContaining("The response came from " + there + ", which is not Zoom.");
    assertThat(authorization(elsewhere.calls.get(0))).isNull();
  }

  /** What a caller may write to fetch a link. */
  interface Links {
    @GET
    Call<ResponseBody> fetch(@Url String url);
  }

  @Test
  void linkToElsewhereIsFetchedWithoutTheToken() throws IOException {
    elsewhere.respond(json("file"));

    client.api(Links.class).fetch(elsewhere("file")).execute();
    assertThat(authorization(elsewhere.calls.get(0))).isNull();
  }

  @Test
  void refusalElsewhereCostsNoToken() {
    zoom.respond(redirect(302, elsewhere("away")));
    elsewhere.respond(status(401, ""));

    assertThat(refusal(call("GET")).status()).isEqualTo(401);
    assertThat(zoom.tokenRequests).hasSize(1);
  }

  @Test
  void passwordsOfOtherServersAreNotSentToZoom() {
    AtomicInteger asked = new AtomicInteger();
    OkHttpClient withPassword =
        new OkHttpClient.Builder()
            .authenticator(
                (route, response) -> {
                  asked.incrementAndGet();
                  return null;
                })
            .build();
    ZoomClient careful = zoom.client().httpClient(withPassword).build();
    zoom.respond(status(401, ""), status(401, ""));

    assertThatThrownBy(() -> careful.execute(careful.api(ThingsApi.class).getThing("sub", "7")))
        .isInstanceOf(UnauthorizedException.class);
    assertThat(asked).hasValue(0);
  }

  @Test
  void eachHopIsALogLineAndShowsNoSignature() throws IOException {
    zoom.respond(redirect(302, elsewhere("file?Signature=s1gned")));
    elsewhere.respond(json("file"));
    try (CapturedLog log = new CapturedLog("dev.zoomkit.http")) {
      things.downloadThing("7").execute();

      assertThat(log.lines().get(1))
          .startsWith("downloadThing: GET /api/download/things/7: HTTP 302");
      assertThat(log.lines().get(2))
          .startsWith("downloadThing: GET " + elsewhere("file?Signature=***") + ": HTTP 200");
    }
  }
}
