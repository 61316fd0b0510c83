package dev.zoomkit.paging;

import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.internal.window.PageSource;
import dev.zoomkit.internal.window.Span;
import dev.zoomkit.value.PagedResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one window. Where their token ended, and where items moved to pages that were
 * read before, it reads them anew from the first one and leaves out what came before.
 */
final class WindowWalk<T> implements PageCursor.Fetch<T> {

  /** How often a window is read anew in vain before that is an error. */
  private static final int FRUITLESS = 2;

  /** How often a window is read anew because its total fell; some lists never stand still. */
  private static final int MOST_SHRINKAGES = 2;

  private static final int BAD_REQUEST = 400;
  private static final Integer INVALID_TOKEN = 300;

  private final PageSource<T> source;
  private final WalkOptions options;
  private final Span window;
  private final Sender sender;
  private final Sieve sieve;
  private final long readBefore;

  private PageCursor<T> cursor;
  private boolean anew;
  private boolean ended;
  private boolean sentToken;
  private final boolean restartable;

  /** How many items had passed when the pages were read anew; -1 before that. */
  private long passedBefore = -1;

  private int fruitless;
  private int shrinkages;
  private @Nullable Long total;

  /** Whether it fell since the pages were begun, though it may have risen again. */
  private boolean shrunk;

  /**
   * Of a window.
   *
   * @param resumed the place in it where the walk begins; null for its start
   */
  WindowWalk(
      PageSource<T> source,
      WalkOptions options,
      Span window,
      Sender sender,
      IdentitySet known,
      @Nullable Position resumed) {
    this.source = source;
    this.options = options;
    this.window = window;
    this.sender = sender;
    sieve = new Sieve(known, resumed);
    readBefore = sieve.read();
    restartable = resumed != null || source.token() == null;
    cursor =
        resumed == null
            ? cursor(source.token(), source.number())
            : cursor(resumed.token(), resumed.number());
  }

  private PageCursor<T> cursor(@Nullable String token, @Nullable Integer number) {
    return new PageCursor<>(source.operation(), source.step(), token, number, this);
  }

  @Override
  public PagedResponse<T> page(@Nullable String token, @Nullable Integer number) {
    sentToken = token != null;
    return sender.send(source.calls().page(token, number, window));
  }

  boolean hasEnded() {
    return ended;
  }

  Page<T> next() {
    while (true) {
      PageCursor.Read<T> read;
      try {
        read = cursor.next();
      } catch (RuntimeException failure) {
        if (!isOfEndedToken(failure)) {
          throw failure;
        }
        restart(failure);
        continue;
      }
      requireCovered(read.response());
      count(read.response());
      List<T> fresh = sieve.pass(read.response());
      if (read.isLast() && sieve.isBeforeStart()) {
        sieve.rewindByCount();
        readAnew();
        continue;
      }
      boolean known = anew && fresh.isEmpty() && !read.response().items().isEmpty();
      Page<T> page = new Page<>(read, fresh, place(read));
      if (read.isLast()) {
        end();
      } else if (known) {
        continue;
      }
      return page;
    }
  }

  private Place place(PageCursor.Read<T> read) {
    return new Place(source, options.newestFirst(), window, read, sieve.read(), sieve.last());
  }

  private boolean isOfEndedToken(RuntimeException failure) {
    return restartable
        && sentToken
        && failure instanceof BadRequestException refusal
        && refusal.status() == BAD_REQUEST
        && INVALID_TOKEN.equals(refusal.code());
  }

  private void restart(RuntimeException refusal) {
    if (isFruitless()) {
      throw PagingException.of(
          source.operation(),
          "Zoom took no next_page_token for longer than a few pages, %d times without a new item. Ask for larger pages, or for a shorter range."
              .formatted(FRUITLESS + 1),
          refusal);
    }
    sieve.rewind();
    readAnew();
  }

  /** Where a list got shorter, items may have moved to pages read before. */
  private void end() {
    ended = !restartable || !shrunk || !sieve.knowsAll() || shrinkages == MOST_SHRINKAGES;
    if (!ended) {
      shrinkages++;
      sieve.rewind();
      readAnew();
    }
  }

  /** Whether the pages were read anew in vain, too often to try again. */
  private boolean isFruitless() {
    fruitless = sieve.passed() == passedBefore ? fruitless + 1 : 0;
    passedBefore = sieve.passed();
    return fruitless == FRUITLESS;
  }

  private void readAnew() {
    anew = true;
    shrunk = false;
    cursor = cursor(null, source.number());
  }

  private void count(PagedResponse<T> response) {
    Number counted = response.totalRecords();
    if (counted != null) {
      shrunk |= total != null && counted.longValue() < total;
      total = counted.longValue();
    }
  }

  /** Zoom shortens a range without a word, but the response says what it covers. */
  private void requireCovered(PagedResponse<T> response) {
    if (options.withinRetention()) {
      return;
    }
    LocalDate from = window.firstDay();
    LocalDate coveredFrom = response.coveredFrom();
    if (from != null && coveredFrom != null && coveredFrom.isAfter(from)) {
      throw RetentionException.beginsLater(source.operation(), from, coveredFrom);
    }
    LocalDate to = window.lastDay();
    LocalDate coveredTo = response.coveredTo();
    if (to != null
        && coveredTo != null
        && coveredTo.isBefore(to)
        && coveredTo.isBefore(LocalDate.now(source.clock()).minusDays(1))) {
      throw RetentionException.endsEarlier(source.operation(), to, coveredTo);
    }
  }

  /** How many items Zoom counts; null where it does not say. */
  @Nullable Long total() {
    return total;
  }

  /** How much of what was to be read was read, from 0 to 1; 0 where that is unknown. */
  double part() {
    if (ended) {
      return 1;
    }
    if (total == null || total <= readBefore) {
      return 0;
    }
    double part = (double) (sieve.read() - readBefore) / (total - readBefore);
    return Math.max(0, Math.min(1, part));
  }
}
