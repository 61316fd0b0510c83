package dev.zoomkit.parallel;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.thread.Threads;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fan-out under way: one thread reads and takes what the workers make.
 *
 * <p>A worker reads an item of the source, has another one started that reads the next item if
 * there is room, and works on its own. It never waits for room: where enough waits to be taken, it
 * leaves, and taking brings another one back. So a walk that nobody reads on holds no thread.
 */
final class Walk<T, R extends @Nullable Object> implements Iterator<Outcome<T, R>> {

  /** In the messages, where a call has its operation. */
  private static final String NAME = "FanOut";

  private static final AtomicLong WORKERS = new AtomicLong();

  private final Feed<T> source;
  private final Function<? super T, ? extends Iterable<? extends R>> function;
  private final int inFlight;
  private final boolean ordered;
  private final boolean collecting;
  private final Threads threads;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** What was read of the source and is not done with, in its order. */
  private final Deque<Lane<T, R>> lanes = new ArrayDeque<>();

  /** Whose rows come next where they are taken as they come: a lane as often as it has rows. */
  private final Deque<Lane<T, R>> ready = new ArrayDeque<>();

  /** What was given up while no thread was at it, and has to be closed. */
  private final List<Feed<?>> orphans = new ArrayList<>();

  private int tasks;
  private int running;
  private boolean reading;
  private @Nullable Thread reader;
  private boolean exhausted;
  private boolean over;

  /** Ends the walk before anything else comes. */
  private @Nullable Throwable urgent;

  /** Ends the walk after all that was read of the source. */
  private @Nullable Throwable atLast;

  Walk(
      Iterable<? extends T> source,
      Function<? super T, ? extends Iterable<? extends R>> function,
      int inFlight,
      boolean ordered,
      boolean collecting) {
    this.source = new Feed<>(() -> source);
    this.function = function;
    this.inFlight = inFlight;
    this.ordered = ordered;
    this.collecting = collecting;
    threads = new Threads(inFlight + 1); // One reads the source.
  }

  /** Whether a row or an exception comes; blocks until that is known. */
  @Override
  public boolean hasNext() {
    lock.lock();
    try {
      return awaitNext();
    } finally {
      unlock(true);
    }
  }

  @Override
  public Outcome<T, R> next() {
    lock.lock();
    try {
      if (!awaitNext()) {
        throw new NoSuchElementException("There are no more results.");
      }
      Throwable surfacing = urgent;
      if (surfacing != null) {
        urgent = null;
        throw Rethrown.withOwnStack(surfacing);
      }
      Outcome<T, R> row = take(ordered ? lanes.getFirst() : ready.remove());
      Throwable thrown = row.thrown();
      if (thrown != null && isFatal(thrown)) {
        end();
        throw Rethrown.withOwnStack(thrown);
      }
      return row;
    } finally {
      unlock(true);
    }
  }

