package dev.zoomkit.paging;

import dev.zoomkit.internal.window.PageSource.Step;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.PagedResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fetches page after page: by token where a response has one, else by number up to the page count.
 * Needs constant memory, detects circles, and reports items that a response counts but lacks.
 */
final class PageCursor<T> {

  /** Gets a page; by neither the first one, by both that of the token. */
  interface Fetch<T> {
    PagedResponse<T> page(@Nullable String token, @Nullable Integer number);
  }

  /**
   * A page as it came, and what leads on from it.
   *
   * @param nextToken null where no token does
   * @param nextNumber null where no number does
   */
  record Read<T>(
      PagedResponse<T> response, @Nullable String nextToken, @Nullable Integer nextNumber) {

    boolean isLast() {
      return nextToken == null && nextNumber == null;
    }
  }

  private final String operation;
  private final Step step;
  private final Fetch<T> fetch;

  private @Nullable String token;
  private @Nullable Integer number;

  /** Whether all pages are read from the first one on. */
  private final boolean whole;

  /** The number of the page to fetch, from 1; null where it is unknown, after a token of before. */
  private @Nullable Integer position;

  private @Nullable Integer pageCount;
  private long itemsRead;
  private long pagesRead;

  /** The hash of the items of the page before one that is asked for by number; else null. */
  private @Nullable Integer itemsBefore;

  /** A token of the past, renewed as the pages double: a circle of any length meets it (Brent). */
  private @Nullable String landmark;

  private long landmarkDue = 1;

  PageCursor(
      String operation,
      Step step,
      @Nullable String token,
      @Nullable Integer number,
      Fetch<T> fetch) {
    this.operation = operation;
    this.step = step;
    this.token = emptyToNull(token);
    this.number = number;
    this.fetch = fetch;
    position = this.token == null ? Objects.requireNonNullElse(number, 1) : null;
    whole = Integer.valueOf(1).equals(position);
  }

  Read<T> next() {
    PagedResponse<T> response = Arguments.require(operation, "page", fetch.page(token, number));
    pagesRead++;
    if (position == null && response.pageNumber() != null && response.pageNumber() > 1) {
      position = response.pageNumber();
    }
    if (token == null && number != null) {
      checkNumber(response, number);
    }
    checkList(response);
    itemsRead += response.items().size();

    String nextToken = step == Step.NUMBER ? null : emptyToNull(response.nextPageToken());
    Integer nextNumber = nextToken == null ? nextNumber(response) : null;
    if (nextToken != null) {
      checkToken(nextToken);
      pageCount = null;
    }
    token = nextToken;
    number = nextNumber == null ? number : nextNumber;
    itemsBefore = nextNumber == null ? null : (Integer) response.items().hashCode();
    position = position == null ? null : position + 1;
    return new Read<>(response, nextToken, nextNumber);
  }

  /** The number of the next page where no token leads to it; null where this one is the last. */
  private @Nullable Integer nextNumber(PagedResponse<T> response) {
    if (step == Step.TOKEN) {
      checkOnlyPage(response);
      return null;
    }
    if (position == null) {
      return null;
    }
    List<T> items = response.items();
    Integer counted = response.pageCount();
    if (counted != null && (counted >= position || items.isEmpty())) {
      pageCount = counted; // A smaller one is refuted by the items of this page.
    }
    boolean more =
        pageCount == null ? step == Step.NUMBER && !items.isEmpty() : position < pageCount;
    return more ? position + 1 : null;
  }

  /**
   * A list without tokens that takes no number has one page; where tokens led, they also end it.
   */
  private void checkOnlyPage(PagedResponse<T> response) {
    Integer counted = response.pageCount();
    Number total = response.totalRecords();
    boolean complete = total != null && total.longValue() <= itemsRead;
    if (token == null && counted != null && counted > 1 && !complete) {
      throw PagingException.of(
          operation,
          "page 1 of %d has no next_page_token, and %s takes no page_number, so nothing leads to the next one. Ask for larger pages, so that one holds all, or ask Zoom's support."
              .formatted(counted, operation));
    }
  }

  private void checkList(PagedResponse<T> response) {
    String absent = response.absentList();
    if (absent == null || position == null) {
      return;
    }
    Number total = response.totalRecords();
    Integer counted = response.pageCount();
    String count = null;
    if (whole && total != null) {
      if (total.longValue() > itemsRead) {
        count = "total_records is %s, of which %d came before".formatted(total, itemsRead);
      }
    } else if (counted != null && counted >= Math.max(position, 2)) {
      count = "page_count is " + counted;
    }
    if (count != null) {
      throw PagingException.of(
          operation,
          "page %d has no %s, but %s. Try again; if it stays so, ask Zoom's support."
              .formatted(position, absent, count));
    }
  }

  private void checkNumber(PagedResponse<T> response, int asked) {
    Integer returned = response.pageNumber();
    if (returned != null && returned != asked) {
      throw PagingException.of(
          operation,
          "page %d was requested and page %d came, so the list would never end."
              .formatted(asked, returned));
    }
    List<T> items = response.items();
    if (returned == null && !items.isEmpty() && Objects.equals(items.hashCode(), itemsBefore)) {
      throw PagingException.of(
          operation,
          "page %d was requested and the page before it came again, so the list would never end."
              .formatted(asked));
    }
  }

  private void checkToken(String following) {
    if (following.equals(token) || following.equals(landmark)) {
      throw PagingException.of(
          operation,
          "page %d leads back to a page that was already read: Zoom gave its next_page_token again, so the list would never end."
              .formatted(pagesRead));
    }
    if (pagesRead >= landmarkDue) {
      landmark = following;
      landmarkDue = 2 * pagesRead;
    }
  }

  private static @Nullable String emptyToNull(@Nullable String token) {
    return token == null || token.isEmpty() ? null : token;
  }
}
