package dev.zoomkit.paging;

import dev.zoomkit.internal.window.PageSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the pages of all windows of a list, one after the other, for one thread at a time. */
final class ListWalk<T> {

  /**
   * A page and what was known when it came.
   *
   * @param more whether another one follows
   * @param windowsDone of all windows, how many were read to their end
   * @param total the items that Zoom counts in the windows begun; null where it does not say
   * @param part how much of the walk is done, from 0 to 1; 0 where that is unknown
   */
  record Step<T>(
      Page<T> page,
      boolean more,
      long windowsDone,
      long windows,
      @Nullable Long total,
      double part) {

    Progress progress(long pages, long items, Duration elapsed) {
      return Progress.of(pages, items, total, windowsDone, windows, elapsed, part);
    }
  }

  private final PageSource<T> source;
  private final WalkOptions options;
  private final Sender sender = new Sender();
  private final IdentitySet known = new IdentitySet();
  private @Nullable WindowSequence windows;
  private @Nullable WindowWalk<T> window;

  /** The total of the windows that ended; null where that of one is unknown. */
  private @Nullable Long totalBefore = 0L;

  ListWalk(PageSource<T> source, WalkOptions options) {
    this.source = source;
    this.options = options;
  }

  /** Whether there is a first page; one that is a failure, too. */
  boolean hasPages() {
    return windows().hasNext();
  }

  Step<T> next() {
    WindowWalk<T> current = window;
    if (current == null || current.hasEnded()) {
      current = nextWindow();
      window = current;
    }
    Page<T> page = current.next();
    boolean more = !current.hasEnded() || windows().hasNext();
    long done = windows().begun() - (current.hasEnded() ? 0 : 1);
    double part = (windows().begun() - 1 + current.part()) / windows().count();
    Long total = sum(totalBefore, current.total());
    if (current.hasEnded()) {
      totalBefore = total;
    }
    return new Step<>(page, more, done, windows().count(), total, part);
  }

  private WindowWalk<T> nextWindow() {
    Position resumed = options.resumed();
    boolean within = resumed != null && !resumed.isAtEndOfWindow() && windows().begun() == 0;
    return new WindowWalk<>(
        source, options, windows().next(), sender, known, within ? resumed : null);
  }

  private WindowSequence windows() {
    if (windows == null) {
      Position resumed = options.resumed();
      windows =
          WindowSequence.of(
              source.operation(),
              source.range(),
              source.clock(),
              options,
              resumed == null ? null : resumed.window(),
              resumed != null && resumed.isAtEndOfWindow());
    }
    return windows;
  }

  /** Gives up the page that is being fetched, from any thread. */
  void cancel() {
    sender.cancel();
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    return one == null || other == null ? null : (Long) (one + other);
  }
}
