package dev.zoomkit.listen;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.noResponse;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.Cancellation;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.error.WrongAccountException;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.Enqueued;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.LimitedApi;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.listen.CallEvent.AttemptEnded;
import dev.zoomkit.listen.CallEvent.AttemptSent;
import dev.zoomkit.listen.CallEvent.CacheHit;
import dev.zoomkit.listen.CallEvent.Ended;
import dev.zoomkit.listen.CallEvent.Refused;
import dev.zoomkit.listen.CallEvent.Started;
import dev.zoomkit.listen.CallEvent.Waiting;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.user.UserRef;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallListenerTest {

  private final FakeZoom zoom = new FakeZoom();
  private final List<CallEvent> events = new CopyOnWriteArrayList<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final List<ZoomClient> clients = new ArrayList<>();

  @AfterEach
  void close() {
    clients.forEach(ZoomClient::close);
    zoom.close();
  }

  private ZoomClient client(ZoomClient.Builder builder) {
    ZoomClient client =
        builder
            .callListener(
                event -> {
                  threads.add(Thread.currentThread());
                  events.add(event);
                })
            .build();
    clients.add(client);
    return client;
  }

  @Test
  void callIsToldFromItsBeginningToItsEnd() {
    zoom.respond(status(500, ""), json("{\"id\":7}"), json("{}"));
    ZoomClient client = client(zoom.client());
    get(client);
    get(client.readOnly());

    ObservedCall first = new ObservedCall(1, "getThing", null);
    ObservedCall second = new ObservedCall(2, "getThing", null);
    assertThat(events)
        .containsExactly(
            new Started(first),
            new AttemptSent(first, 1, "GET /v2/things/7"),
            new AttemptEnded(first, 1, Duration.ZERO, 500, "WEB_1", null),
            new Waiting(first, Waiting.Reason.RETRY, Duration.ofMillis(500)),
            new AttemptSent(first, 2, "GET /v2/things/7"),
            new AttemptEnded(first, 2, Duration.ZERO, 200, "WEB_1", null),
            new Ended(first, 2, Duration.ofMillis(500), 200, null),
            new Started(second),
            new CacheHit(second, CacheHit.Kind.TOKEN),
            new AttemptSent(second, 1, "GET /v2/things/7"),
            new AttemptEnded(second, 1, Duration.ZERO, 200, "WEB_1", null),
            new Ended(second, 1, Duration.ZERO, 200, null));
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void waitForARateLimitAndRefusalForItAreTold() {
    zoom.respond(json("{}"), json("{}"));
    ZoomClient client =
        client(
            zoom.client()
                .rateLimits(
                    RateLimitPolicy.waiting(Plan.FREE).longestWait(Duration.ofMillis(1100))));
    LimitedApi limited = client.api(LimitedApi.class);
    client.execute(limited.heavy("me"));
    client.execute(limited.heavy("me"));
    assertThatThrownBy(
            () ->
                client.execute(
                    client
                        .with(options -> options.timeout(Duration.ofMillis(10)))
                        .api(LimitedApi.class)
                        .heavy("me")))
        .isInstanceOf(RateLimitedException.class);

    assertThat(of(Waiting.class))
        .singleElement()
        .satisfies(
            wait -> {
              assertThat(wait.reason()).isEqualTo(Waiting.Reason.RATE_LIMIT);
              assertThat(wait.duration()).isPositive();
              assertThat(wait.call()).isEqualTo(new ObservedCall(2, "heavy", RateLabel.HEAVY));
            });
    assertThat(of(Refused.class)).singleElement().isEqualTo(beforeLast());
    assertThat(last().failure()).isInstanceOf(RateLimitedException.class);
    assertThat(last().attempts()).isZero();
  }

  @Test
  void refusalBeforeSendingIsTold() {
    ZoomClient client = client(zoom.client());
    assertThatThrownBy(() -> get(client.readOnly().with(options -> {}), "me", null))
        .isInstanceOf(NullPointerException.class);
    assertThat(events).isEmpty();

    assertThatThrownBy(() -> client.account("sub").accounts().listSubAccounts().iterator().next())
        .isInstanceOf(WrongAccountException.class);
    assertThat(events).hasExactlyElementsOfTypes(Started.class, Refused.class, Ended.class);
    events.clear();

    assertThatThrownBy(
            () -> client.execute(client.api(ThingsApi.class).listThings("me", "me", null, null)))
        .hasMessageContaining("acts for no user");
    assertThat(of(Refused.class)).hasSize(1);
    events.clear();

    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() -> get(client.with(options -> options.cancelledBy(cancellation))))
        .isInstanceOf(CallInterruptedException.class);
    assertThat(events).hasExactlyElementsOfTypes(Started.class, Refused.class, Ended.class);
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void failuresEndTheCall() {
    zoom.respond(status(400, "{\"code\":300}"), json("no JSON"), noResponse());
    ZoomClient client = client(zoom.client().retryPolicy(RetryPolicy.none()));
    assertThatThrownBy(() -> get(client)).isInstanceOf(BadRequestException.class);
    assertThat(last().status()).isEqualTo(400);
    assertThat(last().failure()).isInstanceOf(BadRequestException.class);

    assertThatThrownBy(() -> get(client)).isInstanceOf(UnreadableResponseException.class);
    assertThat(last().status()).isEqualTo(200);
    assertThat(last().failure()).isInstanceOf(UnreadableResponseException.class);

    assertThatThrownBy(() -> get(client)).isInstanceOf(ConnectionException.class);
    assertThat(last().status()).isNull();
    assertThat(last().failure()).isInstanceOf(IOException.class);
    assertThat(of(AttemptEnded.class).get(2).failure()).isInstanceOf(IOException.class);
    assertThat(of(Ended.class)).hasSize(3);
  }

  @Test
  void lookUpOfAUserIsACallAndARememberedOneIsAHit() {
    zoom.respond(json("{\"id\":\"u1\"}"), status(204, ""), status(204, ""));
    ZoomClient client = client(zoom.client().scopeCheck(ScopeCheck.OFF));
    for (int call = 0; call < 2; call++) {
      client.ownAccount().roles().unassignRole("1", UserRef.email("jill@acme.example"));
    }

    assertThat(of(Started.class))
        .extracting(started -> started.call().operation())
        .containsExactly("unassignRole", "getUser", "unassignRole");
    assertThat(of(CacheHit.class))
        .filteredOn(hit -> hit.kind() == CacheHit.Kind.USER_ID)
        .extracting(hit -> hit.call().id())
        .containsExactly(3L);
  }

  @Test
  void enqueuedCallIsToldByOneThread() {
    zoom.respond(json("{\"id\":7}"));
    Enqueued.responseOf(client(zoom.client()).api(ThingsApi.class).getThing("me", "7")).join();

    assertThat(events)
        .hasExactlyElementsOfTypes(
            Started.class, AttemptSent.class, AttemptEnded.class, Ended.class);
    assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread());
  }

  @Test
  void listenerThatThrowsBreaksNoCallAndIsLoggedOnce() {
    zoom.respond(status(500, ""), json("{\"id\":7}"));
    try (CapturedLog log = new CapturedLog("dev.zoomkit.listen");
        ZoomClient client =
            zoom.client()
                .callListener(
                    event -> {
                      throw new AssertionError("mine");
                    })
                .build()) {
      assertThat(get(client)).isEqualTo(new Thing(7L, null));
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void secretsOfTheQueryAreNotTold() {
    zoom.respond(status(204, ""));
    ZoomClient client = client(zoom.client());
    client.execute(client.api(ThingsApi.class).openThing("me", 7, "left", "s3cret"));

    assertThat(events.toString()).contains("key=***").doesNotContain("s3cret");
  }

  private <T extends CallEvent> List<T> of(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private CallEvent beforeLast() {
    return events.get(events.size() - 2);
  }

  private Ended last() {
    return (Ended) events.get(events.size() - 1);
  }

  private static Thing get(ZoomClient client) {
    return get(client, "me", "7");
  }

  private static Thing get(ZoomClient client, String account, String thing) {
    return client.execute(client.api(ThingsApi.class).getThing(account, thing));
  }
}
