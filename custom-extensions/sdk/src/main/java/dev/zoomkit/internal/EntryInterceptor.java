package dev.zoomkit.internal;

import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.CallReport;
import dev.zoomkit.internal.http.CallRule;
import dev.zoomkit.listen.CallEvent.CacheHit;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The outermost interceptor, where a call begins: notes when, tells its listener, and holds it
 * against the rules, one after the other, before anything is sent. What a rule refuses with, and
 * any other unchecked exception of the interceptors below, would end a thread of OkHttp's when the
 * call was enqueued, so it travels as an {@link IOException} until {@link ZoomCall} unpacks it.
 * Thread-safe.
 */
public final class EntryInterceptor implements Interceptor {

  private final Clock clock;
  private final TokenSource tokens;
  private final List<CallRule> rules;

  /**
   * For the calls that go with these tokens.
   *
   * @param clock times calls
   * @param rules in the order in which a call meets them
   */
  public EntryInterceptor(Clock clock, TokenSource tokens, List<CallRule> rules) {
    this.clock = clock;
    this.tokens = tokens;
    this.rules = List.copyOf(rules);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    CallContext context = CallContext.of(request);
    context.begins(clock.instant());
    try {
      if (context.report() != null) {
        begun(context.report());
      }
      for (CallRule rule : rules) {
        RuntimeException refusal = rule.refusal(request);
        if (refusal != null) {
          throw context.refused(refusal);
        }
      }
      return chain.proceed(request);
    } catch (RuntimeException refusal) {
      throw WrappedException.around(refusal);
    }
  }

  private void begun(CallReport report) {
    report.started();
    if (tokens.isHeld()) {
      report.hit(CacheHit.Kind.TOKEN);
    }
  }
}
