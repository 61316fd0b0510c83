package dev.zoomkit.paging;

import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.internal.window.PageSource;
import dev.zoomkit.internal.window.PageSource.Step;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.PagedResponse;
import java.time.Clock;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list that Zoom returns in pages. Nothing is sent before the first item is asked for, and a page
 * only when an item of it is. Memory holds one page, and 16 bytes an item where items have
 * identities. Immutable and thread-safe: each iterator and each stream reads the list from its
 * start, for one thread.
 *
 * <p><b>Ranges.</b> Where an operation covers so many days a call, a longer range is read in
 * windows, oldest first. They leave nothing out and overlap nowhere. Where {@code from} or {@code
 * to} is not set, there is one window, as Zoom has it; but a {@code from} alone that lies further
 * back than one window reaches goes on up to today. A range that begins before what Zoom still
 * keeps is a {@link RetentionException}, before anything is sent, and so is a response that says to
 * cover less than asked.
 *
 * <p><b>Lists that change.</b> An item that comes again is left out, by its identity. Where the
 * total of a list falls, its pages are read again at the end for what moved to an earlier one. A
 * token that ended, after 15 minutes, is no error: the pages are read again from the first one of
 * the window, and what came before is left out, by identity or else by count. So an item that is
 * there all the time comes twice, or is missed, only where identities are unknown and the list
 * changed, or where Zoom's total does not show that it did.
 *
 * <p>Asking for an item blocks while its page is fetched. What a fetch throws surfaces from {@link
 * Iterator#next()} of items and pages (never from {@code hasNext()}) and ends that walk. To go on
 * from there, start a new one with {@link #resumeAt} and the {@link Page#position()} of the last
 * page.
 *
 * @param <T> the type of an item
 */
public final class Pages<T> implements Iterable<T> {

  private final PageSource<T> source;
  private final WalkOptions options;

  private Pages(PageSource<T> source, WalkOptions options) {
    this.source = source;
    this.options = options;
  }

  /** Of an operation; made by the SDK alone. */
  @SuppressWarnings("exports")
  public static <T> Pages<T> of(PageSource<T> source) {
    Arguments.require("Pages", "source", source);
    source.range().requireOrder(source.operation());
    if (source.token() != null && source.range().cut(source.clock(), false).count() > 1) {
      throw Arguments.unfit(
          source.operation(),
          "nextPageToken",
          "and the window that it is of; %s takes several. Give from and to of that window, or use resumeAt(position)."
              .formatted(source.range().whole()));
    }
    return new Pages<>(source, WalkOptions.STANDARD);
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
    return of(operation, Step.TOKEN, start, null, (token, number) -> fetch.apply(token));
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
        Step.NUMBER,
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
    return of(operation, Step.TOKEN_OR_NUMBER, token, number, fetch::apply);
  }

  private static <T> Pages<T> of(
      String operation,
      Step step,
      @Nullable String token,
      @Nullable Integer number,
      PageCursor.Fetch<T> fetch) {
    Arguments.requireText("Pages", "operation", operation);
    return of(
        new PageSource<>(
            operation,
            step,
            token,
            number,
            DateRange.none(),
            Clock.systemUTC(),
            (next, numbered, window) ->
                new FunctionCall<>(operation, () -> fetch.page(next, numbered))));
  }

  /**
   * The same list, the newest window first; the items of a window stay in Zoom's order.
   *
   * @throws IllegalArgumentException if it is to resume at a position of the other order
   */
  public Pages<T> newestFirst() {
    if (options.resumed() != null) {
      options.resumed().requireOf(source.operation(), identity(source), true);
    }
    return new Pages<>(source, options.withNewestFirst());
  }

  /**
   * The same list without the days that Zoom no longer keeps, or does not cover. Empty where it
   * keeps none of them; nothing is sent then.
   */
  public Pages<T> withinRetention() {
    return new Pages<>(source, options.withOnlyWhatIsKept());
  }

  /**
   * The same list, read one page ahead: while the items of a page are worked on, the next one is
   * fetched on a thread of its own, a virtual one where Java has them. It ends with its page, so
   * that a walk that is left behind leaves no thread; {@link Walk#close()} gives the page up. What
   * the fetch throws surfaces from {@code next()}, as ever.
   */
  public Pages<T> prefetching() {
    return new Pages<>(source, options.withPrefetching());
  }

  /**
   * The same list, and somebody is told of each page, before its items are handed out and by the
   * thread that asks for them. What the listener throws surfaces from {@code next()} and ends the
   * walk. A later listener replaces it.
   */
  public Pages<T> onProgress(Consumer<Progress> listener) {
    Arguments.require("onProgress", "listener", listener);
    return new Pages<>(source, options.telling(listener));
  }

  /**
   * The rest of the same list, behind a page that was read before, by another process or the same.
   * It goes on by the token of that page, with nothing read again. Where the token ended, the
   * window is read again and skipped up to the last item of that page, or where that item is gone
   * or has no identity, by count. An item that was added or removed meanwhile may then be missed or
   * come twice, and what came before the position is not known any more: an item that moves behind
   * it comes again.
   *
   * @throws IllegalArgumentException if it is a position of another list: another operation,
   *     account, user, range, query or order of windows
   */
  public Pages<T> resumeAt(Position position) {
    Arguments.require("resumeAt", "position", position);
    position.requireOf(source.operation(), identity(source), options.newestFirst());
    return new Pages<>(source, options.after(position));
  }

  /** What tells a list from others: the request for its first page, of all that it covers. */
  static long identity(PageSource<?> source) {
    return IdentitySet.hash(source.calls().page(null, null, source.range().whole()).line());
  }

  /** The items of all pages, in Zoom's order. */
  @Override
  public Iterator<T> iterator() {
    return walk();
  }

  /** The items of all pages, in Zoom's order, in a walk to close if it may be left early. */
  public Walk<T> walk() {
    return new ItemIterator<>(walkByPage());
  }

  /**
   * The items of all pages, in Zoom's order; sequential, and as lazy as the iterator. Closing the
   * stream closes its walk.
   */
  public Stream<T> stream() {
    Walk<T> walk = walk();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED), false)
        .onClose(walk::close);
  }

  /** The pages, empty ones included. */
  public Iterable<Page<T>> byPage() {
    return this::walkByPage;
  }

  /** The pages, empty ones included, in a walk to close if it may be left early. */
  public Walk<Page<T>> walkByPage() {
    return new PageIterator<>(source, options);
  }
}
