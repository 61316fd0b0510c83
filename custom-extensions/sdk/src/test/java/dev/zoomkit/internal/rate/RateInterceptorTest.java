package dev.zoomkit.internal.rate;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.error.RateLimitKind;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.LimitedApi;
import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.rate.RateLimitEvent;
import dev.zoomkit.rate.RateLimitEvent.Kind;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.rate.RateLimitState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client with limits does before it sends, and what it learns. */
class RateInterceptorTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");

  /** How many milliseconds lie between four calls a second, of which 98 of 100 are used. */
  private static final long PACE_OF_FOUR = 255;

  private final FakeZoom zoom = new FakeZoom();
  private final List<RateLimitEvent> events = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>(List.of(zoom));

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  @Test
  void aCallWaitsForItsTurn() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.FREE));
    zoom.respond(ok(), ok(), ok());

    light(client);
    light(client);
    light(client);

    assertThat(millisSlept()).containsExactly(PACE_OF_FOUR, PACE_OF_FOUR);
    assertThat(events)
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.kind()).isEqualTo(Kind.WAIT);
              assertThat(event.operation()).isEqualTo("light");
              assertThat(event.limit()).isEqualTo("LIGHT");
              assertThat(event.waiting().toMillis()).isEqualTo(PACE_OF_FOUR);
            });
    assertThat(events.get(1).until()).isEqualTo(zoom.clock.instant());
  }

  @Test
  void labelsDoNotWaitForEachOther() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.FREE));
    zoom.respond(ok(), ok());

    light(client);
    heavy(client);

    assertThat(zoom.sleeps).isEmpty();
  }

  @Test
  void aCallFailsFastBeyondHalfOfASecond() {
    ZoomClient client = client(RateLimitPolicy.failingFast(Plan.FREE));
    zoom.respond(ok(), ok());
    light(client);
    light(client);

    RateLimitedException refused = refused(() -> light(client));

    assertThat(refused.refusedHere()).isTrue();
    assertThat(refused.kind()).isEqualTo(RateLimitKind.PER_SECOND);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.retryAt()).isBetween(TestClock.START, TestClock.START.plusSeconds(1));
    assertThat(refused)
        .hasMessageStartingWith("light: not sent, because of the rate limit of LIGHT");
    assertThat(zoom.calls).hasSize(2);
    assertThat(events).extracting(RateLimitEvent::kind).containsExactly(Kind.REFUSED_HERE);
  }

  @Test
  void aCallThatWouldWaitTooLongIsRefusedAtOnce() {
    ZoomClient client =
        client(RateLimitPolicy.waiting(Plan.FREE).longestWait(Duration.ofMillis(900)));
    zoom.respond(ok());
    heavy(client);

    assertThat(refused(() -> heavy(client)).retryAt()).isAfter(TestClock.START.plusMillis(900));
    assertThat(zoom.sleeps).isEmpty();
  }

  @Test
  void aDayThatIsUsedUpEndsAtMidnightForBothHeavierLabels() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.PRO));
    zoom.respond(
        limits(
            200,
            "X-RateLimit-Type",
            "Daily-limit",
            "X-RateLimit-Limit",
            "30000",
            "X-RateLimit-Remaining",
            "0"));
    zoom.respond(ok());
    client.execute(api(client).intensive("me"));

    RateLimitedException refused = refused(() -> heavy(client));
    assertThat(refused.kind()).isEqualTo(RateLimitKind.PER_DAY);
    assertThat(refused.retryAt()).isEqualTo(MIDNIGHT);

    zoom.clock.advance(Duration.between(zoom.clock.instant(), MIDNIGHT));
    heavy(client);
    assertThat(zoom.calls).hasSize(2);
  }

  @Test
  void whatZoomRefusesForTheDayIsNotSentAgainToday() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.PRO));
    zoom.respond(
        limits(429, "X-RateLimit-Type", "Daily-limit", "Retry-After", MIDNIGHT.toString()));

    assertThat(refused(() -> heavy(client)).refusedHere()).isFalse();
    assertThat(refused(() -> heavy(client)).refusedHere()).isTrue();
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void anOperationCountsForOneHostAndDay() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.PRO));
    zoom.respond(ok(), ok(), ok(), ok());
    create(client, "jill");
    create(client, "jill");

    RateLimitedException refused = refused(() -> create(client, "jill"));

    assertThat(refused.kind()).isEqualTo(RateLimitKind.OPERATION);
    assertThat(refused.retryAt()).isEqualTo(MIDNIGHT);
    assertThatNoException().isThrownBy(() -> create(client, "sam"));
    zoom.clock.advance(Duration.ofDays(1));
    assertThatNoException().isThrownBy(() -> create(client, "jill"));
  }

  @Test
  void aHostWhoseDayZoomEndsIsLeftAlone() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.PRO));
    zoom.respond(status(429, "{\"code\":429,\"message\":\"Resume at GMT 00:00:00.\"}"), ok());

    RateLimitedException byZoom = refused(() -> create(client, "jill"));
    assertThat(byZoom.kind()).isEqualTo(RateLimitKind.OPERATION);
    assertThat(byZoom.retryAt()).isEqualTo(MIDNIGHT);
    assertThat(refused(() -> create(client, "jill")).refusedHere()).isTrue();
    create(client, "sam");
    assertThat(zoom.calls).hasSize(2);
  }

  @Test
  void everyoneInTheBodyCounts() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.PRO));
    zoom.respond(ok(), ok(), ok());
    decide(client, 1, "{\"action\":\"approve\",\"registrants\":[{\"id\":\"a\"},{\"id\":\"b\"}]}");

    refused(() -> decide(client, 1, "{\"registrants\":[{\"id\":\"c\"},{\"id\":\"b\"}]}"));
    decide(client, 1, "{\"registrants\":[{\"id\":\"c\"}]}");
    decide(client, 2, "{\"registrants\":[{\"id\":\"b\"}]}");
    assertThat(zoom.calls).hasSize(3);
  }

  @Test
  void aSpanOfMinutesIsKeptForEachAccount() {
    ZoomClient client =
        client(RateLimitPolicy.waiting(Plan.PRO).longestWait(Duration.ofMinutes(30)));
    zoom.respond(ok(), ok(), ok());

    client.execute(api(client).invoices("me"));
    client.execute(api(client).invoices("acme"));
    client.execute(api(client).invoices("me"));

    assertThat(zoom.sleeps).containsExactly(Duration.ofMinutes(30));
  }

  @Test
  void whatAnotherAppUsesHoldsTheLabelUpUntilTheWindowEnds() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.PRO));
    Instant end = TestClock.START.plusSeconds(1);
    zoom.respond(
        limits(
            200,
            "X-RateLimit-Limit",
            "30",
            "X-RateLimit-Remaining",
            "0",
            "X-RateLimit-Reset",
            String.valueOf(end.getEpochSecond())));
    zoom.respond(ok());

    light(client);
    light(client);

    assertThat(zoom.clock.instant()).isBetween(end, end.plusMillis(50));
  }

  @Test
  void anAccountOfALesserPlanThanSaidIsNotRefusedEither() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.BUSINESS));
    Instant end = TestClock.START.plusSeconds(1);
    for (int left = 1; left >= 0; left--) {
      zoom.respond(
          limits(
              200,
              "X-RateLimit-Limit",
              "2",
              "X-RateLimit-Remaining",
              String.valueOf(left),
              "X-RateLimit-Reset",
              String.valueOf(end.getEpochSecond())));
      light(client);
    }
    zoom.respond(ok());
    light(client);

    assertThat(zoom.clock.instant()).isAfterOrEqualTo(end);
  }

  @Test
  void anAccountOfAGreaterPlanThanSaidKeepsItsDay() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.FREE));
    zoom.respond(limits(200, "X-RateLimit-Limit", "80", "X-RateLimit-Remaining", "1"));
    light(client);

    assertThat(client.rateLimits().state().get(0).callsLeftToday()).isEqualTo(5_999);
  }

  @Test
  void aClientAloneIsNotHeldUpByTheEndOfItsOwnWindow() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.FREE));
    String end = String.valueOf(TestClock.START.plusSeconds(1).getEpochSecond());
    for (int left = 3; left >= 0; left--) {
      zoom.respond(
          limits(
              200,
              "X-RateLimit-Limit",
              "4",
              "X-RateLimit-Remaining",
              String.valueOf(left),
              "X-RateLimit-Reset",
              end));
      light(client);
    }

    assertThat(millisSlept()).containsExactly(PACE_OF_FOUR, PACE_OF_FOUR, PACE_OF_FOUR);
  }

  @Test
  void theLabelIsEmptyUntilTheResetAfterZoomRefuses() {
    ZoomClient client = client(RateLimitPolicy.failingFast(Plan.BUSINESS));
    Instant end = TestClock.START.plusSeconds(2);
    zoom.respond(
        limits(
            429,
            "X-RateLimit-Type",
            "QPS",
            "X-RateLimit-Remaining",
            "0",
            "X-RateLimit-Reset",
            String.valueOf(end.getEpochSecond())));
    zoom.respond(ok(), ok());

    light(client);
    assertThat(zoom.clock.instant()).isEqualTo(end);
    light(client);
    assertThat(events).extracting(RateLimitEvent::kind).containsExactly(Kind.REFUSED_BY_ZOOM);
  }

  @Test
  void twoClientsShareOneAccount() {
    ZoomClient first = client(RateLimitPolicy.waiting(Plan.FREE));
    ZoomClient second = zoom.client().rateLimits(first.rateLimits()).build();
    opened.add(second);
    zoom.respond(ok(), ok());

    light(first);
    light(second);

    assertThat(millisSlept()).containsExactly(PACE_OF_FOUR);
    assertThat(second.rateLimits()).isSameAs(first.rateLimits());
  }

  @Test
  void theStateCanBeRead() {
    ZoomClient client = client(RateLimitPolicy.waiting(Plan.FREE));
    zoom.respond(ok());
    heavy(client);

    assertThat(client.rateLimits().state())
        .contains(
            new RateLimitState(RateLabel.LIGHT, 4, Duration.ofSeconds(1), TestClock.START, 6_000L))
        .anySatisfy(
            state -> {
              assertThat(state.label()).isEqualTo(RateLabel.HEAVY);
              assertThat(state.nextCallAt()).isAfter(TestClock.START.plusSeconds(1));
              assertThat(state.callsLeftToday()).isEqualTo(999);
            });
    assertThat(zoom.client().build().rateLimits().state()).isEmpty();
  }

  @Test
  void oneDeleteAtATimeForAUser() {
    AtomicReference<RateLimitedException> beside = new AtomicReference<>();
    ZoomClient[] client = new ZoomClient[1];
    client[0] =
        inTheMiddle(
            () -> {
              beside.set(refused(() -> client[0].execute(api(client[0]).delete("me", "jill"))));
              client[0].execute(api(client[0]).delete("me", "sam"));
            });
    zoom.respond(status(204, ""), status(204, ""), status(204, ""));

    client[0].execute(api(client[0]).delete("me", "jill"));

    assertThat(beside.get().kind()).isEqualTo(RateLimitKind.CONCURRENCY);
    assertThat(beside.get().retryAt()).isNull();
    assertThatNoException()
        .isThrownBy(() -> client[0].execute(api(client[0]).delete("me", "jill")));
  }

  @Test
  void nothingOfACategoryBesideWhatRunsAlone() {
    AtomicReference<RateLimitedException> beside = new AtomicReference<>();
    ZoomClient[] client = new ZoomClient[1];
    client[0] = inTheMiddle(() -> beside.set(refused(() -> light(client[0]))));
    zoom.respond(ok(), ok());

    client[0].execute(api(client[0]).alone("me", body("{}")));
    light(client[0]);

    assertThat(beside.get().kind()).isEqualTo(RateLimitKind.CONCURRENCY);
  }

  @Test
  void anInterruptEndsTheWait() {
    ZoomClient client =
        zoom.client()
            .rateLimits(Plan.FREE)
            .sleeper(
                duration -> {
                  throw new InterruptedException();
                })
            .build();
    opened.add(client);
    zoom.respond(ok());
    light(client);

    CallInterruptedException ended =
        catchThrowableOfType(CallInterruptedException.class, () -> light(client));

    assertThat(ended).isNotNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  private ZoomClient client(RateLimitPolicy policy) {
    ZoomClient client = zoom.client().rateLimits(policy.listener(events::add)).build();
    opened.add(client);
    return client;
  }

  /** A client that fails fast, whose first call meets what another thread does meanwhile. */
  private ZoomClient inTheMiddle(Runnable meanwhile) {
    boolean[] begun = {false};
    ZoomClient client =
        zoom.client()
            .rateLimits(RateLimitPolicy.failingFast(Plan.PRO))
            .addInterceptor(
                chain -> {
                  if (!begun[0]) {
                    begun[0] = true;
                    CompletableFuture.runAsync(meanwhile).join();
                  }
                  return chain.proceed(chain.request());
                })
            .build();
    opened.add(client);
    return client;
  }

  private List<Long> millisSlept() {
    return zoom.sleeps.stream().map(Duration::toMillis).toList();
  }

  private static LimitedApi api(ZoomClient client) {
    return client.api(LimitedApi.class);
  }

  private static void light(ZoomClient client) {
    client.execute(api(client).light("me"));
  }

  private static void heavy(ZoomClient client) {
    client.execute(api(client).heavy("me"));
  }

  private static void create(ZoomClient client, String host) {
    client.execute(api(client).create("me", host, body("{}")));
  }

  private static void decide(ZoomClient client, long meeting, String decision) {
    client.execute(api(client).decide("me", meeting, body(decision)));
  }

  private static RequestBody body(String json) {
    return RequestBody.create(json, MediaType.get("application/json"));
  }

  private static RateLimitedException refused(Runnable call) {
    RateLimitedException refused = catchThrowableOfType(RateLimitedException.class, call::run);
    assertThat(refused).isNotNull();
    return refused;
  }

  private static MockResponse ok() {
    return json("{\"id\":\"1\"}");
  }

  private static MockResponse limits(int status, String... headers) {
    return status(status, "{\"id\":\"1\"}", headers);
  }
}
