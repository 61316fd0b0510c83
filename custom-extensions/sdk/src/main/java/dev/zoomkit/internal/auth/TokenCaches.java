package dev.zoomkit.internal.auth;

import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.auth.ZoomCredentials;
import dev.zoomkit.internal.http.TokenHttp;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caches of a client and its views: one for the app itself, and one for each user. Of users it
 * remembers those that were asked for last, and those that a view still uses, so that all views of
 * a user share one; another one begins with a look into the store. Thread-safe. Installed by the
 * client.
 */
public final class TokenCaches implements AutoCloseable {

  private static final int MOST_USERS = 1000;

  private final ZoomCredentials credentials;
  private final TokenHttp http;
  private final @Nullable TokenStore store;
  private final TokenCache ofApp;

  /** Those that are in use, or were not yet collected. */
  private final Map<String, InUse> ofUsers = new HashMap<>();

  private final ReferenceQueue<TokenCache> collected = new ReferenceQueue<>();

  /** Those that were asked for last, in that order; kept, whether or not they are in use. */
  private final Map<String, TokenCache> recent = new LinkedHashMap<>(16, 0.75f, true);

  /** For the tokens of these credentials. */
  public TokenCaches(ZoomCredentials credentials, TokenHttp http, @Nullable TokenStore store) {
    this.credentials = credentials;
    this.http = http;
    this.store = store;
    this.ofApp = new TokenCache(credentials, http, store, null);
  }

  /** That of the app itself. */
  public TokenCache ofApp() {
    return ofApp;
  }

  /** That of one user. */
  public synchronized TokenCache of(String key) {
    removeCollected();
    TokenCache cache = inUse(key);
    if (cache == null) {
      cache = new TokenCache(credentials, http, store, key);
      ofUsers.put(key, new InUse(key, cache, collected));
    }
    recent.put(key, cache);
    if (recent.size() > MOST_USERS) {
      recent.remove(recent.keySet().iterator().next());
    }
    return cache;
  }

  private @Nullable TokenCache inUse(String key) {
    InUse reference = ofUsers.get(key);
    return reference == null ? null : reference.get();
  }

  private void removeCollected() {
    while (collected.poll() instanceof InUse gone) {
      ofUsers.remove(gone.key, gone);
    }
  }

  /** How many users have a cache that is in use, or was not yet collected. */
  synchronized int users() {
    removeCollected();
    return ofUsers.size();
  }

  /** Has a user's token looked up anew, because another one is in the store. */
  public synchronized void forget(String key) {
    TokenCache cache = inUse(key);
    if (cache != null) {
      cache.forget();
    }
  }

  /** Closes all of them. */
  @Override
  public synchronized void close() {
    ofApp.close();
    for (InUse reference : ofUsers.values()) {
      TokenCache cache = reference.get();
      if (cache != null) {
        cache.close();
      }
    }
  }

  /** A cache for as long as somebody uses it. */
  private static final class InUse extends WeakReference<TokenCache> {
    private final String key;

    InUse(String key, TokenCache cache, ReferenceQueue<TokenCache> collected) {
      super(cache, collected);
      this.key = key;
    }
  }
}
