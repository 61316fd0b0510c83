package dev.zoomkit.internal.user;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The ids of users that were looked up by e-mail address: the last 1,000 of a client and its views,
 * each for an hour. One look-up of an address is under way however many threads ask; where it
 * fails, the next thread tries it itself. Thread-safe.
 */
public final class UserIds {

  private static final int MOST = 1000;

  private static final Duration LIFE = Duration.ofHours(1);

  private final Clock clock;

  /** That which was asked for last comes last. */
  private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  /** None yet, with the clock that tells the end of an hour. */
  public UserIds(Clock clock) {
    this.clock = clock;
  }

  /** The id of a user, from here or by a look-up. Blocks. */
  Found find(Key key, LookUp lookUp) throws IOException {
    return entry(key).find(lookUp);
  }

  /** Forgets the id that turned out to be nobody's, unless another one has come since. */
  synchronized void forget(Key key, String id) {
    Entry entry = entries.get(key);
    if (entry != null && entry.known != null && entry.known.id.equals(id)) {
      entries.remove(key);
    }
  }

  private synchronized Entry entry(Key key) {
    Entry entry = entries.computeIfAbsent(key, none -> new Entry());
    if (entries.size() > MOST) {
      entries.remove(entries.keySet().iterator().next());
    }
    return entry;
  }

  /**
   * Who is meant.
   *
   * @param caller the tokens that the look-up goes with, told apart by identity
   * @param accountId {@code me} for the caller's own
   * @param email in lower case
   */
  record Key(Object caller, String accountId, String email) {}

  /**
   * An id.
   *
   * @param remembered whether it comes from an earlier look-up
   */
  record Found(String id, boolean remembered) {}

  /** Asks Zoom for an id. */
  @FunctionalInterface
  interface LookUp {
    String id() throws IOException;
  }

  private record Known(String id, Instant end) {}

  private final class Entry {
    private final ReentrantLock lock = new ReentrantLock();

    /** Written under the lock. */
    private volatile @Nullable Known known;

    private Found find(LookUp lookUp) throws IOException {
      Known now = known;
      if (now != null && clock.instant().isBefore(now.end)) {
        return new Found(now.id, true);
      }
      try {
        lock.lockInterruptibly();
      } catch (InterruptedException given) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while another thread looked the user up");
      }
      try {
        if (known != now) {
          return find(lookUp);
        }
        String id = lookUp.id();
        known = new Known(id, clock.instant().plus(LIFE));
        return new Found(id, false);
      } finally {
        lock.unlock();
      }
    }
  }
}
