package dev.zoomkit.paging;

import dev.zoomkit.runtime.PagedResponse;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that Zoom answers in pages. Nothing is sent before the first item is asked for, and a page
 * only when an item of it is; memory holds one page. Immutable and thread-safe: each iterator and
 * each stream walks the list afresh, for one thread.
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
   * does not. A server that gives a token twice gets a {@link PagingException}.
   *
   * @param start the token to begin with; null or empty for the first page
   * @param fetch gets the page of a token, null for the first; all other parameters must be equal
   */
  public static <T> Pages<T> byToken(
      @Nullable String start, Function<@Nullable String, ? extends PagedResponse<T>> fetch) {
    return new Pages<>(() -> new PageIterator<>(new TokenWalk<T>(start, fetch)));
  }

  /**
   * A list whose pages have numbers, from 1. It ends after the {@code page_count} of an answer, or
   * where no answer had one, with the first empty page. A server that answers with another page
   * than the one asked for gets a {@link PagingException}.
   *
   * @param start the number to begin with; null for 1
   * @param fetch gets the page of a number
   */
  public static <T> Pages<T> byNumber(
      @Nullable Integer start, Function<Integer, ? extends PagedResponse<T>> fetch) {
    return new Pages<>(() -> new PageIterator<>(new NumberWalk<T>(start, fetch)));
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
