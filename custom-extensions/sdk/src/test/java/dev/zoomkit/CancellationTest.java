package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.error.ReadOnlyException;
import dev.zoomkit.fixture.EndlessWait;
import dev.zoomkit.fixture.Enqueued;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.LimitedApi;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.retry.Sleeper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CancellationTest {

  private final FakeZoom zoom = new FakeZoom();
  private final Cancellation cancellation = new Cancellation();
  private final EndlessWait forever = new EndlessWait();

  @AfterEach
  void close() {
    zoom.close();
  }

  @Test
  void waitForTheNextAttemptEndsAtOnceAndLeavesNoInterrupt() throws Exception {
    zoom.respond(status(500, ""));
    try (ZoomClient client = zoom.client().sleeper(forever).build()) {
      CompletableFuture<Ended> call = run(() -> get(cancelled(client)));
      forever.awaitBegin();
      cancellation.cancel();

      assertThat(call.join().failure)
          .isInstanceOf(CallInterruptedException.class)
          .hasMessage(
              "getThing: given up, because the thread was interrupted or the call cancelled.");
      assertThat(call.join().failure.getCause().getSuppressed()).hasSize(1);
      assertThat(call.join().interrupted).isFalse();
      assertThat(zoom.calls).hasSize(1);
      assertForgotten();
    }
  }

  @Test
  void waitForARateLimitEndsAtOnceAndLeavesNoInterrupt() throws Exception {
    zoom.respond(json("{}"));
    try (ZoomClient client = zoom.client().sleeper(forever).rateLimits(Plan.FREE).build()) {
      LimitedApi limited = cancelled(client).api(LimitedApi.class);
      client.execute(limited.heavy("me"));
      CompletableFuture<Ended> call = run(() -> client.execute(limited.heavy("me")));
      forever.awaitBegin();
      cancellation.cancel();

      assertThat(call.join().failure).isInstanceOf(CallInterruptedException.class);
      assertThat(call.join().interrupted).isFalse();
      assertForgotten();
    }
  }

  @Test
  void sleepOfTheThreadEnds() throws Exception {
    zoom.respond(status(500, ""));
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    try (ZoomClient client =
        zoom.client().clock(Clock.systemUTC()).sleeper(Sleeper.THREAD).random(() -> 0).build()) {
      CompletableFuture<Ended> call =
          run(
              () -> {
                thread.complete(Thread.currentThread());
                return get(
                    cancelled(client)
                        .with(
                            options ->
                                options.retryPolicy(
                                    RetryPolicy.builder()
                                        .firstWait(Duration.ofMinutes(1))
                                        .build())));
              });
      while (thread.join().getState() != Thread.State.TIMED_WAITING || zoom.calls.isEmpty()) {
        Thread.onSpinWait();
      }
      cancellation.cancel();

      assertThat(call.join().failure).isInstanceOf(CallInterruptedException.class);
      assertThat(call.join().interrupted).isFalse();
    }
  }

  @Test
  void interruptOfTheThreadItselfStaysSet() throws Exception {
    zoom.respond(status(500, ""));
    AtomicReference<Thread> thread = new AtomicReference<>();
    try (ZoomClient client = zoom.client().sleeper(forever).build()) {
      CompletableFuture<Ended> call =
          run(
              () -> {
                thread.set(Thread.currentThread());
                return get(cancelled(client));
              });
      forever.awaitBegin();
      thread.get().interrupt();

      assertThat(call.join().failure).isInstanceOf(CallInterruptedException.class);
      assertThat(call.join().interrupted).isTrue();
      assertForgotten();
    }
  }

  @Test
  void responseThatIsSlowToComeIsNotWaitedFor() {
    zoom.respond(new MockResponse.Builder().code(200).headersDelay(1, TimeUnit.MINUTES).build());
    try (ZoomClient client = zoom.client().build()) {
      CompletableFuture<Ended> call = run(() -> get(cancelled(client)));
      while (zoom.calls.isEmpty()) {
        Thread.onSpinWait();
      }
      cancellation.cancel();

      assertThat(call.join().failure).isInstanceOf(CallInterruptedException.class);
      assertThat(call.join().interrupted).isFalse();
      assertForgotten();
    }
  }

  @Test
  void responseThatIsReadHalfIsNoUnreadableOne() {
    try (ZoomClient client =
        zoom.client()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  cancellation.cancel();
                  return response;
                })
            .build()) {
      zoom.respond(
          new MockResponse.Builder().code(200).body("{\"id\":" + "1".repeat(100_000)).build());

      assertThatThrownBy(() -> get(cancelled(client))).isInstanceOf(CallInterruptedException.class);
      assertForgotten();
    }
  }

  @Test
  void laterCallsAreRefusedBeforeSendingAndOthersGoOn() {
    zoom.respond(json("{}"));
    try (ZoomClient client = zoom.client().build()) {
      ZoomClient view = cancelled(client);
      cancellation.cancel();

      assertThatThrownBy(() -> get(view)).isInstanceOf(CallInterruptedException.class);
      assertThat(Enqueued.responseOf(view.api(ThingsApi.class).getThing("me", "7")))
          .completesExceptionallyWithin(Duration.ofSeconds(20));
      assertThat(zoom.calls).isEmpty();
      assertThat(zoom.tokenRequests).isEmpty();
      assertForgotten();
      get(client);
      assertThat(zoom.calls).hasSize(1);
    }
  }

  @Test
  void eachCancellationOfNestedViewsEndsTheCall() {
    try (ZoomClient client = zoom.client().build()) {
      ZoomClient view = cancelled(client).with(options -> options.cancelledBy(new Cancellation()));
      cancellation.cancel();

      assertThatThrownBy(() -> get(view)).isInstanceOf(CallInterruptedException.class);
    }
  }

  @Test
  void enqueuedCallEnds() throws Exception {
    zoom.respond(status(500, ""));
    try (ZoomClient client = zoom.client().sleeper(forever).build()) {
      CompletableFuture<Thing> call =
          Enqueued.responseOf(cancelled(client).api(ThingsApi.class).getThing("me", "7"));
      forever.awaitBegin();
      cancellation.cancel();

      assertThat(call.handle((thing, failure) -> failure).join()).isInstanceOf(IOException.class);
      assertForgotten();
    }
  }

  @Test
  void finishedCallsAreForgotten() throws IOException {
    try (ZoomClient client = zoom.client().build()) {
      ZoomClient view = cancelled(client);
      ThingsApi things = view.api(ThingsApi.class);
      zoom.respond(json("{}"), status(400, "{\"code\":300}"), json("no JSON"), json("{}"));
      get(view);
      assertForgotten();
      assertThatThrownBy(() -> get(view)).isInstanceOf(BadRequestException.class);
      assertForgotten();
      assertThatThrownBy(() -> get(view)).hasMessageContaining("unreadable");
      assertForgotten();
      assertThatThrownBy(
              () -> view.readOnly().execute(things(view.readOnly()).deletePart("me", 1, "p")))
          .isInstanceOf(ReadOnlyException.class);
      assertForgotten();
      Enqueued.responseOf(things.getThing("me", "7")).join();
      assertForgotten();
    }
  }

  @Test
  void downloadIsUnderWayUntilItIsClosed() throws IOException {
    zoom.respond(status(200, "%PDF".repeat(100_000)), status(200, "%PDF".repeat(100_000)));
    try (ZoomClient client = zoom.client().build()) {
      ThingsApi things = things(cancelled(client));
      ResponseBody closed = things.downloadThing("7").execute().body();
      assertThat(cancellation).hasToString("Cancellation[1 under way]");
      closed.close();
      assertForgotten();

      ResponseBody open = things.downloadThing("7").execute().body();
      cancellation.cancel();
      assertThat(cancellation).hasToString("Cancellation[cancelled]");
      assertThatThrownBy(open::bytes).isInstanceOf(IOException.class);
    }
  }

  private ZoomClient cancelled(ZoomClient client) {
    return client.with(options -> options.cancelledBy(cancellation));
  }

  private void assertForgotten() {
    assertThat(cancellation.signal().underWay()).isZero();
  }

  private static ThingsApi things(ZoomClient client) {
    return client.api(ThingsApi.class);
  }

  private static Thing get(ZoomClient client) {
    return client.execute(things(client).getThing("me", "7"));
  }

  /** How a call ended, and how it left its thread. */
  private record Ended(Throwable failure, boolean interrupted) {}

  private static CompletableFuture<Ended> run(Callable<?> call) {
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    new Thread(
            () -> {
              Throwable failure = null;
              try {
                call.call();
              } catch (Throwable thrown) {
                failure = thrown;
              }
              ended.complete(new Ended(failure, Thread.currentThread().isInterrupted()));
            })
        .start();
    return ended;
  }
}
