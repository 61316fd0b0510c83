package dev.zoomkit.grants;

import static dev.zoomkit.grants.GrantedApp.JILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AuthorizationRequest;
import dev.zoomkit.auth.AuthorizationRequiredException;
import dev.zoomkit.auth.TokenException;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.UnauthorizedException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.grants.TokenFaults.Fault;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.user.UserRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random plans of what can go wrong with tokens, for two clients on one store. Each call of a plan
 * ends in the right result or in one of a few exceptions, with a bounded number of requests for a
 * token; after the last fault all is well again, at most with another authorisation. With {@code
 * -Dzoomkit.soak=true} 10,000 plans, else a share; {@code -Dplan=SEED} runs one.
 */
@Timeout(3600)
class PlansTest {
  private static final int PLANS = Boolean.getBoolean("zoomkit.soak") ? 10_000 : 150;
  private static final int WEBINARS = 70;
  private static final int THREADS = 4;

  /** Four attempts when it ends and four when it is refused. */
  private static final int MOST_REQUESTS_OF_A_CALL = 8;

  /** Each client may fetch ahead in a thread of its own. */
  private static final int MOST_REQUESTS_AHEAD = 8;

  private static final Set<Class<? extends ZoomException>> TYPED =
      Set.of(
          TokenException.class,
          ConnectionException.class,
          UnauthorizedException.class,
          UnreadableResponseException.class,
          AuthorizationRequiredException.class);

  /** Says of each fault ahead of a token's end what the plans expect anyway. */
  private static final Logger QUIET = Logger.getLogger("dev.zoomkit.auth");

  private final TokenFaults faults = new TokenFaults();
  private final TokenStore store = TokenStore.inMemory();
  private int requests;
  private int calls;
  private int failures;
  private int authorisations;

  @Test
  void everyPlanEndsWell() throws Exception {
    Integer one = Integer.getInteger("plan");
    int first = one == null ? 0 : one;
    int end = one == null ? PLANS : one + 1;
    QUIET.setLevel(Level.OFF);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (MockZoom mock = MockZoom.builder().startAt(GrantedApp.START).start()) {
      mock.addUser(JILL);
      mock.signIn(JILL, "webinar:read", "webinar:write");
      mock.seed(
          "createWebinar",
          Map.of("userId", JILL),
          "{\"topic\": \"Town hall {n}\", \"start_time\": \"2099-01-01T09:00:00Z\"}",
          WEBINARS);
      for (int seed = first; seed < end; seed++) {
        try {
          new Plan(mock, seed, threads).run();
        } catch (Exception | AssertionError failure) {
          throw new AssertionError("To run it again: -Dtest=PlansTest -Dplan=" + seed, failure);
        }
      }
    } finally {
      threads.shutdownNow();
      QUIET.setLevel(null);
    }
    System.out.printf(
        "%d plans: %d calls, %d ended in an exception, %d authorisations, %d requests for a token%n",
        end - first, calls, failures, authorisations, requests);
  }

  /** The clock of a machine that is off by a while. */
  private static final class SkewedClock extends Clock {
    private final Clock right;
    private volatile Duration skew = Duration.ZERO;

    SkewedClock(Clock right) {
      this.right = right;
    }

    @Override
    public Instant instant() {
      return right.instant().plus(skew);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("Always UTC.");
    }
  }

  private final class Plan {
    private final MockZoom mock;
    private final Random random;
    private final ExecutorService threads;
    private final String key;
    private final List<SkewedClock> clocks = new ArrayList<>();
    private final List<ZoomClient> clients = new ArrayList<>();

    /** Whether there is a reason for the grant to be over: a test that finds none fails. */
    private boolean mayBeOver;

    Plan(MockZoom mock, int seed, ExecutorService threads) {
      this.mock = mock;
      this.random = new Random(seed);
      this.threads = threads;
      this.key = "user-" + seed;
    }

    void run() throws Exception {
      OkHttpClient http = new OkHttpClient.Builder().addNetworkInterceptor(faults).build();
      for (int process = 0; process < 2; process++) {
        SkewedClock clock = new SkewedClock(mock.clock());
        clocks.add(clock);
        clients.add(
            ZoomClient.builder()
                .credentials(GrantedApp.app(mock))
                .tokenStore(store)
                .endpoint(mock.apiBase())
                .httpClient(http)
                .clock(clock)
                .sleeper(mock.clock()::advance)
                .build());
      }
      try {
        authorise();
        for (int step = 2 + random.nextInt(6); step > 0; step--) {
          disturb();
          call();
        }
        faults.clear();
        clocks.forEach(clock -> clock.skew = Duration.ZERO);
        assertThat(recovers()).as("the right result once all is well").isTrue();
      } finally {
        faults.clear();
        clients.forEach(ZoomClient::close);
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
      }
    }

