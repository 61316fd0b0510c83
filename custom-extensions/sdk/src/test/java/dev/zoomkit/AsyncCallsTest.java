package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.fixture.EndlessWait;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.internal.thread.Threads;
import dev.zoomkit.scope.ScopeCheck;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AsyncCallsTest {

  private final FakeZoom zoom = new FakeZoom();
  private final EndlessWait forever = new EndlessWait();

  @AfterEach
  void close() {
    zoom.close();
  }

  @Test
  void resultComesFromAThreadOfItsOwn() {
    zoom.respond(json("{\"id\":7}"));
    try (ZoomClient client = zoom.client().build()) {
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      CompletableFuture<Thing> thing =
          client.async(
              view -> {
                thread.complete(Thread.currentThread());
                return get(view);
              });

      assertThat(thing.join()).isEqualTo(new Thing(7L, null));
      assertThat(thread.join()).isNotSameAs(Thread.currentThread());
      assertThat(thread.join().isDaemon()).isTrue();
    }
  }

  @Test
  void accountIsGivenWithItsOptions() {
    zoom.respond(json("{}"));
    try (ZoomClient client = zoom.client().scopeCheck(ScopeCheck.OFF).build()) {
      client
          .account("sub")
          .with(options -> options.query("a", "b"))
          .async(account -> account.webinars().getWebinar(1))
          .join();

      assertThat(zoom.lines()).containsExactly("GET /v2/accounts/sub/webinars/1?a=b");
    }
  }

  @Test
  void exceptionsArriveAsTheyAre() {
    zoom.respond(status(400, "{\"code\":300}"));
    try (ZoomClient client = zoom.client().build()) {
      assertThat(failure(client.async(AsyncCallsTest::get)))
          .isInstanceOf(BadRequestException.class);
      AssertionError own = new AssertionError("mine");
      Function<ZoomClient, Thing> throwing =
          view -> {
            throw own;
          };
      assertThat(failure(client.async(throwing))).isSameAs(own);
    }
  }

  @Test
  void cancellingTheFutureEndsItsCall() throws Exception {
    zoom.respond(status(500, ""));
    try (ZoomClient client = zoom.client().sleeper(forever).build()) {
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      CompletableFuture<Thing> call = client.async(view -> ending(view, ended));
      forever.awaitBegin();
      call.cancel(true);

      assertThat(ended.join()).isInstanceOf(CallInterruptedException.class);
      assertThat(call).isCancelled();
    }
  }

  @Test
  void closingTheClientEndsItsCallsAlsoOverAnHttpClientOfYours() throws Exception {
    zoom.respond(status(500, ""));
    ZoomClient client = zoom.client().sleeper(forever).httpClient(new OkHttpClient()).build();
    ZoomAccount account = client.ownAccount();
    CompletableFuture<Thing> call = client.async(AsyncCallsTest::get);
    forever.awaitBegin();
    client.close();

    assertThat(failure(call)).isInstanceOf(CallInterruptedException.class);
    assertThatThrownBy(() -> client.async(AsyncCallsTest::get))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> account.async(ZoomAccount::id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("async: the ZoomClient is closed. Build another one, or close this one later.");
  }

  @Test
  void fileThatIsTheResultCanBeReadAfterwards() throws Exception {
    zoom.respond(status(200, "%PDF"));
    try (ZoomClient client = zoom.client().build()) {
      ResponseBody file =
          client.async(view -> view.execute(view.api(ThingsApi.class).downloadThing("7"))).join();

      assertThat(file.string()).isEqualTo("%PDF");
    }
  }

  @Test
  void callsBeyondThePoolWaitForTheirTurnAndKeepTheirNames() {
    try (ZoomClient client = zoom.client().build()) {
      CountDownLatch done = new CountDownLatch(3 * Threads.MOST);
      for (int call = 0; call < 3 * Threads.MOST; call++) {
        client
            .async(view -> Thread.currentThread().getName())
            .thenAccept(
                name -> {
                  assertThat(name).matches("zoomkit-async-\\d+");
                  done.countDown();
                });
      }

      assertThat(done).satisfies(CountDownLatch::await);
    }
  }

  private static Thing ending(ZoomClient view, CompletableFuture<Throwable> ended) {
    try {
      return get(view);
    } catch (RuntimeException failure) {
      ended.complete(failure);
      throw failure;
    }
  }

  private static Throwable failure(CompletableFuture<?> future) {
    try {
      future.join();
      return null;
    } catch (CompletionException failure) {
      return failure.getCause();
    }
  }

  private static Thing get(ZoomClient client) {
    return client.execute(client.api(ThingsApi.class).getThing("me", "7"));
  }
}
