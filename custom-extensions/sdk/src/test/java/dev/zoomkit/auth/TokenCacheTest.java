package dev.zoomkit.auth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.fixture.TestClock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TokenCacheTest {

  private static final int THREADS = 16;

  private final TestClock clock = new TestClock();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Script script = new Script();
  private final TokenCache cache = new TokenCache(script, new OkHttpClient(), clock);

  @AfterEach
  void shutDown() {
    threads.shutdownNow();
  }

  @Test
  void oneRequestHoweverManyThreadsAsk() throws Exception {
    script.gate = new CountDownLatch(1);
    List<Future<AccessToken>> asked = ask(cache::current);
    awaitWaiting(THREADS - 1);
    script.gate.countDown();

    for (Future<AccessToken> token : asked) {
      assertThat(token.get(5, SECONDS).value()).isEqualTo("token-1");
    }
    assertThat(script.fetches).hasValue(1);
  }

  @Test
  void allWaitingThreadsGetTheOneFailure() throws Exception {
    script.gate = new CountDownLatch(1);
    script.failure = new IOException("no route");
    List<Future<AccessToken>> asked = ask(cache::current);
    awaitWaiting(THREADS - 1);
    script.gate.countDown();

    for (Future<AccessToken> token : asked) {
      assertThatThrownBy(() -> token.get(5, SECONDS)).hasRootCauseMessage("no route");
    }
    assertThat(script.fetches).hasValue(1);
  }

  @Test
  void aFailureIsNotKept() throws IOException {
    script.failure = new IOException("no route");
    assertThatThrownBy(cache::current).isSameAs(script.failure);

    script.failure = null;
    assertThat(cache.current().value()).isEqualTo("token-2");
  }

  @Test
  void refreshedAMinuteBeforeItExpires() throws IOException {
    assertThat(cache.current().value()).isEqualTo("token-1");
    clock.advance(Duration.ofMinutes(59).minusSeconds(1));
    assertThat(cache.current().value()).isEqualTo("token-1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(cache.current().value()).isEqualTo("token-2");
  }

  @Test
  void shortLivedTokenIsUsedForHalfItsLife() throws IOException {
    script.lifetime = Duration.ofSeconds(20);
    assertThat(cache.current().value()).isEqualTo("token-1");
    clock.advance(Duration.ofSeconds(9));
    assertThat(cache.current().value()).isEqualTo("token-1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(cache.current().value()).isEqualTo("token-2");
  }

  @Test
  void tokenWithoutEndIsKept() throws IOException {
    script.lifetime = null;
    cache.current();
    clock.advance(Duration.ofDays(365));
    assertThat(cache.current().value()).isEqualTo("token-1");
  }

  @Test
  void refusedTokenIsReplacedOnceForAllThreads() throws Exception {
    AccessToken refused = cache.current();
    for (Future<AccessToken> token : ask(() -> cache.insteadOf(refused))) {
      assertThat(token.get(5, SECONDS).value()).isEqualTo("token-2");
    }
    assertThat(script.fetches).hasValue(2);
  }

  @Test
  void interruptedWaiterLeavesWithItsFlagSet() throws Exception {
    script.gate = new CountDownLatch(1);
    Future<AccessToken> owner = threads.submit(cache::current);
    script.entered.await();

    FutureTask<Boolean> flag =
        new FutureTask<>(
            () -> {
              assertThatThrownBy(cache::current).isInstanceOf(InterruptedIOException.class);
              return Thread.currentThread().isInterrupted();
            });
    Thread waiter = new Thread(flag);
    waiter.start();
    waiter.interrupt();

    assertThat(flag.get(5, SECONDS)).isTrue();
    script.gate.countDown();
    assertThat(owner.get(5, SECONDS).value()).isEqualTo("token-1");
  }

  @Test
  void interruptedOwnerDoesNotFailTheOthers() throws Exception {
    script.gate = new CountDownLatch(1);
    Thread owner = new Thread(new FutureTask<>(cache::current));
    owner.start();
    script.entered.await();
    Future<AccessToken> waiter = threads.submit(cache::current);
    awaitWaiting(1);

    script.gateOfOthers = new CountDownLatch(0);
    owner.interrupt();

    assertThat(waiter.get(5, SECONDS).value()).isEqualTo("token-2");
  }

  private List<Future<AccessToken>> ask(Callable<AccessToken> question) {
    List<Future<AccessToken>> answers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      answers.add(threads.submit(question));
    }
    return answers;
  }

  /** Until so many threads wait in the cache for the one that fetches. */
  private static void awaitWaiting(int count) throws InterruptedException {
    while (Thread.getAllStackTraces().values().stream()
            .filter(TokenCacheTest::waitsForAnother)
            .count()
        < count) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private static boolean waitsForAnother(StackTraceElement[] frames) {
    List<String> methods = Stream.of(frames).map(StackTraceElement::getMethodName).toList();
    return methods.contains("fetchOnce") && methods.contains("park") && !methods.contains("fetch");
  }

  /** Credentials that count, and can be held up. */
  private static final class Script implements Credentials {
    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch entered = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch gateOfOthers;
    private volatile IOException failure;
    private volatile Duration lifetime = Duration.ofHours(1);

    @Override
    public AppKind appKind() {
      return AppKind.SERVER_TO_SERVER;
    }

    @Override
    public AccessToken fetch(Call.Factory http, Clock clock) throws IOException {
      int number = fetches.incrementAndGet();
      entered.countDown();
      try {
        (gateOfOthers == null ? gate : gateOfOthers).await();
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
      if (failure != null) {
        throw failure;
      }
      AccessToken token = AccessToken.of("token-" + number);
      return lifetime == null ? token : token.expiringAt(clock.instant().plus(lifetime));
    }
  }
}
