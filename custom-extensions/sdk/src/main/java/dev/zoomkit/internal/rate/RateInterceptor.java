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
    try {
      Turn turn = turn(operation, request, context);
      Deque<Lock> passed = new ArrayDeque<>();
      try {
        for (Lock gate : limiter.gates().of(operation, request)) {
          Duration longest = context.shortened(policy.longestWait(), clock.instant());
          if (!context.waits().until(() -> Gates.pass(gate, longest))) {
            throw refused(request, RateLimitKind.CONCURRENCY, operation.name(), null);
          }
          passed.push(gate);
        }
        return send(chain, operation, turn);
      } finally {
        passed.forEach(Lock::unlock);
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a rate limit");
    }
  }

  private Turn turn(Operation operation, Request request, CallContext context)
      throws IOException, InterruptedException {
    Duration longest = context.shortened(policy.longestWait(), clock.instant());
    Turn turn = limiter.take(operation, request, longest);
    if (turn.refused()) {
      throw refused(request, turn.kind(), turn.limit(), turn.at());
    }
    Duration waited = Duration.ZERO;
    for (Duration wait = limiter.until(turn); !wait.isZero(); wait = limiter.until(turn)) {
      Instant end = clock.instant().plus(wait);
      waited = waited.plus(wait);
      if (waited.compareTo(longest) > 0) {
        throw refused(request, turn.kind(), turn.limit(), end);
      }
      tell(Kind.WAIT, operation.name(), turn.limit(), wait, end);
      CallReport report = context.report();
      if (report != null) {
        report.waits(Waiting.Reason.RATE_LIMIT, wait);
      }
      context.waits().sleep(sleeper::sleep, wait);
    }
    return turn;
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
      String limit = String.valueOf(operation.rateLabel());
      tell(Kind.REFUSED_BY_ZOOM, operation.name(), limit, Duration.ZERO, rate.retryAt());
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

  private void tell(
      Kind kind, String operation, String limit, Duration wait, @Nullable Instant until) {
    Consumer<RateLimitEvent> listener = policy.listener();
    if (listener != null) {
      listener.accept(new RateLimitEvent(kind, operation, limit, wait, until));
    }
  }
}
