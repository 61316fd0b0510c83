package dev.zoomkit.contract;

import dev.zoomkit.internal.http.RateHeaders;
import dev.zoomkit.retry.Sleeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends a call again that a limit of a second or a minute refused, when the response says that it
 * may. A limit of a day is not waited for.
 */
final class LimitWaits implements Interceptor {

  private static final int MOST_ATTEMPTS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final Clock clock;
  private final Sleeper sleeper;
  private @Nullable RateHeaders last;

  LimitWaits(Clock clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** What the last refusal said that was not waited for; null where there was none. */
  @Nullable RateHeaders last() {
    return last;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Response response = chain.proceed(chain.request());
      if (response.code() != 429) {
        return response;
      }
      RateHeaders rate = RateHeaders.of(response, clock);
      Duration wait = untilNext(rate, attempt);
      if (rate.dailyLimit() || attempt == MOST_ATTEMPTS || wait.compareTo(LONGEST_WAIT) > 0) {
        last = rate;
        return response;
      }
      response.close();
      pause(wait);
    }
  }

  /** As long as the response says; a second, twice as long each time, where it says nothing. */
  private Duration untilNext(RateHeaders rate, int attempt) {
    Instant next = rate.retryAt();
    Duration told = next == null ? Duration.ZERO : Duration.between(clock.instant(), next);
    return told.compareTo(Duration.ZERO) > 0 ? told : Duration.ofSeconds(1L << (attempt - 1));
  }

  private void pause(Duration wait) throws IOException {
    try {
      sleeper.sleep(wait);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a rate limit");
    }
  }
}
