package dev.zoomkit.parallel;

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

  /** Ends another fan-out that feeds this one. */
  void close(boolean waiting) {
    if (iterable instanceof Results<?> results) {
      results.close(waiting);
    }
  }
}
