package dev.zoomkit.internal;

import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.CallReport;
import dev.zoomkit.listen.CallEvent.CacheHit;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Tells a listener that a call begins, in the thread that runs it. Installed where there is one.
 * Thread-safe.
 */
public final class ListenInterceptor implements Interceptor {

  private final TokenSource tokens;

  /** For the calls that go with these tokens. */
  public ListenInterceptor(TokenSource tokens) {
    this.tokens = tokens;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallReport report = CallContext.of(chain.request()).report();
    if (report != null) {
      report.started();
      if (tokens.isHeld()) {
        report.hit(CacheHit.Kind.TOKEN);
      }
    }
    return chain.proceed(chain.request());
  }
}
