package dev.zoomkit.internal;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Converter;
import retrofit2.Response;

/** A call that no interface of Retrofit's makes. Executed only; thread-safe as {@code Call} is. */
final class RequestCall<T> implements Call<T> {

  private final Supplier<okhttp3.Call> calls;
  private final Converter<ResponseBody, T> reader;
  private okhttp3.@Nullable Call call;

  RequestCall(Supplier<okhttp3.Call> calls, Converter<ResponseBody, T> reader) {
    this.calls = calls;
    this.reader = reader;
  }

  @Override
  public Response<T> execute() throws IOException {
    okhttp3.Response response = call().execute();
    okhttp3.Response bodiless = response.newBuilder().body(ResponseBody.EMPTY).build();
    try {
      return Response.success(reader.convert(response.body()), bodiless);
    } catch (IOException | RuntimeException unread) {
      response.close();
      throw unread;
    }
  }

  private synchronized okhttp3.Call call() {
    if (call == null) {
      call = calls.get();
    }
    return call;
  }

  @Override
  public void enqueue(Callback<T> callback) {
    throw new UnsupportedOperationException("Calls of no interface are executed.");
  }

  @Override
  public boolean isExecuted() {
    return call().isExecuted();
  }

  @Override
  public void cancel() {
    call().cancel();
  }

  @Override
  public boolean isCanceled() {
    return call().isCanceled();
  }

  @Override
  public Call<T> clone() {
    return new RequestCall<>(calls, reader);
  }

  @Override
  public Request request() {
    return call().request();
  }

  @Override
  public Timeout timeout() {
    return call().timeout();
  }
}
