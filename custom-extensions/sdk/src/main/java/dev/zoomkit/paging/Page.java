package dev.zoomkit.paging;

import dev.zoomkit.value.PagedResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Immutable.
 *
 * @param <T> the type of an item
 */
public final class Page<T> {

  private final PagedResponse<T> response;
  private final @Nullable String nextPageToken;
  private final @Nullable Integer nextPageNumber;

  Page(
      PagedResponse<T> response, @Nullable String nextPageToken, @Nullable Integer nextPageNumber) {
    this.response = response;
    this.nextPageToken = nextPageToken;
    this.nextPageNumber = nextPageNumber;
  }

  /** In Zoom's order; may be empty, on a page in the middle, too. Immutable. */
  public List<T> items() {
    return response.items();
  }

  /**
   * Where to resume, for 15 minutes: the {@code next_page_token} of the same query. Null on the
   * last page, and where the next one has a number instead.
   */
  public @Nullable String nextPageToken() {
    return nextPageToken;
  }

  /**
   * Where to resume in a list whose pages have numbers, or where Zoom counts more pages and gives
   * no token: the {@code page_number} of the same query. Null on a page that is known to be the
   * last, and where a token leads on.
   */
  public @Nullable Integer nextPageNumber() {
    return nextPageNumber;
  }

  /** Zoom's whole response: the model with whatever stands beside the items, such as totals. */
  public PagedResponse<T> response() {
    return response;
  }

  @Override
  public String toString() {
    return "Page[%d items, nextPageToken=%s, nextPageNumber=%s]"
        .formatted(items().size(), nextPageToken, nextPageNumber);
  }
}
