package dev.zoomkit.paging;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a list is walked.
 *
 * @param newestFirst whether the newest window comes first
 * @param withinRetention whether what Zoom no longer has is left out
 * @param prefetching whether the next page is fetched while one is read
 * @param resumed after which page the walk begins; null for the first one
 * @param progress is told of each page; null for nobody
 */
record WalkOptions(
    boolean newestFirst,
    boolean withinRetention,
    boolean prefetching,
    @Nullable Position resumed,
    @Nullable Consumer<Progress> progress) {

  static final WalkOptions STANDARD = new WalkOptions(false, false, false, null, null);

  WalkOptions withNewestFirst() {
    return new WalkOptions(true, withinRetention, prefetching, resumed, progress);
  }

  WalkOptions withOnlyWhatIsKept() {
    return new WalkOptions(newestFirst, true, prefetching, resumed, progress);
  }

  WalkOptions withPrefetching() {
    return new WalkOptions(newestFirst, withinRetention, true, resumed, progress);
  }

  WalkOptions after(Position position) {
    return new WalkOptions(newestFirst, withinRetention, prefetching, position, progress);
  }

  WalkOptions telling(Consumer<Progress> listener) {
    return new WalkOptions(newestFirst, withinRetention, prefetching, resumed, listener);
  }
}
