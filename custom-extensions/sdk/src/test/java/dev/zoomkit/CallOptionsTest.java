package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.error.ServerException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.LimitedApi;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.model.CreateWebinarRequest;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.user.UserRef;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import okhttp3.RequestBody;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsTest {

  private static final String THING = "{\"id\":7}";

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client = zoom.client().scopeCheck(ScopeCheck.OFF).build();

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  @Test
  void headersAndQueryValuesAreSentBesideThoseOfTheOperation() {
    zoom.respond(json("{\"things\":[]}"));
    ThingsApi things =
        client
            .with(options -> options.header("X-Zm-Trace", "a b").query("is new", "ja&nein"))
            .with(options -> options.query("since", OffsetDateTime.parse("2027-03-08T10:00+01:00")))
            .with(
                options ->
                    options.query(
                        "until", ZonedDateTime.parse("2027-03-09T10:00+01:00[Europe/Berlin]")))
            .api(ThingsApi.class);
    client.execute(things.listThings("me", "u1", OffsetDateTime.parse("2027-01-01T00:00Z"), null));

    assertThat(zoom.lines())
        .containsExactly(
            "GET /v2/users/u1/things?from=2027-01-01T00%3A00%3A00Z&is%20new=ja%26nein&since=2027-03-08T09%3A00%3A00Z&until=2027-03-09T09%3A00%3A00Z");
    assertThat(zoom.calls.get(0).getHeaders().values("X-Zm-Trace")).containsExactly("a b");
  }

  @Test
  void laterOptionsWinAndTheOriginStaysAsItIs() {
    zoom.respond(json(THING), json(THING), json(THING));
    ZoomClient one = client.with(options -> options.header("X-Who", "one").query("a", 1));
    ZoomClient two = one.with(options -> options.header("x-who", "two").query("a", 2));
    for (ZoomClient view : List.of(two, one, client)) {
      get(view);
    }

    assertThat(zoom.lines())
        .containsExactly("GET /v2/things/7?a=2", "GET /v2/things/7?a=1", "GET /v2/things/7");
    assertThat(zoom.calls)
        .extracting(call -> call.getHeaders().get("X-Who"))
        .containsExactly("two", "one", null);
  }

  @Test
  void optionsOfAnAccountAreThoseOfItsFacadeAlone() {
    zoom.respond(json(THING), json(THING));
    ZoomAccount account = client.with(options -> options.header("X-Client", "c")).account("sub");
    account.with(options -> options.query("account", true)).webinars().getWebinar(1);
    account.webinars().getWebinar(1);

    assertThat(zoom.lines())
        .containsExactly(
            "GET /v2/accounts/sub/webinars/1?account=true", "GET /v2/accounts/sub/webinars/1");
    assertThat(zoom.calls)
        .allSatisfy(call -> assertThat(call.getHeaders().get("X-Client")).isEqualTo("c"));
  }

  @Test
  void readOnlyViewKeepsTheOptions() {
    zoom.respond(json(THING));
    get(client.with(options -> options.query("a", "b")).readOnly());

    assertThat(zoom.lines()).containsExactly("GET /v2/things/7?a=b");
  }

  @Test
  void viewsShareOneTokenAndEndWithTheirClientAtTheLatest() {
    zoom.respond(json(THING), json(THING), json(THING));
    ZoomClient view = client.with(options -> options.query("a", "b"));
    ZoomClient closed = client.with(options -> {});
    get(view);
    get(closed);
    closed.close();

    assertThatThrownBy(() -> get(closed)).isInstanceOf(IllegalStateException.class);
    get(view);
    client.close();
    assertThatThrownBy(() -> get(view)).isInstanceOf(IllegalStateException.class);
    assertThat(zoom.tokenRequests).hasSize(1);
  }

  @Test
  void fieldOfTheBodyIsAddedOrReplacedAndTheRestStaysAsItIs() {
    zoom.respond(json(THING));
    CreateWebinarRequest request =
        CreateWebinarRequest.builder().topic("Launch").duration(45).agenda("\"1\" & 2").build();
    client
        .with(options -> options.bodyField("topic", "Lunch").bodyField("big", 9007199254740993L))
        .with(
            options ->
                options
                    .bodyField("none", null)
                    .bodyField("free", Map.of("list", Arrays.asList(1, "two", null, false)))
                    .bodyField("model", CreateWebinarRequest.builder().topic("in it").build()))
        .ownAccount()
        .webinars()
        .createWebinar(UserRef.id("u1"), request);

    assertThat(zoom.calls.get(0).getBody().utf8())
        .isEqualTo(
            "{\"duration\":45,\"agenda\":\"\\\"1\\\" & 2\",\"topic\":\"Lunch\",\"big\":9007199254740993,"
                + "\"none\":null,\"free\":{\"list\":[1,\"two\",null,false]},\"model\":{\"topic\":\"in it\"}}");
    assertThat(zoom.calls.get(0).getHeaders().get("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void fieldWhereNoObjectIsSentIsRefusedBeforeAnythingIsSent() {
    ThingsApi things =
        client.with(options -> options.bodyField("color", "red")).api(ThingsApi.class);

    assertThatThrownBy(() -> things.getThing("me", "7").execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "getThing sends no JSON object, so bodyField(\"color\", ...) has no place in it. Make the call without it.");
    assertThatThrownBy(() -> things.sendThing("me", 1, RequestBody.create("[1]", null)).execute())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void queryValueThatTheCallSendsItselfIsRefusedBeforeAnythingIsSent() {
    ZoomClient view = client.with(options -> options.query("next_page_token", "t"));

    assertThatThrownBy(() -> view.api(ThingsApi.class).listThings("me", "u1", null, "t2").execute())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "listThings sends the query value next_page_token itself, so query(\"next_page_token\", ...) cannot set it. Use the parameter of the method.");
    assertThat(zoom.calls).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"authorization", "Host", "CONTENT-LENGTH", "User-Agent", "Content-Type", "TE"})
  void headersOfTheClientAreRefused(String name) {
    refused(options -> options.header(name, "x"))
        .hasMessage(
            "CallOptions needs a header name other than %s, which is the client's own.", name);
  }

  @Test
  void whatCannotBeSentIsRefused() {
    refused(options -> options.header("X Y", "x"))
        .hasMessage("CallOptions needs a header name of letters, digits and hyphens.");
    refused(options -> options.header("X-Y", "a\nb"))
        .hasMessage(
            "CallOptions needs a value of the header X-Y of visible ASCII characters and blanks.");
    refused(options -> options.header("X-Y", "ä"));
    refused(options -> options.header("", "x"));
    refused(options -> options.query("a\tb", "x"))
        .hasMessage("CallOptions needs a query name without line breaks and control characters.");
    refused(options -> options.query("a", " b"));
    refused(options -> options.bodyField("", "x"));
    refused(options -> options.bodyField("at", new Date()))
        .hasMessageStartingWith(
            "CallOptions needs a value of the body field at that JSON can hold: text, number, boolean, list, map, model or null; this Date is or holds something else.");
    refused(options -> options.bodyField("at", List.of(Double.NaN)));
    refused(options -> options.bodyField("at", OffsetDateTime.parse("2027-03-08T10:00+01:00")));
    refused(options -> options.timeout(Duration.ZERO));
    refused(options -> options.timeout(Duration.ofDays(3)))
        .hasMessage("CallOptions needs a timeout longer than PT0S, up to PT48H; it was PT72H.");
  }

  private AbstractThrowableAssert<?, ?> refused(Consumer<CallOptions.Builder> options) {
    return assertThatThrownBy(() -> client.with(options))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ownHeadersDoNotLeaveZoomsHosts() throws IOException {
    try (FakeZoom elsewhere = new FakeZoom()) {
      URI target = URI.create(elsewhere.endpoint().toString().replace("127.0.0.1", "localhost"));
      elsewhere.respond(status(200, "%PDF"));
      zoom.respond(status(302, "", "Location", target + "file"));
      client
          .with(options -> options.header("X-Secret", "s"))
          .api(ThingsApi.class)
          .downloadThing("7")
          .execute()
          .body()
          .close();

      assertThat(zoom.calls.get(0).getHeaders().get("X-Secret")).isEqualTo("s");
      assertThat(elsewhere.calls.get(0).getHeaders().get("X-Secret")).isNull();
    }
  }

  @Test
  void policyOfTheCallIsThatOfItsRepetitions() {
    zoom.respond(status(500, ""), status(500, ""), json(THING));
    RetryPolicy twice = RetryPolicy.builder().maxAttempts(2).build();

    assertThatThrownBy(() -> get(client.with(options -> options.retryPolicy(twice))))
        .isInstanceOf(ServerException.class);
    assertThat(zoom.calls).hasSize(2);
    assertThat(get(client)).isEqualTo(new Thing(7L, null));
  }

  @Test
  void waitThatOutlastsTheTimeoutIsNotBegun() {
    zoom.respond(
        status(500, ""), status(429, "", "Retry-After", "7"), status(429, "", "Retry-After", "3"));
    ZoomClient view = client.with(options -> options.timeout(Duration.ofSeconds(10)));

    assertThatThrownBy(() -> get(view)).isInstanceOf(RateLimitedException.class);
    assertThat(zoom.sleeps).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(7));
  }

  @Test
  void turnThatComesAfterTheTimeoutIsRefusedHere() {
    try (ZoomClient limited = zoom.client().rateLimits(Plan.FREE).build()) {
      ZoomClient hurried = limited.with(options -> options.timeout(Duration.ofMillis(900)));
      zoom.respond(json("{}"), json("{}"));
      limited.execute(hurried.api(LimitedApi.class).heavy("me"));

      assertThatThrownBy(() -> limited.execute(hurried.api(LimitedApi.class).heavy("me")))
          .isInstanceOfSatisfying(
              RateLimitedException.class, refused -> assertThat(refused.refusedHere()).isTrue());
      assertThat(zoom.calls).hasSize(1);
      limited.execute(limited.api(LimitedApi.class).heavy("me"));
      assertThat(zoom.calls).hasSize(2);
    }
  }

  @Test
  void slowResponseEndsWithTheTimeout() {
    zoom.respond(new MockResponse.Builder().code(200).headersDelay(1, TimeUnit.MINUTES).build());

    assertThatThrownBy(() -> get(client.with(options -> options.timeout(Duration.ofMillis(50)))))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the call was not done within the call timeout of 50 ms");
  }

  @Test
  void lookUpOfAUserIsBoundLikeTheCallThatNeedsIt() {
    zoom.respond(status(500, ""), status(500, ""));
    ZoomClient once =
        client.with(options -> options.retryPolicy(RetryPolicy.none()).query("a", "b"));

    assertThatThrownBy(
            () -> once.ownAccount().roles().unassignRole("1", UserRef.email("jill@acme.example")))
        .isInstanceOf(ServerException.class);
    assertThat(zoom.lines()).containsExactly("GET /v2/users/jill@acme.example");
  }

  private static Thing get(ZoomClient client) {
    return client.execute(client.api(ThingsApi.class).getThing("me", "7"));
  }
}
