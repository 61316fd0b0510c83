package dev.zoomkit.internal.rate;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
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
import dev.zoomkit.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that waits for another one to end. */
@Timeout(30)
class GatesTest {

  private static final RequestBody USER =
      RequestBody.create("{}", MediaType.get("application/json"));

  private final FakeZoom zoom = new FakeZoom();
  private final List<RateLimitEvent> events = new CopyOnWriteArrayList<>();
  private final CountDownLatch waiting = new CountDownLatch(1);
  private Runnable meanwhile = () -> {};
  private final ZoomClient client =
      zoom.client()
          .rateLimits(RateLimitPolicy.waiting(Plan.FREE).listener(this::hear))
          .retryPolicy(RetryPolicy.none())
          .addInterceptor(
              chain -> {
                Runnable once = meanwhile;
                meanwhile = () -> {};
                once.run();
                return chain.proceed(chain.request());
              })
          .build();
  private final LimitedApi api = client.api(LimitedApi.class);

  private void hear(RateLimitEvent event) {
    events.add(event);
    waiting.countDown();
  }

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  @Test
  void itTakesNoTurnYet() {
    List<RateLimitState> then = new CopyOnWriteArrayList<>();
    zoom.respond(json("{}"), json("{}"));

    CompletableFuture<Void> second =
        beside(
            () -> client.execute(api.alone("me", USER)),
            () -> client.execute(api.heavy("me")),
            () -> then.addAll(client.rateLimits().state()));

    second.join();
    assertThat(then)
        .extracting(RateLimitState::callsLeftToday)
        .containsExactly(5_999L, 2_000L, 1_000L, 30_000L);
    assertThat(events)
        .containsExactly(
            new RateLimitEvent(Kind.WAIT, "heavy", "heavy", Duration.ofMinutes(1), null));
  }

  @Test
  void theWaitForItsTurnCountsAsWell() {
    long reset = TestClock.START.plusSeconds(61).getEpochSecond();
    zoom.respond(status(429, "{}", "X-RateLimit-Type", "QPS", "X-RateLimit-Reset", "" + reset));

    CompletableFuture<Void> second =
        beside(
            () -> refused(() -> client.execute(api.light("me"))),
            () -> {
              RateLimitedException refused = refused(() -> client.execute(api.alone("me", USER)));
              assertThat(refused.refusedHere()).isTrue();
              assertThat(refused.kind()).isEqualTo(RateLimitKind.PER_SECOND);
            },
            () -> zoom.clock.advance(Duration.ofSeconds(59)));

    second.join();
    assertThat(zoom.calls).hasSize(1);
    assertThat(zoom.sleeps).isEmpty();
  }

  /** Begins a second call while the first is under way, and does something once it waits. */
  private CompletableFuture<Void> beside(Runnable first, Runnable second, Runnable once) {
    CompletableFuture<CompletableFuture<Void>> begun = new CompletableFuture<>();
    meanwhile =
        () -> {
          begun.complete(CompletableFuture.runAsync(second));
          try {
            waiting.await();
          } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
          }
          once.run();
        };
    first.run();
    return begun.join();
  }

  private static RateLimitedException refused(Runnable call) {
    RateLimitedException refused = catchThrowableOfType(RateLimitedException.class, call::run);
    assertThat(refused).isNotNull();
    return refused;
  }
}
