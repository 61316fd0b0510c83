package dev.zoomkit.paging;

import dev.zoomkit.internal.window.PageSource;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks pages; the next one is fetched by {@link #next()}, or while the one before is read. */
final class PageIterator<T> implements Walk<Page<T>> {

  private final PageSource<T> source;
  private final WalkOptions options;
  private final ListWalk<T> list;
  private @Nullable Prefetch<T> ahead;
  private @Nullable Instant start;
  private boolean ended;
  private long pages;
  private long items;

  PageIterator(PageSource<T> source, WalkOptions options) {
    this.source = source;
    this.options = options;
    list = new ListWalk<>(source, options);
  }

  @Override
  public boolean hasNext() {
    return !ended && (start != null || list.hasPages());
  }

  @Override
  public Page<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more pages.");
    }
    ended = true; // Stays so if the fetch fails.
    if (start == null) {
      start = source.clock().instant();
    }
    ListWalk.Step<T> step = ahead == null ? list.next() : ahead.step();
    ahead = null;
    tell(step, start);
    ended = !step.more();
    if (options.prefetching() && step.more()) {
      ahead = Prefetch.begin(source.operation(), list);
    }
    return step.page();
  }

  private void tell(ListWalk.Step<T> step, Instant since) {
    pages++;
    items += step.page().items().size();
    Consumer<Progress> listener = options.progress();
    if (listener != null) {
      Duration elapsed = Duration.between(since, source.clock().instant());
      listener.accept(step.progress(pages, items, elapsed));
    }
  }

  @Override
  public void close() {
    ended = true;
    list.cancel();
    if (ahead != null) {
      ahead.cancel();
    }
  }
}
