package dev.zoomkit.auth;

import dev.zoomkit.internal.http.TokenHttp;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The tokens under one key of a store, which all threads and processes with that store share: one
 * of them gets the next ones, the others read them. Its lock covers reading, the requests and
 * writing, and is leased for longer than the requests can take. Thread-safe.
 */
final class SharedToken {

  /** What reading and writing may take, beside the request itself. */
  private static final Duration ASIDE = Duration.ofSeconds(30);

  private static final int MOST_ROUNDS = 3;

  private final TokenStore store;
  private final String key;
  private final TokenHttp http;

  SharedToken(TokenStore store, String key, TokenHttp http) {
    this.store = store;
    this.key = key;
    this.http = http;
  }

  /** Gets the next tokens from what is stored, or without anything. */
  interface Exchange {
    IssuedTokens next(@Nullable StoredToken stored) throws IOException;
  }

  /** The stored tokens with the version they were read at; 0 where there are none. */
  private record Loaded(@Nullable StoredToken token, long version) {}

  /**
   * A token that lives and is not the previous one: the stored one, or the next.
   *
   * @throws AuthorizationRequiredException if the grant is over
   */
  AccessToken get(TokenRequest request, Exchange exchange) throws IOException {
    AccessToken stored = usable(load(), request.previous());
    if (stored != null) {
      return stored;
    }
    TokenStore.Lock held = lock(1);
    try {
      return live(request.previous(), exchange);
    } finally {
      held.close();
    }
  }

  /** Under the lock. */
  private AccessToken live(@Nullable AccessToken previous, Exchange exchange) throws IOException {
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      Loaded before = load();
      AccessToken theirs = usable(before, previous);
      AccessToken token = theirs != null ? theirs : next(before, exchange);
      if (token != null) {
        return token;
      }
    }
    throw new TokenStoreException(
        key, "others write there without its lock, so that no token could be saved", null);
  }

  /** Saved before it is used; null where somebody else wrote meanwhile, whose tokens count. */
  private @Nullable AccessToken next(Loaded before, Exchange exchange) throws IOException {
    StoredToken old = before.token();
    IssuedTokens issued;
    try {
      issued = exchange.next(old);
    } catch (TokenException refused) {
      if (!refused.grantIsOver() || old == null || old.refresh() == null) {
        throw refused;
      }
      StoredToken over = StoredToken.over(refused.error());
      if (!compareAndSet(before.version(), over)) {
        return null;
      }
      AuthorizationRequiredException required =
          new AuthorizationRequiredException(key, over.refusal());
      required.addSuppressed(refused);
      throw required;
    }
    StoredToken next = StoredToken.of(issued, old == null ? null : old.refresh());
    return compareAndSet(before.version(), next) || replacesRefusal(next) ? issued.access() : null;
  }

  /**
   * Another process, whose lock this one took over or lost its own to, may have been refused with
   * the refresh token that was used up here. These tokens are the later word of Zoom's.
   */
  private boolean replacesRefusal(StoredToken fresh) {
    Loaded theirs = load();
    return theirs.token() != null
        && theirs.token().refusal() != null
        && compareAndSet(theirs.version(), fresh);
  }

  /** Null where the next one is needed. */
  private @Nullable AccessToken usable(Loaded loaded, @Nullable AccessToken previous) {
    StoredToken token = loaded.token();
    AccessToken access = token == null ? null : token.access();
    if (token != null && token.refusal() != null) {
      throw new AuthorizationRequiredException(key, token.refusal());
    }
    return access != null
            && lives(access)
            && (previous == null || !previous.value().equals(access.value()))
        ? access
        : null;
  }

  private boolean lives(AccessToken token) {
    Instant end = token.expiresAt();
    return end == null || http.clock().instant().isBefore(end);
  }

  /** Writes over whatever is there, under the lock. */
  void save(IssuedTokens issued) throws IOException {
    TokenStore.Lock held = lock(1);
    try {
      write(StoredToken.of(issued, null));
    } finally {
      held.close();
    }
  }

  /**
   * Hands a token that lives, the stored one or the next, to the end of the grant, and removes the
   * entry after it; removes it at once where the grant is over already. The next one is saved
   * first, so that the grant is not lost where its end fails.
   */
  void end(Exchange exchange, Ending ending) throws IOException {
    TokenStore.Lock held = lock(2);
    try {
      try {
        ending.end(live(null, exchange));
      } catch (AuthorizationRequiredException over) {
        // Nothing is left that Zoom could take back.
      }
      write(null);
    } finally {
      held.close();
    }
  }

  /** Ends a grant at Zoom. */
  interface Ending {
    void end(AccessToken token) throws IOException;
  }

  /** Over what is there, which need not be readable. */
  private void write(@Nullable StoredToken token) {
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      if (compareAndSet(version(), token)) {
        return;
      }
    }
    throw new TokenStoreException(key, "others write there without its lock", null);
  }

  private Loaded load() {
    try {
      TokenStore.Entry entry = store.load(key);
      return entry == null
          ? new Loaded(null, 0)
          : new Loaded(StoredToken.parse(entry.content()), entry.version());
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private long version() {
    try {
      return store.version(key);
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private boolean compareAndSet(long version, @Nullable StoredToken token) {
    try {
      return store.compareAndSet(key, version, token == null ? null : token.toJson());
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  /** Leased for so many requests; waits for whoever makes two. */
  private TokenStore.Lock lock(int requests) throws InterruptedIOException {
    try {
      return store.lock(key, lease(2), lease(requests));
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the token store's lock");
    } catch (TimeoutException | IOException failure) {
      throw failed(failure);
    }
  }

  private Duration lease(int requests) {
    return http.longest().multipliedBy(requests).plus(ASIDE);
  }

  private TokenStoreException failed(Exception failure) {
    String words = String.valueOf(failure.getMessage());
    return new TokenStoreException(
        key, words.endsWith(".") ? words.substring(0, words.length() - 1) : words, failure);
  }
}
