package dev.zoomkit.internal;

import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.FileResponse;
import dev.zoomkit.internal.http.OwnUrl;
import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.internal.window.PageSource;
import dev.zoomkit.internal.window.PageSource.Step;
import dev.zoomkit.internal.window.PendingCall;
import dev.zoomkit.internal.window.WindowSource;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.paging.Windows;
import dev.zoomkit.transfer.Download;
import dev.zoomkit.value.PagedResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.Protocol;
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

  /** Makes the call for a page of a window; by no token, its first one. */
  @FunctionalInterface
  public interface TokenCall<D, P> {
    Call<P> of(@Nullable String token, @Nullable D from, @Nullable D to);
  }

  /** Makes the call for a page of a window. */
  @FunctionalInterface
  public interface NumberCall<D, P> {
    Call<P> of(Integer number, @Nullable D from, @Nullable D to);
  }

  /** Makes the call for a page of a window; by neither its first one, by both that of the token. */
  @FunctionalInterface
  public interface TokenOrNumberCall<D, P> {
    Call<P> of(@Nullable String token, @Nullable Integer number, @Nullable D from, @Nullable D to);
  }

  /** Makes the call for a window. */
  @FunctionalInterface
  public interface WindowCall<D, T> {
    Call<T> of(@Nullable D from, @Nullable D to);
  }

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

  /** The raw interface, for a facade, which has refused null where that does not take it. */
  public <T> T api(Class<T> api) {
    return apis.apiForFacade(api);
  }

  /** Executes a call that returns a model; never null. Blocks. */
  public <T> T body(Call<T> call) {
    Response<T> response = send(call);
    T body = response.body();
    if (body == null) {
      throw BrokenCall.incomplete(response, "$", "a body is missing.");
    }
    return body;
  }

  /** Executes a call that returns nothing. Blocks. */
  public void run(Call<?> call) {
    send(call);
  }

  /** Executes a call that returns a file, which the caller closes. Blocks until the file begins. */
  public Download download(Call<ResponseBody> call) {
    return new Download(apis.file(OwnUrl.of(call.request())), file(send(call)));
  }

  /** The file of a response. */
  static FileResponse file(Response<ResponseBody> response) {
    ResponseBody body = response.body();
    if (body == null) {
      throw BrokenCall.incomplete(response, null, "a file is missing.");
    }
    return new FileResponse(response.code(), response.headers(), body, endShows(response, body));
  }

  private static boolean endShows(Response<?> response, ResponseBody body) {
    Protocol protocol = response.raw().protocol();
    return body.contentLength() >= 0
        || response.headers().get("Transfer-Encoding") != null
        || protocol != Protocol.HTTP_1_0 && protocol != Protocol.HTTP_1_1;
  }

  /** The list whose pages lead on by a token, from that of the query on. */
  public <T, P extends PagedResponse<T>> Pages<T> tokenPages(
      String operation, @Nullable String start, Function<@Nullable String, Call<P>> page) {
    return pages(
        operation,
        Step.TOKEN,
        start,
        null,
        DateRange.none(),
        (token, number, span) -> pending(page.apply(token)));
  }

  /** The same over a range, window by window. */
  public <D, T, P extends PagedResponse<T>> Pages<T> tokenPages(
      String operation, @Nullable String start, DateRange<D> range, TokenCall<D, P> page) {
    return pages(
        operation,
        Step.TOKEN,
        start,
        null,
        range,
        (token, number, span) ->
            pending(page.of(token, range.value(span.from()), range.value(span.to()))));
  }

  /** The list whose pages have numbers, from that of the query on. */
  public <T, P extends PagedResponse<T>> Pages<T> numberPages(
      String operation, @Nullable Integer start, Function<Integer, Call<P>> page) {
    return pages(
        operation,
        Step.NUMBER,
        null,
        start,
        DateRange.none(),
        (token, number, span) -> pending(page.apply(Objects.requireNonNullElse(number, 1))));
  }

  /** The same over a range, window by window. */
  public <D, T, P extends PagedResponse<T>> Pages<T> numberPages(
      String operation, @Nullable Integer start, DateRange<D> range, NumberCall<D, P> page) {
    return pages(
        operation,
        Step.NUMBER,
        null,
        start,
        range,
        (token, number, span) ->
            pending(
                page.of(
                    Objects.requireNonNullElse(number, 1),
                    range.value(span.from()),
                    range.value(span.to()))));
  }

  /** The list whose pages lead on by either, from that of the query on. */
  public <T, P extends PagedResponse<T>> Pages<T> tokenOrNumberPages(
      String operation,
      @Nullable String token,
      @Nullable Integer number,
      BiFunction<@Nullable String, @Nullable Integer, Call<P>> page) {
    return pages(
        operation,
        Step.TOKEN_OR_NUMBER,
        token,
        number,
        DateRange.none(),
        (next, numbered, span) -> pending(page.apply(next, numbered)));
  }

  /** The same over a range, window by window. */
  public <D, T, P extends PagedResponse<T>> Pages<T> tokenOrNumberPages(
      String operation,
      @Nullable String token,
      @Nullable Integer number,
      DateRange<D> range,
      TokenOrNumberCall<D, P> page) {
    return pages(
        operation,
        Step.TOKEN_OR_NUMBER,
        token,
        number,
        range,
        (next, numbered, span) ->
            pending(page.of(next, numbered, range.value(span.from()), range.value(span.to()))));
  }

  /** The responses over a range of an operation without pages, window by window. */
  public <D, T> Windows<T> windows(String operation, DateRange<D> range, WindowCall<D, T> window) {
    return Windows.of(
        new WindowSource<>(
            operation,
            range,
            apis.clock(),
            span -> pending(window.of(range.value(span.from()), range.value(span.to())))));
  }

  /** Refuses a range for which one call does not do. */
  public void requireOneWindow(String operation, DateRange<?> range) {
    range.requireOneWindow(operation);
  }

  private <T> Pages<T> pages(
      String operation,
      Step step,
      @Nullable String token,
      @Nullable Integer number,
      DateRange<?> range,
      PageSource.Calls<T> calls) {
    return Pages.of(new PageSource<>(operation, step, token, number, range, apis.clock(), calls));
  }

  private <R> PendingCall<R> pending(Call<R> call) {
    return new PendingCall<>() {
      @Override
      public R send() {
        return body(call);
      }

      @Override
      public void cancel() {
        call.cancel();
      }

      @Override
      public String line() {
        Request request = call.request();
        return request.method() + " " + request.url();
      }
    };
  }

  <T> Response<T> send(Call<T> call) {
    RuntimeException refusal = AccountRule.refusal(accountId, call.request());
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
   * @throws java.io.UncheckedIOException if a file to be sent cannot be read
   * @throws dev.zoomkit.error.ZoomException in every other case
   */
  public static <T> Response<T> execute(Call<T> call) {
    try {
      return call.execute();
    } catch (IOException failure) {
      throw BrokenCall.meant(call, failure);
    }
  }
}
