package dev.zoomkit.internal;

import dev.zoomkit.internal.http.CallContext;
import java.io.IOException;
import java.time.Clock;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The outermost interceptor: an unchecked exception of those below would end a thread of OkHttp's
 * when the call was enqueued, so it travels as an {@link IOException} until {@link ZoomCall}
 * unpacks it. Notes when the call began.
 */
public final class WrappingInterceptor implements Interceptor {

  private final Clock clock;

  /** With the clock that times calls. */
  public WrappingInterceptor(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext.of(chain.request()).begins(clock.instant());
    try {
      return chain.proceed(chain.request());
    } catch (RuntimeException refusal) {
      throw new WrappedException(refusal);
    }
  }
}
