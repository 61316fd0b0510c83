package dev.zoomkit.internal.auth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.AuthorizationRequiredException;
import dev.zoomkit.auth.OAuthApp;
import dev.zoomkit.auth.TokenNeed;
import dev.zoomkit.auth.TokenRequest;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.auth.ZoomCredentials;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.internal.http.TokenHttp;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TokenCacheTest {

  private static final int THREADS = 16;

  private final TestClock clock = new TestClock();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Script script = new Script();
  private final TokenHttp http = new TokenHttp(new OkHttpClient(), clock, Duration.ofMinutes(1));
  private final TokenCache cache = new TokenCache(script, http, null, null);

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
  void noCallWaitsForARefreshWhileTheTokenLives() throws Exception {
    cache.current();
    clock.advance(Duration.ofMinutes(56));
    script.gate = new CountDownLatch(1);
    List<Future<AccessToken>> asked = ask(cache::current);

    for (Future<AccessToken> token : asked) {
      assertThat(token.get(5, SECONDS).value()).isEqualTo("token-1");
    }
    script.gate.countDown();
    awaitRefresh();
    for (Future<AccessToken> token : ask(cache::current)) {
      assertThat(token.get(5, SECONDS).value()).isEqualTo("token-2");
    }
    assertThat(script.fetches).hasValue(2);
  }

  @Test
  void outageInTheLastFourMinutesFailsNoCall() throws Exception {
    cache.current();
    clock.advance(Duration.ofMinutes(56));
    script.failure = new IOException("no route");
    try (CapturedLog log = new CapturedLog("dev.zoomkit.auth")) {
      for (int half = 0; half < 8; half++) {
        assertThat(cache.current().value()).isEqualTo("token-1");
        awaitRefresh();
        clock.advance(Duration.ofSeconds(29));
        assertThat(cache.current().value()).isEqualTo("token-1");
        clock.advance(Duration.ofSeconds(1));
      }
      assertThat(log.records()).hasSize(1);
    }
    script.failure = null;

    assertThat(cache.current().value()).isEqualTo("token-10");
    assertThat(script.fetches).as("one attempt each half minute").hasValue(1 + 8 + 1);
  }

  @Test
  void refreshThatFailsIsLoggedOnceAToken() throws Exception {
    try (CapturedLog log = new CapturedLog("dev.zoomkit.auth")) {
      for (int token = 0; token < 2; token++) {
        cache.current();
        clock.advance(Duration.ofMinutes(56));
        script.failure = new IOException("no route");
        for (int attempt = 0; attempt < 3; attempt++) {
          cache.current();
          awaitRefresh();
          clock.advance(Duration.ofSeconds(30));
        }
        script.failure = null;
        clock.advance(Duration.ofMinutes(4));
      }

      assertThat(log.lines())
          .containsExactly(
              "No new access token could be fetched ahead. Calls go on with the one at hand, which"
                  + " ends at 2026-11-22T11:00:00Z; a new one is asked for again after 30 s.",
              "No new access token could be fetched ahead. Calls go on with the one at hand, which"
                  + " ends at 2026-11-22T12:01:30Z; a new one is asked for again after 30 s.");
      assertThat(log.records())
          .allSatisfy(
              logged -> {
                assertThat(logged.getLevel()).isEqualTo(Level.WARNING);
                assertThat(logged.getThrown()).hasMessage("no route");
              });
    }
  }

  @Test
  void refusedTokenWaitsForTheRefreshUnderWay() throws Exception {
    AccessToken refused = cache.current();
    clock.advance(Duration.ofMinutes(56));
    script.gate = new CountDownLatch(1);
    cache.current();
    List<Future<AccessToken>> asked = ask(() -> cache.refresh(refused));
    awaitWaiting(THREADS);
    script.gate.countDown();

    for (Future<AccessToken> token : asked) {
      assertThat(token.get(5, SECONDS).value()).isEqualTo("token-2");
    }
    assertThat(script.fetches).hasValue(2);
  }

  @Test
  void closeEndsTheRefreshUnderWayWithoutAWordAndBeginsNoOther() throws Exception {
    try (CapturedLog log = new CapturedLog("dev.zoomkit.auth")) {
      cache.current();
      clock.advance(Duration.ofMinutes(56));
      script.gate = new CountDownLatch(1);
      cache.current();
      Thread refresher = script.refreshers.take();
      assertThat(refresher.isDaemon()).isTrue();

      cache.close();
      refresher.join();
      clock.advance(Duration.ofMinutes(1));
      assertThat(cache.current().value()).isEqualTo("token-1");

      assertThat(log.records()).isEmpty();
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().equals(refresher.getName()));
    }
  }

  /** Zoom may have taken the refresh token for used up already. */
  @Test
  void closeLetsTheRefreshOfAUsersGrantGoOn() throws Exception {
    TokenCache jill = new TokenCache(script, http, null, "jill");
    jill.current();
    clock.advance(Duration.ofMinutes(56));
    script.gate = new CountDownLatch(1);
    jill.current();
    Thread refresher = script.refreshers.take();

    jill.close();
    script.gate.countDown();
    refresher.join();
    assertThat(jill.current().value()).isEqualTo("token-2");
  }

  @Test
  void theTokenOfAGrantThatIsOverIsDroppedWithoutAWarning() throws Exception {
    cache.current();
    clock.advance(Duration.ofMinutes(56));
    script.over = true;
    try (CapturedLog log = new CapturedLog("dev.zoomkit.auth")) {
      cache.current();
      awaitRefresh();

      assertThatThrownBy(cache::current).isInstanceOf(AuthorizationRequiredException.class);
      assertThat(log.records()).isEmpty();
    }
    script.over = false;
    assertThat(cache.current().value()).isEqualTo("token-4");
  }

  @Test
  void callsWaitAtTheEndOfATokenForTheRefreshUnderWay() throws Exception {
    cache.current();
    clock.advance(Duration.ofMinutes(56));
    script.gate = new CountDownLatch(1);
    cache.current();
    clock.advance(Duration.ofMinutes(4));
    List<Future<AccessToken>> asked = ask(cache::current);
    awaitWaiting(THREADS);
    script.gate.countDown();

    for (Future<AccessToken> token : asked) {
      assertThat(token.get(5, SECONDS).value()).isEqualTo("token-2");
    }
    assertThat(script.fetches).hasValue(2);
  }

  @Test
  void refreshedFiveMinutesBeforeItExpires() throws Exception {
    cache.current();
    clock.advance(Duration.ofMinutes(55).minusSeconds(1));
    assertThat(cache.current().value()).isEqualTo("token-1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(cache.current().value()).isEqualTo("token-1");
    awaitRefresh();
    assertThat(cache.current().value()).isEqualTo("token-2");
    assertThat(script.fetches).hasValue(2);
  }

  @Test
  void shortLivedTokenIsRefreshedAfterHalfItsLife() throws Exception {
    script.lifetime = Duration.ofSeconds(20);
    cache.current();
    clock.advance(Duration.ofSeconds(9));
    assertThat(cache.current().value()).isEqualTo("token-1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(cache.current().value()).isEqualTo("token-1");
    awaitRefresh();
    assertThat(cache.current().value()).isEqualTo("token-2");
    assertThat(script.fetches).hasValue(2);
  }

  @Test
  void saysWhyItAsks() throws Exception {
    AccessToken first = cache.current();
    clock.advance(Duration.ofMinutes(56));
    cache.current();
    awaitRefresh();
    AccessToken second = cache.current();
    cache.refresh(second);
    clock.advance(Duration.ofHours(1));
    cache.current();
    cache.forget();
    cache.current();

    assertThat(second.value()).isNotEqualTo(first.value());
    assertThat(script.needs)
        .containsExactly(
            TokenNeed.FIRST,
            TokenNeed.ENDING,
            TokenNeed.REFUSED,
            TokenNeed.ENDING,
            TokenNeed.FIRST);
  }

  @Test
  void whatAFetchBringsThatWasForgottenMeanwhileIsNotKept() throws Exception {
    script.gate = new CountDownLatch(1);
    Future<AccessToken> asked = threads.submit(cache::current);
    script.entered.await();
    cache.forget();
    script.gate.countDown();

    assertThat(asked.get(5, SECONDS).value()).isEqualTo("token-1");
    assertThat(cache.current().value()).isEqualTo("token-2");
  }

  @Test
  void whoAsksAfterTheForgettingGetsWhatIsFetchedAfterIt() throws Exception {
    script.gate = new CountDownLatch(1);
    Future<AccessToken> before = threads.submit(cache::current);
    script.entered.await();
    cache.forget();
    List<Future<AccessToken>> after = ask(THREADS - 1, cache::current);
    awaitWaiting(THREADS - 1);
    assertThat(script.fetches).as("one at a time").hasValue(1);
    script.gate.countDown();

    assertThat(before.get(5, SECONDS).value()).isEqualTo("token-1");
    for (Future<AccessToken> token : after) {
      assertThat(token.get(5, SECONDS).value()).isEqualTo("token-2");
    }
    assertThat(cache.current().value()).isEqualTo("token-2");
    assertThat(script.fetches).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({
    "webinar:read webinar:write, USER_LEVEL",
    "webinar:read:webinar meeting_token:read, USER_LEVEL",
    "'', USER_LEVEL",
    "webinar:read webinar:read:admin, ACCOUNT_LEVEL",
    "webinar:read:list_webinars:admin, ACCOUNT_LEVEL",
    "meeting_token:read:admin:live_streaming, ACCOUNT_LEVEL",
    "webinar:master, ACCOUNT_LEVEL",
    "administration:read, USER_LEVEL",
    ", ACCOUNT_LEVEL"
  })
  void theKindOfAppFollowsFromTheScopesOfItsToken(String scopes, AppKind kind) throws Exception {
    script.kind = null;
    script.scopes =
        scopes == null ? null : Stream.of(scopes.split(" ")).filter(s -> !s.isEmpty()).toList();

    assertThat(cache.appKind()).isEqualTo(kind);
  }

  @Test
  void aKindThatWasSaidNeedsNoToken() throws Exception {
    assertThat(cache.appKind()).isEqualTo(AppKind.SERVER_TO_SERVER);
    assertThat(script.fetches).hasValue(0);
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
    for (Future<AccessToken> token : ask(() -> cache.refresh(refused))) {
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
    return ask(THREADS, question);
  }

  private List<Future<AccessToken>> ask(int count, Callable<AccessToken> question) {
    List<Future<AccessToken>> responses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      responses.add(threads.submit(question));
    }
    return responses;
  }

  /** Until the thread that fetches ahead, which must have been started, has ended. */
  private void awaitRefresh() throws InterruptedException {
    Thread refresher = script.refreshers.take();
    refresher.join();
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

  /** ZoomCredentials that count, and can be held up. */
  private static final class Script implements ZoomCredentials {
    private static final OAuthApp WITHOUT_GRANT =
        OAuthApp.withoutSecret("id", URI.create("https://app.example/callback"));

    private final AtomicInteger fetches = new AtomicInteger();
    private final List<TokenNeed> needs = new CopyOnWriteArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final BlockingQueue<Thread> refreshers = new LinkedBlockingQueue<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch gateOfOthers;
    private volatile IOException failure;
    private volatile boolean over;
    private volatile AppKind kind = AppKind.SERVER_TO_SERVER;
    private volatile List<String> scopes;
    private volatile Duration lifetime = Duration.ofHours(1);

    @Override
    public AppKind appKind() {
      return kind;
    }

    @Override
    public AccessToken fetch(TokenRequest request) throws IOException {
      needs.add(request.need());
      int number = fetches.incrementAndGet();
      entered.countDown();
      if (Thread.currentThread().getName().equals("zoomkit-next-token")) {
        refreshers.add(Thread.currentThread());
      }
      try {
        (gateOfOthers == null ? gate : gateOfOthers).await();
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
      if (over) {
        return WITHOUT_GRANT.fetch(
            new TokenRequest(
                new TokenHttp(new OkHttpClient(), request.clock(), Duration.ofMinutes(1)),
                TokenStore.inMemory(),
                "jill",
                request.need(),
                null));
      } else if (failure != null) {
        throw failure;
      }
      AccessToken token = AccessToken.of("token-" + number);
      token = scopes == null ? token : token.holding(scopes);
      return lifetime == null ? token : token.expiringAt(request.clock().instant().plus(lifetime));
    }
  }
}
