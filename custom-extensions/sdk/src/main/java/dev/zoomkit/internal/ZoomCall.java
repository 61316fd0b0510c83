package dev.zoomkit.internal;

import dev.zoomkit.ResponseInfo;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RateHeaders;
import dev.zoomkit.internal.json.JsonDecodingException;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.ResponseBody;
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
  private final ApiFactory owner;
  private final AtomicBoolean used = new AtomicBoolean();

  ZoomCall(Call<T> call, ApiFactory owner) {
    this.call = call;
    this.owner = owner;
  }

  @Override
  public Response<T> execute() throws IOException {
    if (owner.lifetime().isOver()) {
      throw Lifetime.closedException(name());
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted before the call was sent");
    }
    use();
    CallContext context = CallContext.of(call.request());
    try {
      context.enter();
      Response<T> response = told(call.execute(), context);
      context.ended(null);
      return response;
    } catch (IOException | RuntimeException | Error failure) {
      Throwable meant = ended(failure, context);
      if (meant instanceof RuntimeException unchecked) {
        throw unchecked;
      } else if (meant instanceof Error error) {
        throw error;
      }
      throw (IOException) meant;
    }
  }

  /** What a call that failed means, whose end is noted. */
  private Throwable ended(Throwable failure, CallContext context) {
    context.leave();
    Throwable meant = meant(failure);
    context.ended(meant);
    return meant;
  }

  @Override
  public void enqueue(Callback<T> callback) {
    Arguments.require("enqueue", "callback", callback);
    if (owner.lifetime().isOver()) {
      callback.onFailure(this, Lifetime.closedException(name()));
      return;
    }
    use();
    CallContext context;
    try {
      context = CallContext.of(call.request());
    } catch (RuntimeException failure) {
      callback.onFailure(this, failure);
      return;
    }
    try {
      context.enter();
    } catch (IOException cancelled) {
      callback.onFailure(this, ended(cancelled, context));
      return;
    }
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> inner, Response<T> response) {
            try {
              told(response, context);
            } catch (RuntimeException failure) {
              callback.onFailure(ZoomCall.this, ended(failure, context));
              return;
            }
            context.ended(null);
            callback.onResponse(ZoomCall.this, response);
          }

          @Override
          public void onFailure(Call<T> inner, Throwable failure) {
            callback.onFailure(ZoomCall.this, ended(failure, context));
          }
        });
  }

  /** Tells the caller's listeners of a success, whose body is closed where one of them throws. */
  private Response<T> told(Response<T> response, CallContext context) {
    List<Consumer<ResponseInfo>> listeners = owner.settings().listeners();
    if (listeners.isEmpty()) {
      return response;
    }
    ResponseInfo info = info(response, context);
    try {
      listeners.forEach(listener -> listener.accept(info));
      return response;
    } catch (RuntimeException | Error failure) {
      if (response.body() instanceof ResponseBody file) {
        file.close();
      }
      throw failure;
    }
  }

  private ResponseInfo info(Response<T> response, CallContext context) {
    RateHeaders rate = RateHeaders.of(response.headers(), owner.clock());
    return new ResponseInfo(
        name(),
        response.code(),
        response.headers().toMultimap(),
        rate.category(),
        rate.limit(),
        rate.remaining(),
        context.transmission().requests(),
        context.elapsed(owner.clock().instant()));
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
      if (call.isCanceled()) {
        return new IOException("cancelled while the response was read", failure);
      }
      return BrokenCall.undecodable(call, undecodable);
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
    return new ZoomCall<>(call.clone(), owner);
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
