package dev.zoomkit.grants;

import dev.zoomkit.auth.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Another store, of which a test overrides what it watches or breaks. */
abstract class ForwardingStore implements TokenStore {
  private final TokenStore store;

  ForwardingStore(TokenStore store) {
    this.store = store;
  }

  @Override
  public @Nullable Entry load(String key) throws IOException {
    return store.load(key);
  }

  @Override
  public boolean compareAndSet(String key, long expectedVersion, @Nullable String content)
      throws IOException {
    return store.compareAndSet(key, expectedVersion, content);
  }

  @Override
  public Lock lock(String key, Duration wait, Duration lease)
      throws IOException, InterruptedException, TimeoutException {
    return store.lock(key, wait, lease);
  }
}
