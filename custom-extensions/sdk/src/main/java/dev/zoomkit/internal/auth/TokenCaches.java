package dev.zoomkit.internal.auth;

import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.auth.ZoomCredentials;
import dev.zoomkit.internal.http.TokenHttp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caches of a client and its views: one for the app itself, and one for each user. Of users it
 * remembers those that were asked for last; another one begins with a look into the store.
 * Thread-safe. Installed by the client.
 */
public final class TokenCaches implements AutoCloseable {

  private static final int MOST_USERS = 1000;

  private final ZoomCredentials credentials;
  private final TokenHttp http;
  private final @Nullable TokenStore store;
  private final TokenCache ofApp;

  private final Map<String, TokenCache> ofUsers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenCache> eldest) {
          return size() > MOST_USERS;
        }
      };

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
    return ofUsers.computeIfAbsent(key, name -> new TokenCache(credentials, http, store, name));
  }

  /** Has a user's token looked up anew, because another one is in the store. */
  public synchronized void forget(String key) {
    TokenCache cache = ofUsers.get(key);
    if (cache != null) {
      cache.forget();
    }
  }

  /** Closes those that it remembers. */
  @Override
  public synchronized void close() {
    ofApp.close();
    ofUsers.values().forEach(TokenCache::close);
  }
}
