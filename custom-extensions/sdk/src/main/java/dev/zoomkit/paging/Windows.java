package dev.zoomkit.paging;

import dev.zoomkit.internal.window.Span;
import dev.zoomkit.internal.window.WindowSource;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.DateOrDateTime;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What an operation without pages says of a range of any length: one response for each window that
 * a call can cover, oldest first. Nothing is sent before a window is asked for. Windows leave
 * nothing out and overlap nowhere: one begins the day after the end of the one before, or the
 * second after where they have times. Where {@code from} or {@code to} is not set, there is one
 * window, as Zoom has it; but a {@code from} alone that lies further back than one window reaches
 * goes on up to today. Immutable and thread-safe: each iterator and each stream begins anew.
 *
 * <p>Asking for a window blocks while it is fetched. What that throws surfaces from {@link
 * Iterator#next()} and ends that walk. A range that begins before what Zoom still keeps is a {@link
 * RetentionException} of the first {@code next()}, before anything is sent.
 *
 * @param <T> the type of a response
 */
public final class Windows<T> implements Iterable<Windows.Window<T>> {

  /**
   * One window and what Zoom says of it. Immutable.
   *
   * @param from its first day or second; null where Zoom chose it
   * @param to its last day or second; null where Zoom chose it
   * @param value Zoom's response
   * @param <T> the type of a response
   */
  public record Window<T>(@Nullable DateOrDateTime from, @Nullable DateOrDateTime to, T value) {

    /** Refuses null where it is not expected. */
    public Window {
      Arguments.require("Window", "value", value);
    }
  }

  private final WindowSource<T> source;
  private final WalkOptions options;

  private Windows(WindowSource<T> source, WalkOptions options) {
    this.source = source;
    this.options = options;
  }

  /** Of an operation; made by the SDK alone. */
  @SuppressWarnings("exports")
  public static <T> Windows<T> of(WindowSource<T> source) {
    Arguments.require("Windows", "source", source);
    source.range().requireOrder(source.operation());
    return new Windows<>(source, WalkOptions.STANDARD);
  }

  /** The same windows, newest first. */
  public Windows<T> newestFirst() {
    return new Windows<>(source, options.withNewestFirst());
  }

  /** Without the days that Zoom no longer keeps; without any window where it keeps none of them. */
  public Windows<T> withinRetention() {
    return new Windows<>(source, options.withOnlyWhatIsKept());
  }

  @Override
  public Iterator<Window<T>> iterator() {
    return new Walking();
  }

  /** The windows; sequential, and as lazy as the iterator. */
  public Stream<Window<T>> stream() {
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED),
        Spliterator.ORDERED,
        false);
  }

  private final class Walking implements Iterator<Window<T>> {

    private @Nullable WindowSequence windows;
    private boolean ended;

    @Override
    public boolean hasNext() {
      return !ended && windows().hasNext();
    }

    @Override
    public Window<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("There are no more windows.");
      }
      ended = true; // Stays so if the call fails.
      Span window = windows().next();
      T value = source.calls().apply(window).send();
      ended = false;
      return new Window<>(window.from(), window.to(), value);
    }

    private WindowSequence windows() {
      if (windows == null) {
        windows =
            WindowSequence.of(
                source.operation(), source.range(), source.clock(), options, null, false);
      }
      return windows;
    }
  }
}
