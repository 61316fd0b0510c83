package dev.zoomkit.paging;

import dev.zoomkit.runtime.PagedResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From page to page by number: to the page count, or where none is known to an empty page. */
final class NumberWalk<T> implements PageIterator.Walk<T> {

  private final Function<Integer, ? extends PagedResponse<T>> fetch;
  private int number;
  private @Nullable Integer count;

  NumberWalk(@Nullable Integer start, Function<Integer, ? extends PagedResponse<T>> fetch) {
    this.number = start == null ? 1 : start;
    this.fetch = fetch;
  }

  @Override
  public Page<T> next() {
    PagedResponse<T> answer = fetch.apply(number);
    Integer answered = answer.pageNumber();
    if (answered != null && answered != number) {
      throw new PagingException(
          "Page %d was asked for and page %d answered, so the list would never end."
              .formatted(number, answered));
    }
    if (answer.pageCount() != null) {
      count = answer.pageCount();
    }
    boolean last = count == null ? answer.items().isEmpty() : number >= count;
    number++;
    return new Page<>(answer, null, last ? null : number);
  }
}
