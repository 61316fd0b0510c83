package dev.zoomkit.parallel;

import dev.zoomkit.paging.Walk;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads an iterable once, which is made when it is first asked. For one thread at a time. */
final class Feed<E extends @Nullable Object> {

  private final Supplier<? extends Iterable<? extends E>> origin;
  private @Nullable Iterable<? extends E> iterable;
  private @Nullable Iterator<? extends E> iterator;

  Feed(Supplier<? extends Iterable<? extends E>> origin) {
    this.origin = origin;
  }

  boolean hasNext() {
    if (iterator == null) {
      iterable = origin.get();
      iterator = iterable.iterator();
    }
    return iterator.hasNext();
  }

  /** After {@link #hasNext()} alone. */
  E next() {
    return Objects.requireNonNull(iterator).next();
  }

  /** Ends another fan-out that feeds this one, or gives up a page that is fetched ahead. */
  void close(boolean waiting) {
    if (iterator instanceof Walk<?> walk) {
      walk.close();
    }
    if (iterable instanceof Results<?> results) {
      results.close(waiting);
    }
  }
}
