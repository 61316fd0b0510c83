package dev.zoomkit.grants;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the way to the token endpoint and back, and how often it was asked. */
final class TokenFaults implements Interceptor {

  /** A fault of one request. */
  enum Fault {
    ERROR_500,
    HTML_502,
    HTML_200,
    HTML_400,
    TOO_MANY,
    CUT_OFF,
    TIMEOUT_BEFORE,
    TIMEOUT_AFTER,
    RESET_BEFORE,
    RESET_AFTER;

    /** Whether Zoom may have given out tokens that nobody got. */
    boolean losesTokens() {
      return this == CUT_OFF || this == HTML_200 || this == TIMEOUT_AFTER || this == RESET_AFTER;
    }
  }

  private final Deque<Fault> next = new ArrayDeque<>();
  private final AtomicInteger requests = new AtomicInteger();

  synchronized void add(Fault fault) {
    next.add(fault);
  }

  private synchronized @Nullable Fault poll() {
    return next.poll();
  }

  /** Requests that were sent, or would have been. */
  int requests() {
    return requests.get();
  }

  synchronized void clear() {
    next.clear();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    if (!chain.request().url().encodedPath().equals("/oauth/token")) {
      return chain.proceed(chain.request());
    }
    requests.incrementAndGet();
    Fault fault = poll();
    if (fault == null) {
      return chain.proceed(chain.request());
    } else if (fault == Fault.TIMEOUT_BEFORE) {
      throw new SocketTimeoutException("planned timeout");
    } else if (fault == Fault.RESET_BEFORE) {
      throw new SocketException("planned reset");
    }
    Response response = chain.proceed(reaching(fault, chain.request()));
    String body = response.body().string();
    return switch (fault) {
      case ERROR_500 -> with(response, 500, "{\"error\":\"server_error\"}");
      case HTML_502 -> with(response, 502, "<html>invalid_grant</html>");
      case HTML_400 -> with(response, 400, "<html>invalid_grant</html>");
      case TOO_MANY -> with(response, 429, "{\"error\":\"too_many\"}");
      case TIMEOUT_AFTER -> throw new SocketTimeoutException("planned timeout");
      case RESET_AFTER -> throw new SocketException("planned reset");
      case CUT_OFF -> with(response, response.code(), body.substring(0, body.length() / 2));
      case HTML_200 -> with(response, 200, "<html>a proxy</html>");
      case TIMEOUT_BEFORE, RESET_BEFORE -> throw new AssertionError(fault);
    };
  }

  /** A network interceptor has to proceed; what a gateway responds with never reaches Zoom. */
  private static Request reaching(Fault fault, Request request) {
    return fault.losesTokens()
        ? request
        : request.newBuilder().get().removeHeader("Content-Length").build();
  }

  private static Response with(Response response, int status, String body) {
    return response
        .newBuilder()
        .code(status)
        .body(ResponseBody.create(body, MediaType.get("application/json")))
        .build();
  }
}
