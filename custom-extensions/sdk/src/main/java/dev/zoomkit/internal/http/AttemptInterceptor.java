package dev.zoomkit.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Notes each attempt as it goes out, for whoever has to say why no response came, and logs it in a
 * line at level {@code DEBUG}, by the logger {@code dev.zoomkit.http}: operation, request line,
 * status, duration and tracking id. Neither headers nor bodies, and so no secret. Tells the same to
 * the call's listener. Sets the interrupt flag again where OkHttp clears it: interrupted while it
 * connects, OkHttp throws an {@link InterruptedException} that no signature declares. Thread-safe.
 */
public class AttemptInterceptor implements Interceptor {

  private static final Logger LOGGER = System.getLogger("dev.zoomkit.http");

  /** Measures durations by what no change of the clock moves; tests have a meter of their own. */
  long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.call().request());
    context.transmission().begins(chain);
    CallReport report = context.report();
    return report == null ? logged(chain) : told(chain, report);
  }

  private Response told(Chain chain, CallReport report) throws IOException {
    report.sent(chain.request());
    Response response;
    try {
      response = logged(chain);
    } catch (IOException | RuntimeException failure) {
      report.notResponded(failure);
      throw failure;
    }
    report.responded(response);
    return response;
  }

  private Response logged(Chain chain) throws IOException {
    if (!LOGGER.isLoggable(Level.DEBUG)) {
      return sent(chain);
    }
    long start = nanoTime();
    try {
      Response response = sent(chain);
      log(chain, "HTTP " + response.code(), start, response.header("x-zm-trackingid", "none"));
      return response;
    } catch (IOException | RuntimeException failure) {
      log(chain, failure.toString(), start, "none");
      throw failure;
    }
  }

  private static Response sent(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (IOException | RuntimeException declared) {
      throw declared;
    } catch (Exception undeclared) {
      if (undeclared instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      InterruptedIOException given = new InterruptedIOException("interrupted while connecting");
      given.initCause(undeclared);
      throw given;
    }
  }

  private void log(Chain chain, String outcome, long start, String trackingId) {
    LOGGER.log(
        Level.DEBUG,
        "{0}: {1}: {2} after {3} ms, tracking id {4}",
        Operation.nameOf(chain.call().request()),
        RequestLine.of(chain.request()),
        outcome,
        String.valueOf(TimeUnit.NANOSECONDS.toMillis(nanoTime() - start)),
        trackingId);
  }
}
