package dev.zoomkit.internal;

import dev.zoomkit.internal.http.RequestLine;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Logs each attempt in a line at level {@code DEBUG}, by the logger {@code dev.zoomkit.http}:
 * request line, status, duration and tracking id. Neither headers nor bodies, and so no secret.
 * Thread-safe.
 */
public final class LogInterceptor implements Interceptor {

  private static final Logger LOGGER = System.getLogger("dev.zoomkit.http");

  private final Clock clock;

  /** With the clock that measures durations. */
  public LogInterceptor(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!LOGGER.isLoggable(Level.DEBUG)) {
      return chain.proceed(chain.request());
    }
    Request request = chain.request();
    Instant start = clock.instant();
    try {
      Response response = chain.proceed(request);
      log(request, "HTTP " + response.code(), start, response.header("x-zm-trackingid", "none"));
      return response;
    } catch (IOException failure) {
      log(request, failure.toString(), start, "none");
      throw failure;
    }
  }

  private void log(Request request, String outcome, Instant start, String trackingId) {
    LOGGER.log(
        Level.DEBUG,
        "{0}: {1} after {2} ms, tracking id {3}",
        RequestLine.of(request),
        outcome,
        String.valueOf(Duration.between(start, clock.instant()).toMillis()),
        trackingId);
  }
}
