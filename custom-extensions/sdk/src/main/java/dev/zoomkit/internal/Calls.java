package dev.zoomkit.internal;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.internal.http.NoAnswerException;
import dev.zoomkit.internal.http.Operation;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Response;

/** Runs a raw call with unchecked exceptions only. */
public final class Calls {

  private Calls() {}

  /**
   * The successful answer. Blocks.
   *
   * @throws UncheckedIOException if a file to be sent cannot be read
   * @throws dev.zoomkit.error.ZoomException in every other case
   */
  public static <T> Response<T> execute(Call<T> call) {
    try {
      return call.execute();
    } catch (IOException failure) {
      Request request = call.request();
      String operation = Operation.of(request).name();
      if (isGivenUp(call, failure)) {
        throw new CallInterruptedException(operation, failure);
      }
      if (failure instanceof FileNotFoundException || failure instanceof FileSystemException) {
        throw new UncheckedIOException(failure);
      }
      throw new ConnectionException(operation, NoAnswerException.of(request, failure));
    }
  }

  /** OkHttp cancels a call whose time is up, too, but says so by the type of its exception. */
  private static boolean isGivenUp(Call<?> call, IOException failure) {
    return Thread.currentThread().isInterrupted()
        || call.isCanceled() && !(failure instanceof InterruptedIOException);
  }
}
