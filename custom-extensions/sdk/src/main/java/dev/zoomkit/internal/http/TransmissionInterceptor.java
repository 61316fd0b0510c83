package dev.zoomkit.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Notes each request as it goes out, for whoever has to say why no response came. Thread-safe. */
public final class TransmissionInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext.of(chain.call().request()).transmission().begins(chain);
    return chain.proceed(chain.request());
  }
}
