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

  private final PageCursor.Read<T> read;
  private final List<T> items;
  private final Place place;

  Page(PageCursor.Read<T> read, List<T> items, Place place) {
    this.read = read;
    this.items = items;
    this.place = place;
  }

  /**
   * In Zoom's order, without those that came on a page before; may be empty, on a page in the
   * middle, too. Immutable.
   */
  public List<T> items() {
    return items;
  }

  /**
   * Where to resume, for 15 minutes: the {@code next_page_token} of the same query. Null on the
   * last page, of a window as well, and where the next one has a number instead.
   */
  public @Nullable String nextPageToken() {
    return read.nextToken();
  }

  /**
   * Where to resume in a list whose pages have numbers, or where Zoom counts more pages and gives
   * no token: the {@code page_number} of the same query. Null on a page that is known to be the
   * last, of a window as well, and where a token leads on.
   */
  public @Nullable Integer nextPageNumber() {
    return read.nextNumber();
  }

  /** The place behind this page, for {@link Pages#resumeAt}; on the last page, too. */
  public Position position() {
    return place.position();
  }

  /**
   * Zoom's whole response: the model with whatever stands beside the items, such as totals. Its
   * items are all that Zoom sent.
   */
  public PagedResponse<T> response() {
    return read.response();
  }

  @Override
  public String toString() {
    return "Page[%d items, nextPageToken=%s, nextPageNumber=%s]"
        .formatted(items.size(), nextPageToken(), nextPageNumber());
  }
}
