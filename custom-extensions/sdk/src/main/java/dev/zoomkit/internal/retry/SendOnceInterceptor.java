package dev.zoomkit.internal.retry;

import dev.zoomkit.internal.http.Operation;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from sending anything but a read twice on its own, when a pooled connection breaks
 * after the request went out, or after HTTP 408 and 503: it would create two webinars with one
 * POST, and whoever repeats a DELETE has to know it. The last one before the network. Thread-safe.
 */
public final class SendOnceInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (Operation.isRead(request)) {
      return chain.proceed(request);
    }
    RequestBody body = request.body() == null ? RequestBody.EMPTY : request.body();
    return chain.proceed(request.newBuilder().method(request.method(), new OneShot(body)).build());
  }

  /** What OkHttp takes as a sign that a body must not be sent again once begun. */
  private static final class OneShot extends RequestBody {
    private final RequestBody body;

    OneShot(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
