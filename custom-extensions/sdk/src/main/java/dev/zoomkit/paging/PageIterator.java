package dev.zoomkit.paging;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.window.PageSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks pages; the next one is fetched by {@link #next()}, or while the one before is read. */
final class PageIterator<T> implements Walk<Page<T>> {

  private final PageSource<T> source;
  private final WalkOptions options;
  private final ListWalk<T> list;
  private @Nullable FutureTask<ListWalk.Step<T>> ahead;
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
    ListWalk.Step<T> step = ahead == null ? list.next() : await(ahead);
    ahead = null;
    tell(step, start);
    ended = !step.more();
    if (options.prefetching() && step.more()) {
      ahead = new FutureTask<>(list::next);
      Background.run("zoomkit prefetching " + source.operation(), ahead);
    }
    return step.page();
  }

  private ListWalk.Step<T> await(FutureTask<ListWalk.Step<T>> task) {
    try {
      return task.get();
    } catch (InterruptedException interrupt) {
      close();
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          new CallInfo(source.operation(), null),
          (IOException) new InterruptedIOException("The wait for a page.").initCause(interrupt));
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure.getCause();
    }
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
      ahead.cancel(true);
    }
  }
}
