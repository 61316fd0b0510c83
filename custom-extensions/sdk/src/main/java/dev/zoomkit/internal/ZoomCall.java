package dev.zoomkit.internal;

import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.json.JsonDecodingException;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Request;
import okio.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * A Retrofit call whose failures are those of the SDK, executed or enqueued: a refusal is never a
 * {@code Response}, and a response that cannot be decoded names its status and request. Failures of
 * the connection stay {@link IOException}s.
 */
final class ZoomCall<T> implements Call<T> {

  private final Call<T> call;
  private final Lifetime lifetime;
  private final AtomicBoolean used = new AtomicBoolean();

  ZoomCall(Call<T> call, Lifetime lifetime) {
    this.call = call;
    this.lifetime = lifetime;
  }

  @Override
  public Response<T> execute() throws IOException {
    if (lifetime.isOver()) {
      throw Lifetime.closedException(name());
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted before the call was sent");
    }
    use();
    try {
      return call.execute();
    } catch (IOException failure) {
      Throwable meant = meant(failure);
      if (meant instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw failure;
    }
  }

  @Override
  public void enqueue(Callback<T> callback) {
    Arguments.require("enqueue", "callback", callback);
    if (lifetime.isOver()) {
      callback.onFailure(this, Lifetime.closedException(name()));
      return;
    }
    use();
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> inner, Response<T> response) {
            callback.onResponse(ZoomCall.this, response);
          }

          @Override
          public void onFailure(Call<T> inner, Throwable failure) {
            callback.onFailure(ZoomCall.this, meant(failure));
          }
        });
  }

  private String name() {
    return Operation.of(call.request()).name();
  }

  /** A call goes once. */
  private void use() {
    if (!used.compareAndSet(false, true)) {
      throw new IllegalStateException(
          name()
              + ": this call was executed before. Make another of it with clone(), or call the"
              + " method again.");
    }
  }

  private Throwable meant(Throwable failure) {
    if (failure instanceof WrappedException carried) {
      return carried.carried();
    }
    if (failure instanceof JsonDecodingException undecodable) {
      okhttp3.Response response = CallContext.of(call.request()).response();
      return new UnreadableResponseException(
          CallInfo.of(response.request()),
          response,
          undecodable.jsonPath(),
          undecodable.problem(),
          undecodable.getCause());
    }
    return failure;
  }

  @Override
  public boolean isExecuted() {
    return call.isExecuted();
  }

  @Override
  public void cancel() {
    call.cancel();
  }

  @Override
  public boolean isCanceled() {
    return call.isCanceled();
  }

  @Override
  public Call<T> clone() {
    return new ZoomCall<>(call.clone(), lifetime);
  }

  @Override
  public Request request() {
    return call.request();
  }

  @Override
  public Timeout timeout() {
    return call.timeout();
  }
}
