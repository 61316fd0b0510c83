package dev.zoomkit.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;

/** A failure of the connection, with what failed, where and why, in words. */
public final class NoResponseException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String requestLine;

  private NoResponseException(String words, String requestLine, IOException failure) {
    super(words, failure);
    this.requestLine = requestLine;
  }

  /** As {@link #described}, for those that throw it whatever its type. */
  public static IOException of(Request request, IOException failure) {
    return described(request, failure);
  }

  /**
   * Describes the failure of a call; one that is described already stays as it is.
   *
   * @param request that of the call; with its context, where the call is one of a client's
   */
  public static NoResponseException described(Request request, IOException failure) {
    if (failure instanceof NoResponseException described) {
      return described;
    }
    CallContext context = request.tag(CallContext.class);
    Interceptor.Chain last = context == null ? null : context.transmission().last();
    if (last == null) {
      return new NoResponseException(
          "no response: " + failure + ".", RequestLine.of(request), failure);
    }
    Transmission transmission = context.transmission();
    return new NoResponseException(
        "no response from %s: %s.%s"
            .formatted(
                who(request, last.request().url(), transmission),
                why(failure, last, transmission.stage()),
                effect(request, transmission)),
        RequestLine.of(last.request()),
        failure);
  }

  /** Method, path and query as sent, without secrets. */
  public String requestLine() {
    return requestLine;
  }

  private static String who(Request request, HttpUrl url, Transmission transmission) {
    String who = url.host() + ":" + url.port();
    if (Operation.isForToken(request)) {
      who = "the token endpoint at " + who;
    } else if (CallContext.of(request).hosts().include(url)) {
      who = "the API at " + who;
    }
    InetSocketAddress proxy = transmission.proxy();
    return proxy == null
        ? who
        : who + " through the proxy " + proxy.getHostString() + ":" + proxy.getPort();
  }

  private static String why(IOException failure, Interceptor.Chain last, Transmission.Stage stage) {
    if (failure instanceof SocketTimeoutException) {
      // While it connects, OkHttp also reads: from a proxy, and for TLS.
      boolean connecting = words(failure).toLowerCase(Locale.ROOT).startsWith("connect");
      if (connecting) {
        return "no connection within the connect timeout of " + millis(last.connectTimeoutMillis());
      } else if (stage == Transmission.Stage.WRITE) {
        return "the request could not be sent within the write timeout of "
            + millis(last.writeTimeoutMillis());
      }
      return "nothing arrived within the read timeout of " + millis(last.readTimeoutMillis());
    } else if (failure instanceof InterruptedIOException && words(failure).equals("timeout")) {
      Duration limit = Duration.ofNanos(last.call().timeout().timeoutNanos());
      return "the call was not done within the call timeout of " + millis(limit.toMillis());
    }
    return failure.toString();
  }

  /** What became of a write; empty for a read. */
  private static String effect(Request request, Transmission transmission) {
    if (Operation.isRead(request) || Operation.isForToken(request)) {
      return "";
    }
    return transmission.lastMayHaveWorked() || transmission.earlierMayHaveWorked()
        ? " It may have taken effect."
        : " It took no effect.";
  }

  private static String words(IOException failure) {
    return String.valueOf(failure.getMessage());
  }

  private static String millis(long millis) {
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
