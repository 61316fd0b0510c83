package dev.zoomkit.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.GzipSource;
import okio.Okio;

/**
 * Unpacks what a server packs although it is asked not to, as OkHttp does only where it has asked
 * for it itself. A part of something packed stays as it is. Thread-safe.
 */
public final class UnpackInterceptor implements Interceptor {

  private static final int PARTIAL_CONTENT = 206;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (!response.header("Content-Encoding", "").equalsIgnoreCase("gzip")
        || response.code() == PARTIAL_CONTENT) {
      return response;
    }
    ResponseBody packed = response.body();
    return response
        .newBuilder()
        .removeHeader("Content-Encoding")
        .removeHeader("Content-Length")
        .body(
            ResponseBody.create(
                Okio.buffer(new GzipSource(packed.source())), packed.contentType(), -1))
        .build();
  }
}
