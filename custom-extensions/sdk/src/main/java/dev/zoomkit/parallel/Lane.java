package dev.zoomkit.parallel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An item on its way, and what was made of it and nobody has taken yet. All but {@link #step()} and
 * {@link #feed} is guarded by the lock of its {@link Walk}.
 */
final class Lane<T, R extends @Nullable Object> {

  /** How many rows wait until the thread that makes them leaves, and at how many one comes back. */
  private static final int FULL = 64;

  private static final int LOW = FULL / 2;

  final Deque<Outcome<T, R>> rows = new ArrayDeque<>();
  final Feed<R> feed;

  /** Who makes rows now; null where nobody does. */
  @Nullable Thread worker;

  /** Whether there is more, but no thread that makes it. */
  boolean parked;

  /** Whether no more rows come, or none are wanted. */
  boolean finished;

  private final T item;

  Lane(T item, Function<? super T, ? extends Iterable<? extends R>> function) {
    this.item = item;
    feed = new Feed<>(() -> function.apply(item));
  }

  /** The next row; null where there is none. Blocks as long as that takes. */
  @Nullable Outcome<T, R> step() {
    try {
      return feed.hasNext() ? Outcome.of(item, feed.next()) : null;
    } catch (Throwable thrown) {
      return Outcome.failed(item, thrown);
    }
  }

  boolean isFull() {
    return rows.size() >= FULL;
  }

  boolean isLow() {
    return rows.size() <= LOW;
  }
}
