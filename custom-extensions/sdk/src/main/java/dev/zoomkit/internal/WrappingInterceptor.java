package dev.zoomkit.internal;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The outermost interceptor: an unchecked exception of those below would end a thread of OkHttp's
 * when the call was enqueued, so it travels as an {@link IOException} until {@link ZoomCall}
 * unpacks it.
 */
public final class WrappingInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (RuntimeException refusal) {
      throw new WrappedException(refusal);
    }
  }
}
