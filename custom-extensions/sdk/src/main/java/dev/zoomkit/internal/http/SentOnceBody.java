package dev.zoomkit.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from sending anything but a read twice on its own, when a pooled connection breaks
 * after the request went out, or after HTTP 408 and 503: it would create two webinars with one
 * POST, and whoever repeats a DELETE has to know it. It sends no body again that says so.
 */
final class SentOnceBody extends RequestBody {

  private final RequestBody body;

  private SentOnceBody(RequestBody body) {
    this.body = body;
  }

  /** A request that is no read, as OkHttp may send it. */
  static Request within(Request request) {
    RequestBody body = request.body() == null ? RequestBody.EMPTY : request.body();
    return request.newBuilder().method(request.method(), new SentOnceBody(body)).build();
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