  /**
   * Ends it, if it has not ended.
   *
   * @param waiting whether to return only when its threads have ended
   */
  void close(boolean waiting) {
    lock.lock();
    try {
      if (!over) {
        end();
        urgent = interrupted(); // For a thread that waits.
      }
    } finally {
      unlock(waiting);
    }
    lock.lock();
    try {
      while (waiting && tasks > 0) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitNext() {
    while (urgent == null && !over) {
      fill();
      if (ordered ? !lanes.isEmpty() && !lanes.getFirst().rows.isEmpty() : !ready.isEmpty()) {
        return true;
      }
      if (exhausted && lanes.isEmpty()) {
        end();
        urgent = atLast;
      } else if (urgent == null) {
        awaitChange();
      }
    }
    if (!over) {
      end();
    }
    return urgent != null;
  }

  private void awaitChange() {
    try {
      changed.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      urgent = interrupted();
    }
  }

  private static CallInterruptedException interrupted() {
    return new CallInterruptedException(
        new CallInfo(NAME, null), new InterruptedIOException("The fan-out was ended early."));
  }

  private Outcome<T, R> take(Lane<T, R> lane) {
    Outcome<T, R> row = lane.rows.remove();
    if (lane.finished && lane.rows.isEmpty()) {
      lanes.remove(lane);
    } else if (lane.parked && lane.isLow()) {
      lane.parked = false;
      start(() -> resume(lane));
    }
    fill();
    return row;
  }

  /** Starts a worker if there is room and something to do. */
  private void fill() {
    if (!over && !exhausted && !reading && running < inFlight && lanes.size() < 2 * inFlight) {
      reading = true;
      start(this::read);
    }
  }

  private void start(Runnable task) {
    tasks++;
    try {
      threads.start(() -> work(task), "zoomkit-fan-out-" + WORKERS.incrementAndGet());
    } catch (Throwable refused) { // The system has no more threads.
      tasks--;
      urgent = refused;
      changed.signalAll();
    }
  }

  private void work(Runnable task) {
    try {
      task.run();
    } finally {
      lock.lock();
      tasks--;
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Reads an item of the source, and what is made of it. */
  private void read() {
    if (!beginReading()) {
      source.close(true);
      return;
    }
    Lane<T, R> lane = null;
    Throwable thrown = null;
    try {
      lane = source.hasNext() ? new Lane<>(source.next(), function) : null;
    } catch (Throwable failure) {
      thrown = failure;
    }
    if (endReading(lane, thrown) && lane != null) {
      run(lane);
    }
  }

  private boolean beginReading() {
    lock.lock();
    try {
      reader = Thread.currentThread();
      return !over;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the lane is wanted. */
  private boolean endReading(@Nullable Lane<T, R> lane, @Nullable Throwable thrown) {
    lock.lock();
    try {
      reading = false;
      reader = null;
      if (over || exhausted) {
        orphans.add(source);
        return false;
      }
      if (lane == null) {
        exhausted = true;
        atLast = thrown;
        changed.signalAll();
        return false;
      }
      lanes.add(lane);
      lane.worker = Thread.currentThread();
      running++;
      fill();
      return true;
    } finally {
      unlock(true);
    }
  }

  private void resume(Lane<T, R> lane) {
    lock.lock();
    lane.worker = Thread.currentThread();
    boolean wanted = !lane.finished;
    lock.unlock();
    if (wanted) {
      run(lane);
    } else {
      lane.feed.close(true);
    }
  }

  private void run(Lane<T, R> lane) {
    boolean more = true;
    while (more) {
      more = deliver(lane, lane.step());
    }
  }

  /** Whether the worker makes another row. */
  private boolean deliver(Lane<T, R> lane, @Nullable Outcome<T, R> row) {
    lock.lock();
    try {
      if (lane.finished) { // It was given up meanwhile.
        lane.worker = null;
        orphans.add(lane.feed);
        return false;
      }
      if (row != null) {
        lane.rows.add(row);
        if (!ordered) {
          ready.add(lane);
        }
      }
      if (row == null || row.isFailure()) {
        finish(lane);
        orphans.add(lane.feed);
      } else if (lane.isFull()) {
        lane.parked = true;
        lane.worker = null;
      }
      if (row != null && row.thrown() != null && isFatal(row.thrown())) {
        giveUpWhatComesAfter(lane);
      }
      fill();
      changed.signalAll();
      return lane.worker != null;
    } finally {
      unlock(true);
    }
  }

  private boolean isFatal(Throwable thrown) {
    return !collecting || thrown instanceof Error;
  }

  private void finish(Lane<T, R> lane) {
    lane.finished = true;
    lane.worker = null;
    running--;
    if (lane.rows.isEmpty()) {
      lanes.remove(lane);
    }
  }

  private void giveUpWhatComesAfter(Lane<T, R> failed) {
    exhausted = true;
    boolean after = !ordered;
    for (Lane<T, R> lane : List.copyOf(lanes)) {
      if (after && lane != failed) {
        giveUp(lane);
      }
      after |= lane == failed;
    }
  }

  private void giveUp(Lane<T, R> lane) {
    if (!lane.finished) {
      if (lane.worker != null) {
        lane.worker.interrupt();
      } else if (lane.parked) {
        orphans.add(lane.feed);
      }
      lane.parked = false;
      finish(lane);
    }
    lanes.remove(lane);
  }

  private void end() {
    over = true;
    List.copyOf(lanes).forEach(this::giveUp);
    ready.clear();
    if (reader != null) {
      reader.interrupt();
    } else if (!reading) {
      orphans.add(source);
    }
    threads.close();
    changed.signalAll();
  }

  /** Closes what was given up, after the lock: closing may block. */
  private void unlock(boolean waiting) {
    List<Feed<?>> closing = List.copyOf(orphans);
    orphans.clear();
    lock.unlock();
    closing.forEach(feed -> feed.close(waiting));
  }
}
