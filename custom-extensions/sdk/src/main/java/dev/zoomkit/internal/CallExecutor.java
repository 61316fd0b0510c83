package dev.zoomkit.internal;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.FileResponse;
import dev.zoomkit.internal.http.NoResponseException;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.transfer.Download;
import dev.zoomkit.value.PagedResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Executes the calls of one account's facade with unchecked exceptions only. Immutable and
 * thread-safe.
 */
public final class CallExecutor {

  private final String accountId;
  private final ApiFactory apis;

  /** For an account, {@code me} for the caller's own. */
  public CallExecutor(String accountId, ApiFactory apis) {
    this.accountId = accountId;
    this.apis = apis;
  }

  /** What the raw interfaces take as account. */
  public String accountId() {
    return accountId;
  }

  /**
   * Lets a method pass until the client is closed.
   *
   * @throws IllegalStateException if it is closed
   */
  public void requireOpen(String name) {
    apis.lifetime().requireOpen(name);
  }

  /** What its calls have beside the settings of the client. */
  public CallSettings settings() {
    return apis.settings();
  }

  /** The same account with other settings for its calls. */
  public CallExecutor with(CallSettings settings) {
    return new CallExecutor(accountId, apis.with(settings));
  }

  /** A value as JSON, as {@link ApiFactory#json} writes it. */
  public ByteString json(@Nullable Object value) {
    return apis.json(value);
  }

  /** The calls of this account that no interface makes. */
  public FreeCalls free() {
    return new FreeCalls(this, apis);
  }

  /** The raw interface. */
  public <T> T api(Class<T> api) {
    return apis.api(api);
  }

  /** Executes a call that returns a model; never null. Blocks. */
  public <T> T body(Call<T> call) {
    Response<T> response = send(call);
    T body = response.body();
    if (body == null) {
      throw incomplete(response, "$", "a body is missing.");
    }
    return body;
  }

  /** Executes a call that returns nothing. Blocks. */
  public void run(Call<?> call) {
    send(call);
  }

  /** Executes a call that returns a file, which the caller closes. Blocks until the file begins. */
  public Download download(Call<ResponseBody> call) {
    Response<ResponseBody> response = send(call);
    ResponseBody body = response.body();
    if (body == null) {
      throw incomplete(response, null, "a file is missing.");
    }
    return new Download(new FileResponse(response.headers(), body));
  }

  /** The list whose pages lead on by a token, from that of the query on. */
  public <T, P extends PagedResponse<T>> Pages<T> tokenPages(
      String operation, @Nullable String start, Function<@Nullable String, Call<P>> page) {
    return Pages.byToken(operation, start, token -> body(page.apply(token)));
  }

  /** The list whose pages have numbers, from that of the query on. */
  public <T, P extends PagedResponse<T>> Pages<T> numberPages(
      String operation, @Nullable Integer start, Function<Integer, Call<P>> page) {
    return Pages.byNumber(operation, start, number -> body(page.apply(number)));
  }

  /** The list whose pages lead on by either, from that of the query on. */
  public <T, P extends PagedResponse<T>> Pages<T> tokenOrNumberPages(
      String operation,
      @Nullable String token,
      @Nullable Integer number,
      BiFunction<@Nullable String, @Nullable Integer, Call<P>> page) {
    return Pages.byTokenOrNumber(
        operation, token, number, (next, numbered) -> body(page.apply(next, numbered)));
  }

  <T> Response<T> send(Call<T> call) {
    ZoomException refusal = AccountRule.refusal(accountId, call.request());
    if (refusal != null) {
      CallContext context = CallContext.of(call.request());
      context.refused(refusal);
      context.ended(refusal);
      throw refusal;
    }
    return execute(call);
  }

  /**
   * Executes a call. Blocks.
   *
   * @return the successful response
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
        throw new CallInterruptedException(CallInfo.of(request), failure);
      }
      if (failure instanceof FileNotFoundException || failure instanceof FileSystemException) {
        throw new UncheckedIOException(failure);
      }
      throw new ConnectionException(operation, NoResponseException.of(request, failure));
    }
  }

  private static UnreadableResponseException incomplete(
      Response<?> response, @Nullable String path, String problem) {
    CallInfo call = CallInfo.of(response.raw().request());
    return new UnreadableResponseException(call, response.raw(), path, problem, null);
  }

  /** OkHttp cancels a call whose time is up, too, but says so by the type of its exception. */
  private static boolean isGivenUp(Call<?> call, IOException failure) {
    return Thread.currentThread().isInterrupted()
        || call.isCanceled() && !(failure instanceof InterruptedIOException);
  }
}
