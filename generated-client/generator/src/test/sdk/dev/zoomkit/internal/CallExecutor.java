package dev.zoomkit.internal;

import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.paging.Windows;
import dev.zoomkit.value.PagedResponse;
import dev.zoomkit.transfer.Download;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** What the facade calls. */
public interface CallExecutor {
  interface WindowCall<D, T> {
    Call<T> of(@Nullable D from, @Nullable D to);
  }

  interface TokenOrNumberCall<D, P> {
    Call<P> of(@Nullable String token, @Nullable Integer number, @Nullable D from, @Nullable D to);
  }

  String accountId();

  <T> T api(Class<T> api);

  <T> T body(Call<T> call);

  void run(Call<?> call);

  Download download(Call<ResponseBody> call);

  <T, P extends PagedResponse<T>> Pages<T> tokenPages(
      String operation, @Nullable String start, Function<@Nullable String, Call<P>> page);

  <T, P extends PagedResponse<T>> Pages<T> numberPages(
      String operation, @Nullable Integer start, Function<Integer, Call<P>> page);

  <T, P extends PagedResponse<T>> Pages<T> tokenOrNumberPages(
      String operation,
      @Nullable String token,
      @Nullable Integer number,
      BiFunction<@Nullable String, @Nullable Integer, Call<P>> page);

  <D, T, P extends PagedResponse<T>> Pages<T> tokenOrNumberPages(
      String operation,
      @Nullable String token,
      @Nullable Integer number,
      DateRange<D> range,
      TokenOrNumberCall<D, P> page);

  <D, T> Windows<T> windows(String operation, DateRange<D> range, WindowCall<D, T> window);

  void requireOneWindow(String operation, DateRange<?> range);
}
