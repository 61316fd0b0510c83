package dev.zoomkit.paging;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.PagedResponse;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that Zoom returns in pages. Nothing is sent before the first item is asked for, and a page
 * only when an item of it is; memory holds one page. Immutable and thread-safe: each iterator and
 * each stream reads the list from its start, for one thread.
 *
 * <p>Asking for an item blocks while its page is fetched. What a fetch throws surfaces from {@link
 * Iterator#next()} of items and pages (never from {@code hasNext()}) and ends that walk. To go on
 * from there, start a new walk with the {@link Page#nextPageToken()} of the last page.
 *
 * @param <T> the type of an item
 */
public final class Pages<T> implements Iterable<T> {

  private final Supplier<PageIterator<T>> walk;

  private Pages(Supplier<PageIterator<T>> walk) {
    this.walk = walk;
  }

  /**
   * A list that leads from page to page by a token. An absent or empty token ends it, an empty page
   * does not. A token that comes twice is a {@link PagingException}, and so are a first page that
   * counts more pages ({@code page_count}) but has no token, and a page that counts items but lacks
   * its list.
   *
   * @param operation what messages call it
   * @param start the token to begin with; null or empty for the first page
   * @param fetch gets the page of a token, null for the first; all other parameters must be equal
   */
  public static <T> Pages<T> byToken(
      String operation,
      @Nullable String start,
      Function<@Nullable String, ? extends PagedResponse<T>> fetch) {
    Arguments.require("Pages.byToken", "fetch function", fetch);
    return of(operation, PageCursor.Step.TOKEN, start, null, (token, number) -> fetch.apply(token));
  }

  /**
   * A list whose pages have numbers, from 1. It ends after the {@code page_count} of a response, or
   * where no response had one, with the first empty page. A server that returns another page than
   * the one requested causes a {@link PagingException}, as does a page without its list that counts
   * items.
   *
   * @param operation what messages call it
   * @param start the number to begin with; null for 1
   * @param fetch gets the page of a number
   */
  public static <T> Pages<T> byNumber(
      String operation,
      @Nullable Integer start,
      Function<Integer, ? extends PagedResponse<T>> fetch) {
    Arguments.require("Pages.byNumber", "fetch function", fetch);
    return of(
        operation,
        PageCursor.Step.NUMBER,
        null,
        start,
        (token, number) -> fetch.apply(Objects.requireNonNullElse(number, 1)));
  }

  /**
   * A list that leads from page to page by a token, and takes numbers as well: where a response has
   * no token, but counts more pages ({@code page_count}), the page of the next number follows. A
   * list that begins with a token of before counts from the {@code page_number} of a response, if
   * that has one. Else as {@link #byToken} and {@link #byNumber}.
   *
   * @param operation what messages call it
   * @param token the token to begin with; null or empty for the page of the number
   * @param number the number to begin with; null for the first page
   * @param fetch gets the page of a token, if there is one, or of a number; all other parameters
   *     must be equal, and with a token the number as well
   */
  public static <T> Pages<T> byTokenOrNumber(
      String operation,
      @Nullable String token,
      @Nullable Integer number,
      BiFunction<@Nullable String, @Nullable Integer, ? extends PagedResponse<T>> fetch) {
    Arguments.require("Pages.byTokenOrNumber", "fetch function", fetch);
    return of(operation, PageCursor.Step.TOKEN_OR_NUMBER, token, number, fetch::apply);
  }

  private static <T> Pages<T> of(
      String operation,
      PageCursor.Step step,
      @Nullable String token,
      @Nullable Integer number,
      PageCursor.Fetch<T> fetch) {
    Arguments.requireText("Pages", "operation", operation);
    return new Pages<>(
        () -> new PageIterator<>(new PageCursor<>(operation, step, token, number, fetch)));
  }

  /** The items of all pages, in Zoom's order. */
  @Override
  public Iterator<T> iterator() {
    return new ItemIterator<>(walk.get());
  }

  /** The items of all pages, in Zoom's order; sequential, and as lazy as the iterator. */
  public Stream<T> stream() {
    return StreamSupport.stream(this::itemSpliterator, Spliterator.ORDERED, false);
  }

  /** The pages, empty ones included. */
  public Iterable<Page<T>> byPage() {
    return walk::get;
  }

  private Spliterator<T> itemSpliterator() {
    return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED);
  }
}
