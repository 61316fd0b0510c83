package dev.zoomkit.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sets the interrupt flag again where OkHttp clears it: interrupted while it connects, OkHttp
 * throws an {@link InterruptedException} that no signature declares. Thread-safe.
 */
public final class InterruptInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
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
}
