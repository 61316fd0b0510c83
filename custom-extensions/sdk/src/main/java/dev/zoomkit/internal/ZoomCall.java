package dev.zoomkit.internal;

import dev.zoomkit.error.UnreadableAnswerException;
import dev.zoomkit.internal.http.Exchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.Request;
import okio.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * A Retrofit call whose failures are those of the SDK, executed or enqueued: a refusal is never a
 * {@code Response}, and an answer that cannot be decoded names its status and request. Failures of
 * the connection stay {@link IOException}s.
 */
final class ZoomCall<T> implements Call<T> {

  private final Call<T> call;

  ZoomCall(Call<T> call) {
    this.call = call;
  }

  @Override
  public Response<T> execute() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted before the call was sent");
    }
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

  private Throwable meant(Throwable failure) {
    if (failure instanceof CarriedException carried) {
      return carried.carried();
    }
    return failure instanceof UndecodableException undecodable
        ? new UnreadableAnswerException(
            Exchange.of(call.request()).answer(),
            undecodable.jsonPath(),
            undecodable.problem(),
            undecodable.getCause())
        : failure;
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
    return new ZoomCall<>(call.clone());
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
