package dev.zoomkit;

import dev.zoomkit.internal.Lifetime;
import dev.zoomkit.internal.thread.Threads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs blocking calls of a client and its views in threads of their own. Thread-safe. */
final class AsyncCalls implements AutoCloseable {

  /** What the first of them makes; null before it. */
  private @Nullable Means means;

  private boolean closed;

  /**
   * Starts calls.
   *
   * @param views makes a view with options of what the function calls
   * @return the result; calls end where it fails before they do
   */
  <V, T> CompletableFuture<T> start(
      Function<Consumer<CallOptions.Builder>, V> views, Function<V, T> calls) {
    Means means = means();
    CompletableFuture<T> result = new CompletableFuture<>();
    Cancellation cancellation = new Cancellation();
    V view = views.apply(options -> options.cancelledBy(means.closing).cancelledBy(cancellation));
    result.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            cancellation.cancel();
          }
        });
    try {
      means.threads.start(
          () -> complete(result, view, calls), "zoomkit-async-" + means.started.incrementAndGet());
    } catch (RejectedExecutionException closed) {
      throw Lifetime.closedException("async");
    }
    return result;
  }

  private synchronized Means means() {
    if (closed) {
      throw Lifetime.closedException("async");
    }
    if (means == null) {
      means = new Means();
    }
    return means;
  }

  private static <V, T> void complete(CompletableFuture<T> result, V view, Function<V, T> calls) {
    if (result.isDone()) {
      return;
    }
    try {
      result.complete(calls.apply(view));
    } catch (Throwable thrown) {
      result.completeExceptionally(thrown);
    }
  }

  /** Ends what is under way, and starts nothing any more. */
  @Override
  public void close() {
    Means made;
    synchronized (this) {
      closed = true;
      made = means;
    }
    if (made != null) {
      made.threads.close();
      made.closing.cancel();
    }
  }

  /** What all of them share. */
  private static final class Means {
    private final Threads threads = new Threads();
    private final Cancellation closing = new Cancellation();
    private final AtomicLong started = new AtomicLong();
  }
}
