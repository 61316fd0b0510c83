package dev.zoomkit.internal;

import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.Exchange;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.record.ExchangeRecorder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Shows each request and its response to a recorder, once the response has been read. Installed
 * where there is one. Thread-safe.
 */
public final class RecordInterceptor implements Interceptor {

  private final ExchangeRecorder recorder;
  private final Clock clock;

  /** With the clock that measures durations. */
  public RecordInterceptor(ExchangeRecorder recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request call = chain.call().request();
    Operation operation = Operation.of(call);
    Instant start = clock.instant();
    Response response = chain.proceed(chain.request());
    if (operation.isLink()) {
      return response;
    }
    int attempt = CallContext.of(call).transmission().requests();
    ResponseBody body = response.body();
    ReadBody read =
        new ReadBody(
            body,
            (content, bytes) ->
                recorder.record(
                    new Exchange(
                        operation,
                        chain.request(),
                        response,
                        content,
                        bytes,
                        attempt,
                        start,
                        Duration.between(start, clock.instant()))));
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(read), body.contentType(), body.contentLength()))
        .build();
  }

  /** Takes what was read of a body; null where it is no JSON, or too large. */
  @FunctionalInterface
  private interface Reader {
    void read(@Nullable Buffer content, long bytes);
  }

  /** Keeps what is read of a body, and shows it once, when all of it was or it is given up. */
  private static final class ReadBody extends ForwardingSource {
    private final Reader reader;
    private @Nullable Buffer content;
    private long bytes;
    private boolean over;

    ReadBody(ResponseBody body, Reader reader) {
      super(body.source());
      this.reader = reader;
      content = Exchange.isJson(body.contentType()) ? new Buffer() : null;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      long count;
      try {
        count = super.read(sink, byteCount);
      } catch (IOException brokeOff) {
        over = true;
        throw brokeOff;
      }
      if (count < 0) {
        show();
      } else {
        bytes += count;
        if (bytes > ExchangeRecorder.MOST_BODY_BYTES) {
          content = null;
        } else if (content != null) {
          sink.copyTo(content, sink.size() - count, count);
        }
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        show();
      }
    }

    private void show() {
      if (!over) {
        over = true;
        reader.read(content, bytes);
      }
    }
  }
}
