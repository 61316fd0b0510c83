package dev.zoomkit.internal;

import dev.zoomkit.error.UnreadableAnswerException;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.value.PagedResponse;
import dev.zoomkit.transfer.Download;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** What the facade of one account needs to make calls. Immutable and thread-safe. */
public final class AccountCalls {

  private final String accountId;
  private final Apis apis;

  /** For an account, {@code me} for the caller's own. */
  public AccountCalls(String accountId, Apis apis) {
    this.accountId = accountId;
    this.apis = apis;
  }

  /** What the raw interfaces take as account. */
  public String accountId() {
    return accountId;
  }

  /** The raw interface. */
  public <T> T api(Class<T> api) {
    return apis.api(api);
  }

  /** The model that the call answers; never null. Blocks. */
  public <T> T answer(Call<T> call) {
    Response<T> response = Calls.execute(call);
    T body = response.body();
    if (body == null) {
      throw new UnreadableAnswerException(response.raw(), "$", "nothing, where a body must be.");
    }
    return body;
  }

  /** Returns once the call has succeeded. Blocks. */
  public void done(Call<?> call) {
    Calls.execute(call);
  }

  /** The file that the call answers, to be closed by the caller. Blocks until it begins. */
  public Download download(Call<ResponseBody> call) {
    Response<ResponseBody> response = Calls.execute(call);
    ResponseBody body = response.body();
    if (body == null) {
      throw new UnreadableAnswerException(response.raw(), null, "nothing, where a file must be.");
    }
    return new Download(response.headers(), body);
  }

  /** The list whose pages lead on by a token, from that of the query on. */
  public <T, P extends PagedResponse<T>> Pages<T> tokenPages(
      String operation, @Nullable String start, Function<@Nullable String, Call<P>> page) {
    return Pages.byToken(operation, start, token -> answer(page.apply(token)));
  }

  /** The list whose pages have numbers, from that of the query on. */
  public <T, P extends PagedResponse<T>> Pages<T> numberPages(
      String operation, @Nullable Integer start, Function<Integer, Call<P>> page) {
    return Pages.byNumber(operation, start, number -> answer(page.apply(number)));
  }

  /** The list whose pages lead on by either, from that of the query on. */
  public <T, P extends PagedResponse<T>> Pages<T> tokenOrNumberPages(
      String operation,
      @Nullable String token,
      @Nullable Integer number,
      BiFunction<@Nullable String, @Nullable Integer, Call<P>> page) {
    return Pages.byTokenOrNumber(
        operation, token, number, (next, numbered) -> answer(page.apply(next, numbered)));
  }
}
