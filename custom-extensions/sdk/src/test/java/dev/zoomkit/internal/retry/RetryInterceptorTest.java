package dev.zoomkit.internal.retry;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.noResponse;
import static dev.zoomkit.fixture.FakeZoom.status;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.error.ApiException;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.RateLimitKind;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.error.ServerException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.FullServer;
import dev.zoomkit.fixture.OneShotBody;
import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.retry.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryInterceptorTest {

  private static final String LIMITED = "{\"code\":429,\"message\":\"Too many requests.\"}";

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private Thing get(ZoomClient client) {
    return client.execute(client.api(ThingsApi.class).getThing("sub", "1"));
  }

  private Thing get() {
    return get(zoom.client().build());
  }

  private void create() {
    ZoomClient client = zoom.client().build();
    client.execute(client.api(ThingsApi.class).createThing("sub", "u1", new Thing(1L, "x")));
  }

  private static MockResponse limited(String... headers) {
    return status(429, LIMITED, headers);
  }

  @Test
  void http503OfARead() {
    zoom.respond(status(503, ""), json("{\"id\":7}"));

    assertThat(get().id()).isEqualTo(7);
    assertThat(zoom.sleeps).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void waitDoublesUpToFourAttempts() {
    zoom.respond(status(500, ""), status(502, ""), status(503, ""), status(504, ""));

    assertThatThrownBy(this::get).isInstanceOf(ServerException.class).hasMessageContaining("504");
    assertThat(zoom.sleeps)
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void theLimitOfOneHostsDayFailsAtOnceAndEndsAtMidnight() {
    zoom.respond(
        status(
            429,
            "{\"code\":429,\"message\":\"Create and update are limited to 100; it resumes at GMT 00:00:00.\"}",
            "X-RateLimit-Category",
            "Medium",
            "X-RateLimit-Remaining",
            "19"));

    RateLimitedException limited = catchThrowableOfType(RateLimitedException.class, this::create);
    assertThat(limited.retryAt()).isEqualTo("2026-11-23T00:00:00Z");
    assertThat(limited.kind()).isEqualTo(RateLimitKind.OPERATION);
    assertThat(limited.limitType()).isNull();
    assertThat(zoom.calls).hasSize(1);
    assertThat(zoom.sleeps).isEmpty();
  }

  @Test
  void theWholeOfACallHasATimeAsWell() {
    RetryPolicy policy = RetryPolicy.builder().longestTotal(Duration.ofSeconds(1)).build();
    zoom.respond(status(500, ""), status(502, ""), status(503, ""));

    assertThatThrownBy(() -> get(zoom.client().retryPolicy(policy).build()))
        .hasMessageContaining("502");
    assertThat(zoom.sleeps).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void aViewHasAPolicyOfItsOwnAndTheBudgetOfTheClient() {
    RetryPolicy policy = RetryPolicy.builder().budget(1).build();
    ZoomClient client = zoom.client().retryPolicy(policy).build();
    zoom.respond(status(503, ""), status(503, ""), status(503, ""), status(503, ""));

    assertThatThrownBy(() -> get(client.with(options -> options.retryPolicy(RetryPolicy.none()))))
        .isInstanceOf(ServerException.class);
    assertThat(zoom.calls).hasSize(1);

    assertThatThrownBy(() -> get(client)).isInstanceOf(ServerException.class);
    assertThat(zoom.calls).hasSize(3);
    assertThatThrownBy(
            () -> get(client.with(options -> options.retryPolicy(RetryPolicy.standard()))))
        .isInstanceOf(ServerException.class);
    assertThat(zoom.calls).hasSize(4);
  }

  @Test
  void aClientWhoseCallsFailStopsRepeatingThemUntilSomeSucceed() {
    RetryPolicy policy = RetryPolicy.builder().budget(4).build();
    ZoomClient client = zoom.client().retryPolicy(policy).build();
    for (int call = 0; call < 3; call++) {
      for (int attempt = 0; attempt < 4; attempt++) {
        zoom.respond(status(500, ""));
      }
      assertThatThrownBy(() -> get(client)).isInstanceOf(ServerException.class);
      zoom.forgetResponses();
    }
    assertThat(zoom.calls).hasSize(4 + 2 + 1);

    for (int call = 0; call < 5; call++) {
      zoom.respond(json("{}"));
      get(client);
    }
    zoom.respond(status(500, ""), json("{\"id\":7}"));
    assertThat(get(client).id()).isEqualTo(7);
  }

  @Test
  void aLimitThatSaysWhenItEndsCostsNothing() {
    RetryPolicy policy = RetryPolicy.builder().budget(1).maxAttempts(5).build();
    zoom.respond(
        limited("Retry-After", "1"),
        limited("Retry-After", "1"),
        limited("Retry-After", "1"),
        json("{\"id\":7}"));

    assertThat(get(zoom.client().retryPolicy(policy).build()).id()).isEqualTo(7);
  }

  @Test
  void waitIsShortenedAtRandomByUpToAHalf() {
    zoom.respond(status(503, ""), json("{}"));
    get(zoom.client().random(() -> -1L).build());

    assertThat(zoom.sleeps.get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(251));
  }

  @Test
  void earlierFailuresAreSuppressed() {
    zoom.respond(status(500, ""), status(502, "", "x-zm-trackingid", "WEB_2"), status(404, ""));

    assertThat(catchThrowable(this::get).getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly(
            "attempt 1: HTTP 500 [GET /v2/accounts/sub/things/1, tracking id WEB_1]",
            "attempt 2: HTTP 502 [GET /v2/accounts/sub/things/1, tracking id WEB_2]");
  }

  @Test
  void brokenConnectionOfARead() {
    zoom.respond(noResponse(), json("{\"id\":7}"));

    assertThat(get().id()).isEqualTo(7);
    assertThat(zoom.sleeps).hasSize(1);
  }

  @Test
  void brokenConnectionsUseUpTheAttempts() {
    zoom.respond(noResponse(), noResponse(), noResponse(), noResponse());

    ConnectionException failure = catchThrowableOfType(ConnectionException.class, this::get);
    assertThat(failure.operation()).isEqualTo("getThing");
    assertThat(failure.requestLine()).isEqualTo("GET /v2/accounts/sub/things/1");
    assertThat(failure.getCause().getSuppressed()).hasSize(3);
    assertThat(zoom.calls).hasSize(4);
  }

  @Test
  void brokenConnectionOfAWriteIsNotSentAgain() {
    zoom.respond(noResponse());

    assertThatThrownBy(this::create).isInstanceOf(ConnectionException.class);
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void brokenPooledConnectionOfAWriteIsNotSentAgainByOkHttpEither() {
    zoom.respond(status(200, "{}", "Connection", "keep-alive"), noResponse(), json("{}"));
    ZoomClient client = zoom.client().build();
    get(client);

    assertThatThrownBy(
            () ->
                client.execute(
                    client.api(ThingsApi.class).createThing("sub", "u1", new Thing(1L, "x"))))
        .isInstanceOf(ConnectionException.class);
    assertThat(zoom.calls).hasSize(2);
  }

  @Test
  void http503OfAWriteIsNotSentAgainEvenWithRetryAfter0() {
    zoom.respond(status(503, "", "Retry-After", "0"));

    assertThatThrownBy(this::create).isInstanceOf(ServerException.class);
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void http429OfAWriteIsSentAgain() {
    zoom.respond(limited(), json("{}"));
    create();

    assertThat(zoom.calls).hasSize(2);
    assertThat(zoom.calls.get(1).getBody().utf8()).isEqualTo("{\"id\":1,\"topic\":\"x\"}");
  }

  @Test
  void putIsIdempotentAndPatchIsNot() {
    ThingsApi things = zoom.client().build().api(ThingsApi.class);
    zoom.respond(status(503, ""), status(204, ""), status(503, ""));
    catchThrowable(
        () -> things.sendThing("sub", 1, okhttp3.RequestBody.create(new byte[1])).execute());
    assertThat(zoom.calls).hasSize(2);

    assertThatThrownBy(() -> things.updateThing("sub", 1, new Thing(1L, "x")).execute())
        .isInstanceOf(ServerException.class);
    assertThat(zoom.calls).hasSize(3);
  }

  @Test
  void oneShotBodyIsNeverSentAgain() {
    zoom.respond(limited());
    ThingsApi things = zoom.client().build().api(ThingsApi.class);

    assertThatThrownBy(() -> things.sendThing("sub", 1, new OneShotBody()).execute())
        .isInstanceOf(RateLimitedException.class);
    assertThat(zoom.calls).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Retry-After; 7",
        "Retry-After; 2026-11-22T10:00:07Z",
        "Retry-After; 2026-11-22T11:00:07+01:00",
        "Retry-After; Sun, 22 Nov 2026 10:00:07 GMT",
        "X-RateLimit-Reset; 1795341607"
      })
  void waitsAsZoomSays(String header, String value) {
    zoom.respond(limited(header, value), json("{}"));
    get();

    assertThat(zoom.sleeps).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void retryAfterGoesBeforeReset() {
    zoom.respond(limited("Retry-After", "3", "X-RateLimit-Reset", "1795341607"), json("{}"));
    get();

    assertThat(zoom.sleeps).containsExactly(Duration.ofSeconds(3));
  }

  /** Zoom sends the end of the window with every response; a failure has nothing to do with it. */
  @Test
  void theEndOfAWindowIsNotTheEndOfAnOutage() {
    zoom.respond(status(503, "", "X-RateLimit-Reset", "1795341607"), json("{}"));
    get();

    assertThat(zoom.sleeps).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void aFailureIsRepeatedAlthoughItsHeadersSpeakOfTheDay() {
    zoom.respond(status(503, "", "X-RateLimit-Type", "Daily-limit"), json("{\"id\":7}"));

    assertThat(get().id()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "-5", "2026-11-22T09:00:00Z", "99999999999999999999"})
  void unusableRetryAfterFallsBackToThePolicy(String value) {
    zoom.respond(limited("Retry-After", value), json("{}"));
    get();

    assertThat(zoom.sleeps).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void dailyLimitIsNotWaitedFor() {
    zoom.respond(
        limited(
            "X-RateLimit-Type", "Daily-limit",
            "X-RateLimit-Category", "Heavy",
            "X-RateLimit-Limit", "30000",
            "X-RateLimit-Remaining", "0",
            "Retry-After", "2026-11-23T00:00:00Z"));

    RateLimitedException limited = catchThrowableOfType(RateLimitedException.class, this::get);
    assertThat(limited.retryAt()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(limited.limitType()).isEqualTo("Daily-limit");
    assertThat(limited.category()).isEqualTo("Heavy");
    assertThat(limited.limit()).isEqualTo(30000);
    assertThat(limited.remaining()).isZero();
    assertThat(limited).hasMessageContaining("Try again at 2026-11-23T00:00:00Z.");
    assertThat(zoom.sleeps).isEmpty();
  }

  @Test
  void dailyLimitWithoutRetryAfterIsNotWaitedForEither() {
    zoom.respond(limited("X-RateLimit-Type", "Daily-limit"));

    RateLimitedException limited = catchThrowableOfType(RateLimitedException.class, this::get);
    assertThat(limited.retryAt()).isNull();
    assertThat(zoom.sleeps).isEmpty();
  }

  @Test
  void dailyLimitIsWaitedForIfThePolicySaysSo() {
    zoom.respond(limited("Retry-After", "2026-11-23T00:00:00Z"), json("{}"));
    RetryPolicy patient = RetryPolicy.builder().longestWait(Duration.ofDays(1)).build();
    get(zoom.client().retryPolicy(patient).build());

    assertThat(zoom.sleeps).containsExactly(Duration.ofHours(14));
  }

  /** The local clock stands at 10:00:00; Zoom's is so many seconds ahead of it, or behind. */
  @ParameterizedTest
  @ValueSource(ints = {-600, -90, -61, -7, -1, 0, 1, 7, 61, 90, 600})
  void clockThatIsOffChangesNoWait(int skew) {
    Instant zooms = TestClock.START.plusSeconds(skew);
    String date = httpDate(zooms);
    zoom.respond(
        limited("Date", date, "X-RateLimit-Reset", "" + zooms.plusSeconds(7).getEpochSecond()),
        limited("Date", httpDate(zooms.plusSeconds(7)), "Retry-After", "" + zooms.plusSeconds(18)),
        limited(
            "Date",
            httpDate(zooms.plusSeconds(18)),
            "Retry-After",
            httpDate(zooms.plusSeconds(31))),
        json("{\"id\":7}"));

    assertThat(get().id()).isEqualTo(7);
    assertThat(zoom.sleeps)
        .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(11), Duration.ofSeconds(13));
  }

  @ParameterizedTest
  @ValueSource(ints = {-600, -90, -1, 0, 1, 90, 600})
  void clockThatIsOffDoesNotShiftTheEndOfADailyLimit(int skew) {
    Instant zooms = Instant.parse("2026-11-22T23:58:00Z");
    zoom.clock.advance(Duration.between(TestClock.START, zooms.minusSeconds(skew)));
    zoom.respond(
        limited(
            "Date", httpDate(zooms),
            "X-RateLimit-Type", "Daily-limit",
            "Retry-After", "2026-11-23T00:00:00Z"));

    RateLimitedException limited = catchThrowableOfType(RateLimitedException.class, this::get);
    assertThat(limited.retryAt()).isEqualTo(zoom.clock.instant().plus(Duration.ofMinutes(2)));
    assertThat(zoom.sleeps).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-600, -90, 0, 90, 600})
  void clockThatIsOffDoesNotShiftTheEndOfAnOutage(int skew) {
    Instant zooms = TestClock.START.plusSeconds(skew);
    zoom.respond(
        status(503, "", "Date", httpDate(zooms), "Retry-After", "" + zooms.plusSeconds(20)),
        json("{\"id\":7}"));

    assertThat(get().id()).isEqualTo(7);
    assertThat(zoom.sleeps).containsExactly(Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @ValueSource(ints = {-600, 0, 600})
  void endThatZoomsClockHasReachedIsNoReasonToHurry(int skew) {
    Instant zooms = TestClock.START.plusSeconds(skew);
    zoom.respond(
        limited("Date", httpDate(zooms), "X-RateLimit-Reset", "" + zooms.getEpochSecond()),
        limited("Date", httpDate(zooms), "Retry-After", "" + zooms.minusSeconds(1)),
        json("{\"id\":7}"));

    assertThat(get().id()).isEqualTo(7);
    assertThat(zoom.sleeps).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "92; ' by your clock, which is 92 s slow against Zoom''s.'",
        "-92; ' by your clock, which is 92 s fast against Zoom''s.'",
        "6; ' by your clock, which is 6 s slow against Zoom''s.'",
        "5; .",
        "0; .",
        "-5; ."
      })
  void messageSpeaksOfAClockThatIsOff(int skew, String words) {
    Instant zooms = TestClock.START.plusSeconds(skew);
    zoom.respond(
        limited("Date", httpDate(zooms), "Retry-After", "" + zooms.plus(Duration.ofHours(2))));

    assertThatThrownBy(this::get)
        .hasMessageContaining("Try again at 2026-11-22T12:00:00Z" + words + " [");
  }

  private static String httpDate(Instant instant) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
        .withZone(ZoneOffset.UTC)
        .format(instant);
  }

  @Test
  void endBeyondAllInstantsFallsBackToThePolicy() {
    String date = httpDate(TestClock.START.minusSeconds(60));
    zoom.respond(limited("Date", date, "X-RateLimit-Reset", "31556889864403199"), json("{}"));
    get();

    assertThat(zoom.sleeps).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void limitOfOneHostHasNoHeadersAndSurfacesInTheEnd() {
    zoom.respond(limited(), limited(), limited(), limited());

    assertThatThrownBy(this::create)
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            limited -> {
              assertThat(limited.limitType()).isNull();
              assertThat(limited.getSuppressed()).hasSize(3);
            });
  }

  @Test
  void noneSendsOnce() {
    zoom.respond(status(503, ""));

    assertThatThrownBy(() -> get(zoom.client().retryPolicy(RetryPolicy.none()).build()))
        .isInstanceOf(ServerException.class);
    assertThat(zoom.calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409})
  void ownFaultsAreNotRepeated(int status) {
    zoom.respond(status(status, ""));

    assertThatThrownBy(this::get).isInstanceOf(ApiException.class);
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void interruptInTheWaitStaysSetAndEndsTheCall() {
    zoom.respond(status(503, ""));
    ZoomClient client =
        zoom.client()
            .sleeper(
                duration -> {
                  throw new InterruptedException();
                })
            .build();

    CallInterruptedException interrupted =
        catchThrowableOfType(CallInterruptedException.class, () -> get(client));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(interrupted).hasMessageStartingWith("getThing: given up");
    assertThat(interrupted.getCause().getSuppressed()).hasSize(1);
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  @Timeout(30)
  void interruptWhileConnectingStaysSetAlthoughOkHttpClearsIt() throws Exception {
    try (FullServer full = new FullServer()) {
      ZoomClient client =
          zoom.client()
              .credentials(BearerToken.of(AccessToken.of("mine"), AppKind.ACCOUNT_LEVEL))
              .endpoint(full.endpoint())
              .build();
      FutureTask<Boolean> flag =
          new FutureTask<>(
              () -> {
                assertThatThrownBy(() -> get(client)).isInstanceOf(CallInterruptedException.class);
                return Thread.currentThread().isInterrupted();
              });
      Thread caller = new Thread(flag);
      caller.start();
      full.awaitConnecting(caller);
      caller.interrupt();

      assertThat(flag.get(5, SECONDS)).isTrue();
    }
  }

  @Test
  void interruptBeforeTheCallStaysSetAndSendsNothing() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(this::get).isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void threadSleeperSleepsAndIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Sleeper.THREAD.sleep(Duration.ofHours(1)))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void waitNeverExceedsTheLongest() {
    RetryPolicy policy =
        RetryPolicy.builder().maxAttempts(20).firstWait(Duration.ofHours(1)).build();

    assertThat(RetryInterceptor.backoff(policy, 19, 0)).isEqualTo(Duration.ofMinutes(1));
    assertThat(RetryInterceptor.backoff(policy, 19, 0.999999))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
  }
}
