package dev.zoomkit.internal.rate;

import dev.zoomkit.error.RateLimitKind;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.CallReport;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RateHeaders;
import dev.zoomkit.internal.rate.Limiter.Turn;
import dev.zoomkit.listen.CallEvent.Waiting;
import dev.zoomkit.rate.RateLimitEvent;
import dev.zoomkit.rate.RateLimitEvent.Kind;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.retry.Sleeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Lets each attempt wait for its turn, or refuses it where that is too far off, and tells the
 * limiter what Zoom's headers say. Installed by the client where limits are kept; may throw a
 * {@link RateLimitedException}. Thread-safe.
 */
public final class RateInterceptor implements Interceptor {

  private final Limiter limiter;
  private final RateLimitPolicy policy;
  private final Clock clock;
  private final Sleeper sleeper;

  /** With the limits of the account. */
  public RateInterceptor(Limiter limiter, Clock clock, Sleeper sleeper) {
    this.limiter = limiter;
    this.policy = limiter.policy();
    this.clock = clock;
    this.sleeper = sleeper;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Operation operation = Operation.of(request);
    CallContext context = CallContext.of(request);
    Instant now = clock.instant();
    Instant deadline = now.plus(context.shortened(policy.longestWait(), now));
    Deque<Lock> passed = new ArrayDeque<>();
    try {
      for (Lock gate : limiter.gates().of(operation, request)) {
        pass(gate, operation, request, deadline);
        passed.push(gate);
      }
      return send(chain, operation, turn(operation, request, deadline));
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a rate limit");
    } finally {
      passed.forEach(Lock::unlock);
    }
  }

  /** Before the turn is taken: it would pass by while the call waits here. */
  private void pass(Lock gate, Operation operation, Request request, Instant deadline)
      throws IOException, InterruptedException {
    if (Gates.pass(gate, Duration.ZERO)) {
      return;
    }
    String limit = Limiter.name(operation, true, false);
    Duration longest = left(deadline);
    if (!longest.isZero()) {
      waits(request, limit, longest, null);
      if (CallContext.of(request).waits().until(() -> Gates.pass(gate, longest))) {
        return;
      }
    }
    throw refused(request, RateLimitKind.CONCURRENCY, limit, null);
  }

  private Turn turn(Operation operation, Request request, Instant deadline)
      throws IOException, InterruptedException {
    Turn turn = limiter.take(operation, request, left(deadline));
    if (turn.refused()) {
      throw refused(request, turn.kind(), turn.limit(), turn.at());
    }
    for (Duration wait = limiter.until(turn); !wait.isZero(); wait = limiter.until(turn)) {
      Instant end = clock.instant().plus(wait);
      if (end.isAfter(deadline)) {
        throw refused(request, turn.kind(), turn.limit(), end);
      }
      waits(request, turn.limit(), wait, end);
      CallContext.of(request).waits().sleep(sleeper::sleep, wait);
    }
    return turn;
  }

  /** How long a call may still wait, for gates and turn together. */
  private Duration left(Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Response send(Chain chain, Operation operation, Turn turn) throws IOException {
    limiter.sent(turn);
    Response response;
    try {
      response = chain.proceed(chain.request());
    } catch (IOException | RuntimeException failure) {
      limiter.notResponded(turn);
      throw failure;
    }
    boolean limited = response.code() == 429;
    RateHeaders rate = RateHeaders.of(response, clock);
    limiter.responded(turn, operation, chain.request(), rate, limited);
    if (limited) {
      boolean own = rate.ownLimit() || rate.namesNoLimit();
      String limit = Limiter.name(operation, own, rate.dailyLimit());
      try {
        tell(Kind.REFUSED_BY_ZOOM, operation.name(), limit, Duration.ZERO, rate.retryAt());
      } catch (RuntimeException | Error thrown) {
        response.close();
        throw thrown;
      }
    }
    return response;
  }

  private RateLimitedException refused(
      Request request, RateLimitKind kind, String limit, @Nullable Instant until) {
    tell(Kind.REFUSED_HERE, Operation.of(request).name(), limit, Duration.ZERO, until);
    CallContext context = CallContext.of(request);
    return context.refused(
        context.withEarlierFailures(
            new RateLimitedException(CallInfo.of(request), kind, limit, until)));
  }

  private void waits(Request request, String limit, Duration wait, @Nullable Instant until) {
    tell(Kind.WAIT, Operation.of(request).name(), limit, wait, until);
    CallReport report = CallContext.of(request).report();
    if (report != null) {
      report.waits(Waiting.Reason.RATE_LIMIT, wait);
    }
  }

  private void tell(
      Kind kind, String operation, String limit, Duration wait, @Nullable Instant until) {
    Consumer<RateLimitEvent> listener = policy.listener();
    if (listener != null) {
      listener.accept(new RateLimitEvent(kind, operation, limit, wait, until));
    }
  }
}
