package dev.zoomkit.auth;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the token of one app, and fetches another a minute before it expires (half of its life
 * before, if it lives less than two). One request is in flight however many threads ask; all of
 * them get its token or its failure. Thread-safe. Installed by the client.
 */
public final class TokenCache implements TokenSource {

  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Credentials credentials;
  private final Call.Factory http;
  private final Clock clock;
  private final AtomicReference<@Nullable CompletableFuture<Held>> inFlight =
      new AtomicReference<>();
  private volatile @Nullable Held held;

  /** For the tokens of the credentials, fetched through the given client. */
  public TokenCache(Credentials credentials, Call.Factory http, Clock clock) {
    this.credentials = credentials;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public AccessToken current() throws IOException {
    Held now = held;
    return now != null && now.isFresh(clock.instant()) ? now.token : fetchOnce(now);
  }

  @Override
  public AccessToken insteadOf(AccessToken refused) throws IOException {
    Held now = held;
    return now != null && now.token != refused ? now.token : fetchOnce(now);
  }

  /** Fetches a successor of what this thread saw, or takes the one another thread got meanwhile. */
  private AccessToken fetchOnce(@Nullable Held seen) throws IOException {
    while (true) {
      CompletableFuture<Held> mine = new CompletableFuture<>();
      CompletableFuture<Held> theirs = inFlight.compareAndExchange(null, mine);
      if (theirs == null) {
        return fetch(seen, mine);
      }
      try {
        return theirs.get().token;
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for a token");
      } catch (CancellationException otherThreadInterrupted) {
        continue;
      } catch (ExecutionException failed) {
        throw rethrown(failed.getCause());
      }
    }
  }

  private AccessToken fetch(@Nullable Held seen, CompletableFuture<Held> result)
      throws IOException {
    try {
      Held now = held;
      if (now == null || now == seen) {
        Instant since = clock.instant();
        now = Held.of(credentials.fetch(http, clock), since);
        held = now;
      }
      inFlight.set(null);
      result.complete(now);
      return now.token;
    } catch (IOException | RuntimeException | Error failure) {
      inFlight.set(null);
      if (Thread.currentThread().isInterrupted()) {
        result.cancel(false);
      } else {
        result.completeExceptionally(failure);
      }
      throw failure;
    }
  }

  private static IOException rethrown(@Nullable Throwable failure) throws IOException {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    } else if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  /** A token and the instant from which on another one is fetched; null for never. */
  private record Held(AccessToken token, @Nullable Instant staleAt) {

    static Held of(AccessToken token, Instant since) {
      Instant end = token.expiresAt();
      if (end == null) {
        return new Held(token, null);
      }
      Duration half = Duration.between(since, end).dividedBy(2);
      return new Held(token, end.minus(half.compareTo(MARGIN) < 0 ? half : MARGIN));
    }

    boolean isFresh(Instant now) {
      return staleAt == null || now.isBefore(staleAt);
    }
  }
}
