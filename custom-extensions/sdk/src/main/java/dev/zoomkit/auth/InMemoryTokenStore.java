package dev.zoomkit.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Entries in a map. One count of versions for all keys, so that a removed key need not be kept. */
final class InMemoryTokenStore implements TokenStore {

  private static final Lock HERE_ONLY = () -> {};

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final KeyedLocks<String> locks = new KeyedLocks<>();
  private final AtomicLong versions = new AtomicLong();

  @Override
  public @Nullable Entry load(String key) {
    Stores.check(key);
    return entries.get(key);
  }

  @Override
  public boolean compareAndSet(String key, long expectedVersion, @Nullable String content) {
    Stores.check(key, expectedVersion, content);
    Entry next = content == null ? null : new Entry(content, versions.incrementAndGet());
    Entry current = entries.get(key);
    if ((current == null ? 0 : current.version()) != expectedVersion) {
      return false;
    } else if (current == null) {
      return next == null || entries.putIfAbsent(key, next) == null;
    }
    return next == null ? entries.remove(key, current) : entries.replace(key, current, next);
  }

  @Override
  public Lock lock(String key, Duration wait, Duration lease)
      throws IOException, InterruptedException, TimeoutException {
    Stores.check(key, wait, lease);
    Lock lock = locks.lock(key, wait, () -> HERE_ONLY);
    if (lock == null) {
      throw Stores.timeout(key, wait);
    }
    return lock;
  }

  /** How many locks are held or waited for. */
  int locks() {
    return locks.size();
  }

  @Override
  public String toString() {
    return "TokenStore in memory";
  }
}
