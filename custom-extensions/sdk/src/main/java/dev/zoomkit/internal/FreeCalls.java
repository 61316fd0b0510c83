package dev.zoomkit.internal;

import com.squareup.moshi.JsonAdapter;
import dev.zoomkit.internal.json.FreePage;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.transfer.Download;
import java.util.Map;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The calls of one account that no interface makes. Immutable and thread-safe. */
public final class FreeCalls {

  private static final String TOKEN = "next_page_token";
  private static final String NUMBER = "page_number";

  private final CallExecutor calls;
  private final ApiFactory apis;

  FreeCalls(CallExecutor calls, ApiFactory apis) {
    this.calls = calls;
    this.apis = apis;
  }

  /** What they are for, {@code me} for the app's own account. */
  public String accountId() {
    return calls.accountId();
  }

  /** A value as JSON, as {@link ApiFactory#json} writes it. */
  public ByteString json(@Nullable Object value) {
    return apis.json(value);
  }

  /** The JSON of the response; null where it is empty. Blocks. */
  public @Nullable Object json(FreeRequest request) {
    return calls.send(apis.call(request, accountId(), Object.class, Codecs.FREE)).body();
  }

  /**
   * What reads JSON into a type.
   *
   * @throws IllegalArgumentException if nothing does
   */
  public <T> JsonAdapter<T> adapter(Class<T> type) {
    return apis.adapter(type);
  }

  /** The response as a type; never null. Blocks. */
  public <T> T as(FreeRequest request, JsonAdapter<T> adapter) {
    return calls.body(apis.call(request, accountId(), Object.class, adapter));
  }

  /** The list whose items are maps, and stand in a field of each page. */
  public Pages<Map<String, @Nullable Object>> pages(FreeRequest request, String field) {
    return pages(request, field, FreePage.MAP);
  }

  /** The list whose items stand in a field of each page. */
  public <T> Pages<T> pages(FreeRequest request, String field, JsonAdapter<T> items) {
    JsonAdapter<FreePage<T>> pages = FreePage.adapter(field, items);
    return calls.tokenOrNumberPages(
        request.name(),
        request.query().get(TOKEN),
        number(request),
        (token, next) ->
            apis.call(
                request.withQuery(TOKEN, token).withQuery(NUMBER, next),
                accountId(),
                Object.class,
                pages));
  }

  private static @Nullable Integer number(FreeRequest request) {
    String number = request.query().get(NUMBER);
    try {
      return number == null ? null : Integer.valueOf(number);
    } catch (NumberFormatException none) {
      throw Arguments.unfit("pages", NUMBER, "in digits; it was %s.".formatted(number));
    }
  }

  /** The file of the response, which the caller closes. Blocks until it begins. */
  public Download download(FreeRequest request) {
    return calls.download(apis.call(request, accountId(), ResponseBody.class));
  }

  /** Sends it, whatever comes back as a success. Blocks. */
  public void run(FreeRequest request) {
    ResponseBody body = calls.send(apis.call(request, accountId(), Void.class)).body();
    if (body != null) {
      body.close();
    }
  }
}