    /** A second time where what is left of the faults hits the exchange of the code. */
    private void authorise() {
      try {
        exchange();
      } catch (ZoomException failure) {
        assertThat(TYPED).contains(failure.getClass());
        faults.clear();
        exchange();
      }
      authorisations++;
      mayBeOver = false;
    }

    private void exchange() {
      AuthorizationRequest request = clients.get(0).grants().begin();
      clients.get(0).grants().finish(key, request, mock.authorize(request.url()));
    }

    private void disturb() {
      switch (random.nextInt(8)) {
        case 0 -> mock.revokeTokens(JILL);
        case 1 -> {
          mock.revokeGrants(JILL);
          mayBeOver = true;
        }
        case 2, 3 -> mock.clock().advance(Duration.ofMinutes(54 + random.nextInt(10)));
        case 4 ->
            clocks.get(random.nextInt(2)).skew = Duration.ofMinutes(10L * (random.nextInt(3) - 1));
        default -> {
          mock.clock().advance(Duration.ofMinutes(50 + random.nextInt(20)));
          for (int fault = random.nextInt(6); fault >= 0; fault--) {
            Fault next = Fault.values()[random.nextInt(Fault.values().length)];
            mayBeOver |= next.losesTokens();
            faults.add(next);
          }
        }
      }
    }

    /** By one thread or by several, of either process. */
    private void call() throws Exception {
      int before = faults.requests();
      int concurrent = random.nextInt(4) == 0 ? THREADS : 1;
      boolean revokedMidWalk = random.nextInt(6) == 0;
      List<Future<@Nullable ZoomException>> outcomes = new ArrayList<>();
      for (int thread = 0; thread < concurrent; thread++) {
        ZoomClient client = clients.get(random.nextInt(2));
        outcomes.add(threads.submit(() -> outcome(client, revokedMidWalk)));
      }
      boolean over = false;
      for (Future<@Nullable ZoomException> one : outcomes) {
        ZoomException outcome = one.get();
        calls++;
        failures += outcome == null ? 0 : 1;
        if (outcome != null) {
          assertThat(TYPED).contains(outcome.getClass());
        }
        over |= outcome instanceof AuthorizationRequiredException;
      }
      int made = faults.requests() - before;
      requests += made;
      // A walk that is revoked in its middle is a second call, as far as tokens are concerned.
      assertThat(made)
          .isLessThanOrEqualTo(2 * concurrent * MOST_REQUESTS_OF_A_CALL + MOST_REQUESTS_AHEAD);
      if (over) {
        assertThat(mayBeOver).as("a grant that was over for a reason").isTrue();
        assertNothingIsSent();
        authorise();
      }
    }

    private void assertNothingIsSent() {
      int before = faults.requests();
      for (ZoomClient client : clients) {
        outcome(client, false);
      }
      assertThat(faults.requests()).as("requests for a grant that is over").isEqualTo(before);
    }

    /** Null where the result is right. */
    private @Nullable ZoomException outcome(ZoomClient client, boolean revokedMidWalk) {
      try {
        int read = 0;
        for (var webinar :
            client
                .forUser(key)
                .ownAccount()
                .webinars()
                .listWebinars(UserRef.me(), query -> query.pageSize(30))) {
          assertThat(webinar.topic()).isNotNull();
          if (++read == 30 && revokedMidWalk) {
            mock.revokeTokens(JILL);
          }
        }
        assertThat(read).isEqualTo(WEBINARS);
        return null;
      } catch (ZoomException typed) {
        return typed;
      }
    }

    /** One of the processes may have to learn first that its token was taken back. */
    private boolean recovers() {
      for (int attempt = 0; attempt < 3; attempt++) {
        ZoomException outcome = outcome(clients.get(attempt % 2), false);
        if (outcome instanceof AuthorizationRequiredException) {
          assertThat(mayBeOver).as("a grant that was over for a reason").isTrue();
          authorise();
        } else if (outcome == null) {
          return true;
        }
      }
      return false;
    }
  }
}
