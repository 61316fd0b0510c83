package dev.zoomkit.paging;

import dev.zoomkit.value.PagedResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From page to page: by token where an answer gives one, else by number as far as the answers
 * count. In constant memory, never in circles, and never past items that an answer counts and does
 * not have.
 */
final class Walk<T> {

  /** What an operation takes to lead on from a page. */
  enum Step {
    TOKEN,
    NUMBER,
    TOKEN_OR_NUMBER
  }

  /** Gets a page; by neither the first one, by both that of the token. */
  interface Fetch<T> {
    PagedResponse<T> page(@Nullable String token, @Nullable Integer number);
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

  Walk(
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

  Page<T> next() {
    PagedResponse<T> answer = fetch.page(token, number);
    pagesRead++;
    if (position == null && answer.pageNumber() != null && answer.pageNumber() > 1) {
      position = answer.pageNumber();
    }
    if (token == null && number != null) {
      checkNumber(answer, number);
    }
    checkList(answer);
    itemsRead += answer.items().size();

    String nextToken = step == Step.NUMBER ? null : emptyToNull(answer.nextPageToken());
    Integer nextNumber = nextToken == null ? nextNumber(answer) : null;
    if (nextToken != null) {
      checkToken(nextToken);
      pageCount = null;
    }
    token = nextToken;
    number = nextNumber == null ? number : nextNumber;
    itemsBefore = nextNumber == null ? null : (Integer) answer.items().hashCode();
    position = position == null ? null : position + 1;
    return new Page<>(answer, nextToken, nextNumber);
  }

  /** The number of the next page where no token leads to it; null where this one is the last. */
  private @Nullable Integer nextNumber(PagedResponse<T> answer) {
    if (step == Step.TOKEN) {
      checkOnlyPage(answer);
      return null;
    }
    if (position == null) {
      return null;
    }
    List<T> items = answer.items();
    Integer counted = answer.pageCount();
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
  private void checkOnlyPage(PagedResponse<T> answer) {
    Integer counted = answer.pageCount();
    Number total = answer.totalRecords();
    boolean complete = total != null && total.longValue() <= itemsRead;
    if (token == null && counted != null && counted > 1 && !complete) {
      throw new PagingException(
          operation,
          "page 1 of %d has no next_page_token, and %s takes no page_number, so nothing leads to the next one. Ask for larger pages, so that one holds all, or ask Zoom's support."
              .formatted(counted, operation));
    }
  }

  private void checkList(PagedResponse<T> answer) {
    String absent = answer.absentList();
    if (absent == null || position == null) {
      return;
    }
    Number total = answer.totalRecords();
    Integer counted = answer.pageCount();
    String count = null;
    if (whole && total != null) {
      if (total.longValue() > itemsRead) {
        count = "total_records is %s, of which %d came before".formatted(total, itemsRead);
      }
    } else if (counted != null && counted >= Math.max(position, 2)) {
      count = "page_count is " + counted;
    }
    if (count != null) {
      throw new PagingException(
          operation,
          "page %d has no %s, but %s. Try again; if it stays so, ask Zoom's support."
              .formatted(position, absent, count));
    }
  }

  private void checkNumber(PagedResponse<T> answer, int asked) {
    Integer answered = answer.pageNumber();
    if (answered != null && answered != asked) {
      throw new PagingException(
          operation,
          "page %d was asked for and page %d answered, so the list would never end."
              .formatted(asked, answered));
    }
    List<T> items = answer.items();
    if (answered == null && !items.isEmpty() && Objects.equals(items.hashCode(), itemsBefore)) {
      throw new PagingException(
          operation,
          "page %d was asked for and the page before it answered again, so the list would never end."
              .formatted(asked));
    }
  }

  private void checkToken(String following) {
    if (following.equals(token) || following.equals(landmark)) {
      throw new PagingException(
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
