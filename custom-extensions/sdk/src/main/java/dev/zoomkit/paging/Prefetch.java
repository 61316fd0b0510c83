package dev.zoomkit.paging;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.thread.Threads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The next page of a walk, fetched on a thread of its own. */
final class Prefetch<T> {

  private final String operation;
  private final ListWalk<T> list;
  private final FutureTask<ListWalk.Step<T>> task;

  private Prefetch(String operation, ListWalk<T> list) {
    this.operation = operation;
    this.list = list;
    task = new FutureTask<>(list::next);
  }

  /** Begins to fetch it. */
  static <T> Prefetch<T> begin(String operation, ListWalk<T> list) {
    Prefetch<T> begun = new Prefetch<>(operation, list);
    Threads.detached(begun.task, "zoomkit prefetching " + operation);
    return begun;
  }

  /** The page, or what its fetch threw. Blocks; an interrupt gives the walk up. */
  ListWalk.Step<T> step() {
    try {
      return task.get();
    } catch (InterruptedException interrupt) {
      list.cancel();
      cancel();
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          new CallInfo(operation, null),
          (IOException) new InterruptedIOException("The wait for a page.").initCause(interrupt));
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure.getCause();
    }
  }

  /** Gives it up. */
  void cancel() {
    task.cancel(true);
  }
}
