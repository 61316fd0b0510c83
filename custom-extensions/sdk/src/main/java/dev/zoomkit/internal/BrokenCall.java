package dev.zoomkit.internal;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.NoResponseException;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.json.JsonDecodingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** What the caller is told of a call whose response did not come, or is not what it should be. */
final class BrokenCall {

  private BrokenCall() {}

  /** Of one that ended with a failure of the connection, or of a file that was to be sent. */
  static RuntimeException meant(Call<?> call, IOException failure) {
    Request request = call.request();
    if (isGivenUp(call, failure)) {
      return new CallInterruptedException(CallInfo.of(request), failure);
    }
    if (failure instanceof FileNotFoundException || failure instanceof FileSystemException) {
      return new UncheckedIOException(failure);
    }
    return new ConnectionException(
        Operation.of(request).name(), NoResponseException.described(request, failure));
  }

  /** OkHttp cancels a call whose time is up, too, but says so by the type of its exception. */
  private static boolean isGivenUp(Call<?> call, IOException failure) {
    return Thread.currentThread().isInterrupted()
        || call.isCanceled() && !(failure instanceof InterruptedIOException);
  }

  /** Of one whose response is not the JSON of its type. */
  static RuntimeException undecodable(Call<?> call, JsonDecodingException failure) {
    okhttp3.Response response = CallContext.of(call.request()).response();
    return new UnreadableResponseException(
        CallInfo.of(response.request()),
        response,
        failure.jsonPath(),
        failure.problem(),
        failure.getCause());
  }

  /**
   * Of one whose response lacks something.
   *
   * @param path where in the JSON; null where it is none
   */
  static RuntimeException incomplete(Response<?> response, @Nullable String path, String problem) {
    CallInfo call = CallInfo.of(response.raw().request());
    return new UnreadableResponseException(call, response.raw(), path, problem, null);
  }
}
