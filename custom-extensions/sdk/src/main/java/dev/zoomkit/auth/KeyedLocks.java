package dev.zoomkit.auth;

import dev.zoomkit.auth.TokenStore.Lock;
import dev.zoomkit.retry.Sleeper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock for each key, for the threads of this process, first come first served; the one whose turn
 * it is asks for the lock between the processes, at growing intervals. A key that nobody holds and
 * nobody waits for takes no memory. Thread-safe; a lock may be closed by any thread.
 */
final class KeyedLocks<K> {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  /** The lock between processes. */
  interface Outside {

    /** Null if another process has it. */
    @Nullable Lock tryLock() throws IOException;
  }

  /** The lock of one key; users counts the holder and those who wait. */
  private record Turn(Semaphore semaphore, int users) {

    Turn plus(int more) {
      return new Turn(semaphore, users + more);
    }
  }

  private final Map<K, Turn> turns = new ConcurrentHashMap<>();
  private final Sleeper sleeper;
  private final LongSupplier nanoTime;

  KeyedLocks() {
    this(Sleeper.THREAD, System::nanoTime);
  }

  KeyedLocks(Sleeper sleeper, LongSupplier nanoTime) {
    this.sleeper = sleeper;
    this.nanoTime = nanoTime;
  }

  /** Null if somebody else held it all the time. */
  @Nullable Lock lock(K key, Duration wait, Outside outside)
      throws IOException, InterruptedException {
    long end = nanoTime.getAsLong() + wait.toNanos();
    Semaphore semaphore = turns.merge(key, firstTurn(), (turn, first) -> turn.plus(1)).semaphore();
    boolean mine = false;
    Lock outer = null;
    try {
      mine = semaphore.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
      outer = mine ? poll(outside, end) : null;
    } finally {
      if (outer == null) {
        leave(key, semaphore, mine);
      }
    }
    return outer == null ? null : held(key, semaphore, outer);
  }

  /** How many keys somebody holds or waits for. */
  int size() {
    return turns.size();
  }

  private @Nullable Lock poll(Outside outside, long end) throws IOException, InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      Lock lock = outside.tryLock();
      long left = end - nanoTime.getAsLong();
      if (lock != null || left <= 0) {
        return lock;
      }
      sleeper.sleep(left < pause.toNanos() ? Duration.ofNanos(left) : pause);
      pause =
          pause.compareTo(LONGEST_PAUSE.dividedBy(2)) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  private Lock held(K key, Semaphore semaphore, Lock outer) {
    AtomicBoolean closed = new AtomicBoolean();
    return () -> {
      if (closed.compareAndSet(false, true)) {
        try {
          outer.close();
        } finally {
          leave(key, semaphore, true);
        }
      }
    };
  }

  private void leave(K key, Semaphore semaphore, boolean mine) {
    if (mine) {
      semaphore.release();
    }
    turns.computeIfPresent(key, (same, turn) -> turn.users() == 1 ? null : turn.plus(-1));
  }

  private static Turn firstTurn() {
    return new Turn(new Semaphore(1, true), 1);
  }
}
