package dev.zoomkit.parallel;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.thread.Threads;
import java.io.InterruptedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fan-out under way: one thread reads and takes what the workers make.
 *
 * <p>A worker reads an item of the source, has another one started that reads the next item if
 * there is room, and works on its own. It never waits for room: where enough waits to be taken, it
 * leaves, and taking brings another one back. So a job that nobody reads on holds no thread.
 */
final class Job<T, R extends @Nullable Object> implements Iterator<Outcome<T, R>> {

  /** In the messages, where a call has its operation. */
  private static final String NAME = "FanOut";

  private final Feed<T> source;
  private final Function<? super T, ? extends Iterable<? extends R>> function;
  private final boolean collecting;
  private final Lanes<T, R> lanes;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Crew crew;

  private boolean reading;
  private @Nullable Thread reader;
  private boolean exhausted;
  private boolean over;

  /** Ends the job before anything else comes. */
  private @Nullable Throwable urgent;

  /** Ends the job after all that was read of the source. */
  private @Nullable Throwable atLast;

  Job(
      Iterable<? extends T> source,
      Function<? super T, ? extends Iterable<? extends R>> function,
      int inFlight,
      boolean ordered,
      boolean collecting,
      Threads threads) {
    this.source = new Feed<>(() -> source);
    this.function = function;
    this.collecting = collecting;
    lanes = new Lanes<>(inFlight, ordered);
    crew = new Crew(threads, lock, changed);
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
      Outcome<T, R> row = take(lanes.next());
      Throwable thrown = row.fatal(collecting);
      if (thrown != null) {
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
    if (waiting) {
      crew.awaitEnd();
    }
  }

  private boolean awaitNext() {
    while (urgent == null && !over) {
      fill();
      if (urgent != null) {
        break;
      } else if (lanes.haveRow()) {
        return true;
      } else if (exhausted && lanes.isEmpty()) {
        end();
        urgent = atLast;
      } else {
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
    lanes.dropIfDone(lane);
    if (lane.parked && lane.isLow()) {
      lane.parked = false;
      start(() -> resume(lane));
    }
    fill();
    return row;
  }

  /** Starts a worker if there is room and something to do. */
  private void fill() {
    if (!over && !exhausted && !reading && lanes.haveRoom()) {
      reading = true;
      start(this::read);
    }
  }

  private void start(Runnable task) {
    try {
      crew.start(task);
    } catch (Throwable refused) { // The system has no more threads.
      urgent = refused;
      changed.signalAll();
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
        lanes.abandon(source);
        return false;
      }
      if (lane == null) {
        exhausted = true;
        atLast = thrown;
        changed.signalAll();
        return false;
      }
      lanes.add(lane);
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
        lanes.abandon(lane.feed);
        return false;
      }
      if (row != null) {
        lanes.addRow(lane, row);
      }
      if (row == null || row.isFailure()) {
        lanes.finish(lane);
        lanes.abandon(lane.feed);
      } else if (lane.isFull()) {
        lane.parked = true;
        lane.worker = null;
      }
      if (row != null && row.fatal(collecting) != null) {
        exhausted = true;
        lanes.giveUpAfter(lane);
      }
      fill();
      changed.signalAll();
      return lane.worker != null;
    } finally {
      unlock(true);
    }
  }

  private void end() {
    over = true;
    lanes.giveUpAll();
    if (reader != null) {
      reader.interrupt();
    } else if (!reading) {
      lanes.abandon(source);
    }
    crew.close();
    changed.signalAll();
  }

  /** Closes what was given up, after the lock: closing may block. */
  private void unlock(boolean waiting) {
    List<Feed<?>> closing = lanes.takeAbandoned();
    lock.unlock();
    closing.forEach(feed -> feed.close(waiting));
  }
}
