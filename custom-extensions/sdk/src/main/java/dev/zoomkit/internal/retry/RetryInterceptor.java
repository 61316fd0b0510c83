package dev.zoomkit.internal.retry;

import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.CallReport;
import dev.zoomkit.internal.http.NoResponseException;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RateHeaders;
import dev.zoomkit.internal.http.RequestLine;
import dev.zoomkit.internal.http.Transmission;
import dev.zoomkit.listen.CallEvent.Waiting;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.retry.Sleeper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownServiceException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends a call again: any after HTTP 429, because a refused call was not executed; an idempotent
 * one, or one for a token, also after HTTP 408, 5xx and a broken connection. A body that can be
 * read only once never. Waits as {@code Retry-After} says, after HTTP 429 also {@code
 * X-RateLimit-Reset}, else as the policy of the call does; where that is longer than the policy or
 * the call's timeout allows, the refusal goes to the caller at once; so it does when the call has
 * taken too long, or when so many calls fail that the client's budget is spent. An interrupt ends
 * the wait and stays set. What breaks off within the body of a response goes on by the same policy.
 * Installed by the client. Thread-safe.
 */
public final class RetryInterceptor implements Interceptor {

  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  private final RetryPolicy policy;
  private final RetryBudget budget;
  private final Clock clock;
  private final Sleeper sleeper;
  private final RandomGenerator random;

  /**
   * Follows the policy where a call has none of its own, while the budget lasts that it shares with
   * others.
   */
  public RetryInterceptor(
      RetryPolicy policy,
      RetryBudget budget,
      Clock clock,
      Sleeper sleeper,
      RandomGenerator random) {
    this.policy = policy;
    this.budget = budget;
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
  }

  /** Whether a request may be sent again although the first one may have been executed. */
  private static boolean isRepeatable(Request request) {
    return IDEMPOTENT.contains(request.method()) || Operation.isForToken(request);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    RetryPolicy own = chain.request().tag(RetryPolicy.class);
    Attempts attempts = new Attempts(own == null ? policy : own, context);
    while (true) {
      Exception reason;
      Duration wait;
      try {
        Response response = chain.proceed(chain.request());
        wait = attempts.waitAfter(response, chain.request());
        if (wait == null) {
          return response;
        }
        response.close();
        reason = new IOException(refused(response, attempts.made));
      } catch (IOException failure) {
        wait = attempts.waitAfter(failure, chain);
        if (wait == null) {
          throw context.withEarlierFailures(failure);
        }
        reason = failure;
      }
      context.failed(reason);
      try {
        pause(wait, context);
      } catch (IOException ended) {
        throw context.withEarlierFailures(ended);
      }
    }
  }

  /**
   * Counts what breaks off within the bodies of responses, from here on.
   *
   * @param own the policy of the calls; null for that of the client
   * @param context of the calls, which may not last longer
   */
  public Breaks breaks(@Nullable RetryPolicy own, CallContext context) {
    return new Attempts(own == null ? policy : own, context);
  }

  /** The attempts of one call. */
  private final class Attempts implements Breaks {
    private final RetryPolicy policy;
    private final CallContext context;
    private final Instant start = clock.instant();
    private int made;

    Attempts(RetryPolicy policy, CallContext context) {
      this.policy = policy;
      this.context = context;
    }

    /** Null where the call is not sent again. */
    @Nullable Duration waitAfter(Response response, Request request) {
      made++;
      boolean limited = response.code() == 429;
      boolean failed = Transmission.leavesOpen(response);
      if (!limited && !failed) {
        budget.succeeded();
        return null;
      }
      if (!limited && !isRepeatable(request) || Operation.isOneShot(request)) {
        return null;
      }
      RateHeaders rate = RateHeaders.of(response, clock);
      Instant now = clock.instant();
      Instant retryAt = limited ? rate.retryAt() : rate.retryAfter();
      if (retryAt != null && retryAt.isAfter(now)) {
        return within(Duration.between(now, retryAt), limited);
      }
      return limited && retryAt == null && rate.dailyLimit() ? null : within(backoff(), false);
    }

    /** Null where the call is not sent again. */
    @Nullable Duration waitAfter(IOException failure, Chain chain) {
      made++;
      boolean passes =
          isPassing(failure)
              && !chain.call().isCanceled()
              && !Thread.currentThread().isInterrupted();
      return passes && isRepeatable(chain.request()) && !Operation.isOneShot(chain.request())
          ? within(backoff(), false)
          : null;
    }

    @Override
    public boolean goesOnAfter(IOException failure) throws IOException {
      made++;
      boolean passes = isPassing(failure) && !Thread.currentThread().isInterrupted();
      Duration wait = passes ? within(backoff(), false) : null;
      context.enter();
      try {
        if (wait != null) {
          pause(wait, context);
        }
        return wait != null;
      } finally {
        context.leave();
      }
    }

    /** The wait, where the policy allows it and the client can pay for what comes then. */
    private @Nullable Duration within(Duration wait, boolean free) {
      Instant now = clock.instant();
      Instant next = now.plus(wait);
      return made < policy.maxAttempts()
              && wait.compareTo(context.shortened(policy.longestWait(), now)) <= 0
              && !next.isAfter(start.plus(policy.longestTotal()))
              && (free || budget.spend())
          ? wait
          : null;
    }

    private Duration backoff() {
      return RetryInterceptor.backoff(policy, made, random.nextDouble());
    }
  }

  /** The wait after a number of attempts, from 1, with a random number of [0, 1). */
  static Duration backoff(RetryPolicy policy, int attempts, double random) {
    Duration doubled = policy.firstWait().multipliedBy(1L << (attempts - 1));
    Duration capped = doubled.compareTo(policy.longestWait()) < 0 ? doubled : policy.longestWait();
    return capped.minusNanos((long) (capped.toNanos() / 2 * random));
  }

  private void pause(Duration wait, CallContext context) throws IOException {
    CallReport report = context.report();
    if (report != null) {
      report.waits(Waiting.Reason.RETRY, wait);
    }
    try {
      context.waits().sleep(sleeper::sleep, wait);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting to send the call again");
    }
  }

  /** Whether the next attempt may meet with better luck. */
  private static boolean isPassing(IOException failure) {
    if (failure instanceof InterruptedIOException) {
      return failure instanceof SocketTimeoutException;
    }
    return !(failure instanceof NoResponseException // of the token endpoint, which was asked again
        || failure instanceof FileNotFoundException
        || failure instanceof FileSystemException
        || failure instanceof UnknownServiceException
        || failure instanceof SSLPeerUnverifiedException
        || failure.getCause() instanceof CertificateException);
  }

  private static String refused(Response response, int attempt) {
    String trackingId = response.header("x-zm-trackingid");
    return "attempt %d: HTTP %d [%s%s]"
        .formatted(
            attempt,
            response.code(),
            RequestLine.of(response.request()),
            trackingId == null ? "" : ", tracking id " + trackingId);
  }
}
