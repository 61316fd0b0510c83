package dev.zoomkit.parallel;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FanOut} makes, to be read once, by one thread, as a loop or as a stream. Nothing is
 * done before it is read. {@link #close()} it unless it is read to its end.
 *
 * <p>Asking for a result blocks until there is one. An exception surfaces from {@link
 * Iterator#next()} (never from {@code hasNext()}), as it was thrown and with the stack of the
 * reading thread added to its own, and ends the whole. An interrupt of the reading thread ends it
 * with a {@link dev.zoomkit.error.CallInterruptedException}; the flag stays set.
 *
 * <p>What nobody reads on goes no further than described there, and holds no thread then.
 *
 * @param <R> the type of a result
 */
public final class Results<R extends @Nullable Object> implements Iterable<R>, AutoCloseable {

  private final Walk<?, ?> walk;
  private final Iterator<R> rows;
  private final AtomicBoolean isRead = new AtomicBoolean();
  private volatile @Nullable Thread reader;

  private Results(Walk<?, ?> walk, Iterator<R> rows) {
    this.walk = walk;
    this.rows = rows;
  }

  static <T, V extends @Nullable Object, R extends @Nullable Object> Results<R> of(
      Walk<T, V> walk, Function<? super Outcome<T, V>, ? extends R> face) {
    return new Results<>(
        walk,
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return walk.hasNext();
          }

          @Override
          public R next() {
            return face.apply(walk.next());
          }
        });
  }

  /**
   * The results, for one thread.
   *
   * @throws IllegalStateException if they are read already: what they were made of may be gone
   */
  @Override
  public Iterator<R> iterator() {
    if (!isRead.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "These results are read already. Call map or flatMap of the FanOut again for others.");
    }
    reader = Thread.currentThread();
    return rows;
  }

  /**
   * The results as a stream, sequential and as lazy as the iterator. Closing the stream closes
   * them.
   *
   * @throws IllegalStateException if they are read already
   */
  public Stream<R> stream() {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false)
        .onClose(this::close);
  }

  /**
   * Ends what is under way: workers are interrupted, and nothing more is begun. In the thread that
   * asked for the iterator or the stream it blocks until they have ended, which takes as long as a
   * call needs to notice an interrupt (see {@link dev.zoomkit.ZoomClient}); in others it does not
   * block. Who reads on gets a {@link dev.zoomkit.error.CallInterruptedException}. Does nothing
   * where the results were read to their end.
   */
  @Override
  public void close() {
    close(Thread.currentThread() == reader);
  }

  void close(boolean waiting) {
    walk.close(waiting);
  }
}
