package dev.zoomkit.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What went over the wire for one call, as OkHttp tells it: also what it sends on its own, and what
 * the user's interceptors repeat. Used by the one thread that runs the call.
 */
public final class Transmission extends EventListener {

  /** What the call waits for. */
  enum Stage {
    CONNECT,
    WRITE,
    READ
  }

  private Interceptor.@Nullable Chain last;
  private Stage stage = Stage.CONNECT;
  private @Nullable Proxy proxy;
  private boolean lastMayHaveWorked;
  private boolean earlierMayHaveWorked;
  private int requests;

  /** Whether a response leaves open if its request took effect: HTTP 408, and 500 to 599. */
  public static boolean leavesOpen(Response response) {
    return response.code() >= 500 || response.code() == 408;
  }

  /** Notes what is about to be sent, with its timeouts. */
  public void begins(Interceptor.Chain chain) {
    last = chain;
    stage = Stage.CONNECT;
    requests++;
  }

  /**
   * How many requests were sent, or about to be: repetitions, redirects, those with a new token.
   */
  public int requests() {
    return requests;
  }

  /** What was sent last, or about to be, with its timeouts; null before anything was. */
  Interceptor.@Nullable Chain last() {
    return last;
  }

  /** How far the last request came. */
  Stage stage() {
    return stage;
  }

  /** The address of the proxy in use; null where there is none. */
  @Nullable InetSocketAddress proxy() {
    return proxy != null && proxy.address() instanceof InetSocketAddress address ? address : null;
  }

  /** Whether the request sent last took effect for all that is known; false before it was sent. */
  boolean lastMayHaveWorked() {
    return lastMayHaveWorked;
  }

  /** The same of a request sent before the last one. */
  boolean earlierMayHaveWorked() {
    return earlierMayHaveWorked;
  }

  @Override
  public void callEnd(Call call) {
    CallContext.of(call.request()).leave();
  }

  @Override
  public void callFailed(Call call, IOException failure) {
    CallContext.of(call.request()).leave();
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    proxy = proxies.get(0);
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    proxy = connection.route().proxy();
  }

  @Override
  public void requestHeadersStart(Call call) {
    stage = Stage.WRITE;
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    stage = Stage.READ;
    earlierMayHaveWorked |= lastMayHaveWorked;
    lastMayHaveWorked = true;
  }

  @Override
  public void requestBodyStart(Call call) {
    stage = Stage.WRITE;
  }

  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    stage = Stage.READ;
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    lastMayHaveWorked = response.isSuccessful() || leavesOpen(response);
  }

  @Override
  public void retryDecision(Call call, IOException failure, boolean retry) {
    if (retry) {
      stage = Stage.CONNECT;
    }
  }
}
