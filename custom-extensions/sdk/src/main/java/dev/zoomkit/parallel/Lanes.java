package dev.zoomkit.parallel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items that are on their way, in the order of the source, and whose row comes next. Guarded by
 * the lock of its {@link Job}.
 */
final class Lanes<T, R extends @Nullable Object> {

  private final int inFlight;
  private final boolean ordered;

  /** What was read of the source and is not done with, in its order. */
  private final Deque<Lane<T, R>> lanes = new ArrayDeque<>();

  /** Whose rows come next where they are taken as they come: a lane as often as it has rows. */
  private final Deque<Lane<T, R>> ready = new ArrayDeque<>();

  /** What was given up while no thread was at it, and has to be closed. */
  private final List<Feed<?>> orphans = new ArrayList<>();

  private int running;

  Lanes(int inFlight, boolean ordered) {
    this.inFlight = inFlight;
    this.ordered = ordered;
  }

  boolean isEmpty() {
    return lanes.isEmpty();
  }

  /** Whether another item may be read. */
  boolean haveRoom() {
    return running < inFlight && lanes.size() < 2 * inFlight;
  }

  /** With the calling thread as its worker. */
  void add(Lane<T, R> lane) {
    lane.worker = Thread.currentThread();
    lanes.add(lane);
    running++;
  }

  void addRow(Lane<T, R> lane, Outcome<T, R> row) {
    lane.rows.add(row);
    if (!ordered) {
      ready.add(lane);
    }
  }

  boolean haveRow() {
    return ordered ? !lanes.isEmpty() && !lanes.getFirst().rows.isEmpty() : !ready.isEmpty();
  }

  /** The lane whose row comes next, which the caller takes. */
  Lane<T, R> next() {
    return ordered ? lanes.getFirst() : ready.remove();
  }

  /** Lets go of a lane that is done with. */
  void dropIfDone(Lane<T, R> lane) {
    if (lane.finished && lane.rows.isEmpty()) {
      lanes.remove(lane);
    }
  }

  void finish(Lane<T, R> lane) {
    lane.finished = true;
    lane.worker = null;
    running--;
    dropIfDone(lane);
  }

  /** All that come after one that failed, and not those whose rows come before. */
  void giveUpAfter(Lane<T, R> failed) {
    boolean after = !ordered;
    for (Lane<T, R> lane : List.copyOf(lanes)) {
      if (after && lane != failed) {
        giveUp(lane);
      }
      after |= lane == failed;
    }
  }

  void giveUpAll() {
    List.copyOf(lanes).forEach(this::giveUp);
    ready.clear();
  }

  private void giveUp(Lane<T, R> lane) {
    if (!lane.finished) {
      if (lane.worker != null) {
        lane.worker.interrupt(); // It closes what it reads.
      } else if (lane.parked) {
        orphans.add(lane.feed);
      }
      lane.parked = false;
      finish(lane);
    }
    lanes.remove(lane);
  }

  /** Leaves something to whoever closes what was given up. */
  void abandon(Feed<?> feed) {
    orphans.add(feed);
  }

  /** What is to be closed, and will not be returned again. */
  List<Feed<?>> takeAbandoned() {
    List<Feed<?>> all = List.copyOf(orphans);
    orphans.clear();
    return all;
  }
}
