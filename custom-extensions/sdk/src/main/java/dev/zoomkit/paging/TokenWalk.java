package dev.zoomkit.paging;

import dev.zoomkit.runtime.PagedResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From page to page by a token, in constant memory, and never in circles. */
final class TokenWalk<T> implements PageIterator.Walk<T> {

  private final Function<@Nullable String, ? extends PagedResponse<T>> fetch;
  private @Nullable String token;
  private long pages;

  /** A token of the past, renewed at each power of two: a circle of any length meets it (Brent). */
  private @Nullable String landmark;

  TokenWalk(@Nullable String start, Function<@Nullable String, ? extends PagedResponse<T>> fetch) {
    this.token = emptyToNull(start);
    this.fetch = fetch;
  }

  @Override
  public Page<T> next() {
    PagedResponse<T> answer = fetch.apply(token);
    String following = emptyToNull(answer.nextPageToken());
    pages++;
    if (following != null && (following.equals(token) || following.equals(landmark))) {
      throw new PagingException(
          "Page %d leads back to a page that was already read: Zoom gave its next_page_token again, so the list would never end."
              .formatted(pages));
    }
    if (Long.bitCount(pages) == 1) {
      landmark = following;
    }
    token = following;
    return new Page<>(answer, following, null);
  }

  private static @Nullable String emptyToNull(@Nullable String token) {
    return token == null || token.isEmpty() ? null : token;
  }
}
