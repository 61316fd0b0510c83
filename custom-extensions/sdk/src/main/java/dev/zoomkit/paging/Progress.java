package dev.zoomkit.paging;

import dev.zoomkit.runtime.Arguments;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk is. Immutable.
 *
 * @param pages read so far, the new one included
 * @param items of these pages, without those that came before
 * @param total the items that Zoom counts in the windows begun so far; null where it does not say.
 *     Zoom miscounts at times
 * @param windowsDone the windows read to their end
 * @param windows all windows of the walk; 1 where its range needs no more, or there is none
 * @param elapsed since the first page was asked for
 * @param timeLeft an estimate, by the time that the part read took; null where Zoom does not say
 *     how long the list is
 */
public record Progress(
    long pages,
    long items,
    @Nullable Long total,
    long windowsDone,
    long windows,
    Duration elapsed,
    @Nullable Duration timeLeft) {

  /** Refuses null where it is not expected. */
  public Progress {
    Arguments.require("Progress", "elapsed", elapsed);
  }

  /**
   * Of a part of the walk.
   *
   * @param part read so far, from 0 to 1; 0 where it is unknown
   */
  static Progress of(
      long pages,
      long items,
      @Nullable Long total,
      long windowsDone,
      long windows,
      Duration elapsed,
      double part) {
    Duration left =
        part <= 0 ? null : Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - part) / part));
    return new Progress(pages, items, total, windowsDone, windows, elapsed, left);
  }
}
