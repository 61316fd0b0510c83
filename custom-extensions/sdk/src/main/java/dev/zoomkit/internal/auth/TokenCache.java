package dev.zoomkit.internal.auth;

import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.AuthorizationRequiredException;
import dev.zoomkit.auth.TokenNeed;
import dev.zoomkit.auth.TokenRequest;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.auth.ZoomCredentials;
import dev.zoomkit.internal.http.TokenHttp;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the token of one app or of one of its users. From five minutes before its end on (the half
 * of its life, if it lives less than ten), the next call has a thread of its own fetch another one;
 * all calls go on with the token at hand, and wait only where it has ended or was refused. One
 * request is in flight however many threads ask; all that wait get its token or its failure.
 * Thread-safe. Installed by the client.
 */
public final class TokenCache implements TokenSource, AutoCloseable {

  private static final Logger LOGGER = System.getLogger("dev.zoomkit.auth");

  private final ZoomCredentials credentials;
  private final TokenHttp http;
  private final Clock clock;
  private final @Nullable TokenStore store;
  private final @Nullable String key;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  /** Guarded by the lock. */
  private @Nullable Fetch inFlight;

  /** Written under the lock. */
  private volatile @Nullable HeldToken held;

  private @Nullable Thread ahead;
  private volatile boolean closed;

  /**
   * Caches the tokens that these credentials fetch.
   *
   * @param store what they share tokens through; null where they do not
   * @param key the user whose tokens they are; null where they are the app's own
   */
  public TokenCache(
      ZoomCredentials credentials,
      TokenHttp http,
      @Nullable TokenStore store,
      @Nullable String key) {
    this.credentials = credentials;
    this.http = http;
    this.clock = http.clock();
    this.store = store;
    this.key = key;
  }

  @Override
  public AccessToken current() throws IOException {
    HeldToken now = held;
    Instant time = clock.instant();
    if (now == null) {
      return fetchOnce(TokenNeed.FIRST, null);
    } else if (!now.livesAt(time)) {
      return fetchOnce(TokenNeed.ENDING, now.token());
    }
    if (now.isDueAt(time)) {
      fetchAhead(now);
    }
    return now.token();
  }

  @Override
  public boolean isHeld() {
    HeldToken now = held;
    return now != null && now.livesAt(clock.instant());
  }

  @Override
  public AccessToken refresh(AccessToken refused) throws IOException {
    HeldToken now = held;
    return now != null && now.token() != refused
        ? now.token()
        : fetchOnce(TokenNeed.REFUSED, refused);
  }

  @Override
  public AppKind appKind() throws IOException {
    AppKind kind = credentials.appKind();
    return kind != null ? kind : kindOf(current().scopes());
  }

  /** Unknown scopes refuse nothing here; Zoom decides. */
  private static AppKind kindOf(@Nullable Set<String> scopes) {
    return scopes == null || scopes.stream().anyMatch(TokenCache::isOfAccount)
        ? AppKind.ACCOUNT_LEVEL
        : AppKind.USER_LEVEL;
  }

  /** Whether a scope is one of an app that an administrator installed for the account. */
  private static boolean isOfAccount(String scope) {
    List<String> parts = List.of(scope.split(":"));
    return parts.contains("admin") || parts.contains("master");
  }

  /** Has the next call fetch anew, after the fetch that is under way, whose token is not for it. */
  void forget() {
    lock.lock();
    try {
      held = null;
      if (inFlight != null) {
        inFlight.forgotten = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Begins no other fetch ahead of a token's end, and gives up the one under way if it is the app's
   * own. That of a user goes on: Zoom may have taken the refresh token for used up already, and
   * with the response the grant would be lost.
   */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (ahead != null && key == null) {
        ahead.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private void fetchAhead(HeldToken old) {
    lock.lock();
    try {
      if (closed || held != old || inFlight != null) {
        return;
      }
      Fetch mine = new Fetch(TokenNeed.ENDING, old.token());
      inFlight = mine;
      ahead = new Thread(null, () -> fetchAhead(old, mine), "zoomkit-next-token", 0, false);
      ahead.setDaemon(true);
      try {
        ahead.start();
      } catch (OutOfMemoryError noThread) {
        failed(mine, noThread);
        warn(old, noThread);
      }
    } finally {
      lock.unlock();
    }
  }

  private void fetchAhead(HeldToken old, Fetch fetch) {
    try {
      fetch(fetch);
    } catch (IOException | RuntimeException | Error failure) {
      warn(old, failure);
    }
  }

  /** Once a token, neither of what close() gave up nor of what the next call is told. */
  private void warn(HeldToken old, Throwable failure) {
    if (!old.failedBefore() && !closed && !(failure instanceof AuthorizationRequiredException)) {
      LOGGER.log(
          Level.WARNING,
          "No new access token could be fetched ahead. Calls go on with the one at hand, which ends at %s; a new one is asked for again after %s s."
              .formatted(old.token().expiresAt(), old.pause().toSeconds()),
          failure);
    }
  }

  /** Fetches a successor of what this thread saw, or takes the one another thread got meanwhile. */
  private AccessToken fetchOnce(TokenNeed need, @Nullable AccessToken seen) throws IOException {
    Fetch mine = new Fetch(need, seen);
    lock.lock();
    try {
      while (inFlight != null) {
        Fetch theirs = inFlight;
        boolean tooOld = theirs.forgotten;
        while (!theirs.ended) {
          ended.await();
        }
        if (tooOld) {
          continue;
        } else if (theirs.token != null) {
          return theirs.token;
        } else if (theirs.failure != null) {
          throw rethrown(theirs.failure);
        }
      }
      HeldToken now = held;
      if (now != null && now.token() != seen) {
        return now.token();
      }
      inFlight = mine;
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a token");
    } finally {
      lock.unlock();
    }
    return fetch(mine);
  }

  private AccessToken fetch(Fetch fetch) throws IOException {
    try {
      Instant since = clock.instant();
      AccessToken token =
          credentials.fetch(new TokenRequest(http, store, key, fetch.need, fetch.seen));
      end(fetch, HeldToken.of(token, since), token, null);
      return token;
    } catch (IOException | RuntimeException | Error failure) {
      failed(fetch, failure);
      throw failure;
    }
  }

  /**
   * Those that wait get the failure, unless it is the own interrupt of this thread. The token at
   * hand is kept, unless it belongs to a grant that is over.
   */
  private void failed(Fetch fetch, Throwable failure) {
    HeldToken now = held;
    boolean over = failure instanceof AuthorizationRequiredException;
    HeldToken later = now == null || over ? null : now.afterFailure(clock.instant());
    end(fetch, later, null, Thread.currentThread().isInterrupted() ? null : failure);
  }

  private void end(
      Fetch fetch,
      @Nullable HeldToken next,
      @Nullable AccessToken token,
      @Nullable Throwable failure) {
    lock.lock();
    try {
      held = fetch.forgotten ? null : next;
      inFlight = null;
      fetch.token = token;
      fetch.failure = failure;
      fetch.ended = true;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static IOException rethrown(Throwable failure) {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    } else if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  /** One request for a token, and what came of it; guarded by the lock but for its beginning. */
  private static final class Fetch {
    private final TokenNeed need;
    private final @Nullable AccessToken seen;
    private boolean ended;
    private boolean forgotten;
    private @Nullable AccessToken token;
    private @Nullable Throwable failure;

    Fetch(TokenNeed need, @Nullable AccessToken seen) {
      this.need = need;
      this.seen = seen;
    }
  }
}
