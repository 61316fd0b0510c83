package dev.zoomkit.auth;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A lock for each key, for the threads of this process, first come first served. A key that nobody
 * holds and nobody waits for takes no memory. Thread-safe; a lock may be closed by any thread.
 */
final class KeyedLocks<K> {

  /** The lock of one key; users counts the holder and those who wait. */
  private record Turn(Semaphore semaphore, int users) {}

  private final Map<K, Turn> turns = new ConcurrentHashMap<>();

  /** Null if somebody else held it all the time. */
  TokenStore.@Nullable Lock lock(K key, Duration wait) throws InterruptedException {
    Semaphore semaphore = enter(key);
    boolean taken = false;
    try {
      taken = semaphore.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      if (!taken) {
        leave(key);
      }
    }
    return taken ? held(key, semaphore) : null;
  }

  TokenStore.Lock lockUninterruptibly(K key) {
    Semaphore semaphore = enter(key);
    semaphore.acquireUninterruptibly();
    return held(key, semaphore);
  }

  /** How many keys somebody holds or waits for. */
  int size() {
    return turns.size();
  }

  private Semaphore enter(K key) {
    return turns
        .merge(key, new Turn(new Semaphore(1, true), 1), (turn, first) -> more(turn, 1))
        .semaphore();
  }

  private void leave(K key) {
    turns.computeIfPresent(key, (same, turn) -> turn.users() == 1 ? null : more(turn, -1));
  }

  private TokenStore.Lock held(K key, Semaphore semaphore) {
    AtomicBoolean closed = new AtomicBoolean();
    return () -> {
      if (closed.compareAndSet(false, true)) {
        semaphore.release();
        leave(key);
      }
    };
  }

  private static Turn more(Turn turn, int users) {
    return new Turn(turn.semaphore(), turn.users() + users);
  }
}
