package dev.zoomkit.internal.auth;

import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.ZoomCredentials;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
 * Keeps the token of one app. From five minutes before its end on (the half of its life, if it
 * lives less than ten), the next call has a thread of its own fetch another one; all calls go on
 * with the token at hand, and wait only where it has ended or was refused. One request is in flight
 * however many threads ask; all that wait get its token or its failure. Thread-safe. Installed by
 * the client.
 */
public final class TokenCache implements TokenSource, AutoCloseable {

  private static final Logger LOGGER = System.getLogger("dev.zoomkit.auth");

  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** How often a fetch that fails is tried within the margin, at most. */
  private static final int ATTEMPTS_AHEAD = 10;

  private final ZoomCredentials credentials;
  private final Call.Factory http;
  private final Clock clock;
  private final AtomicReference<@Nullable CompletableFuture<AccessToken>> inFlight =
      new AtomicReference<>();

  /** Written by whoever has a fetch in flight. */
  private volatile @Nullable Held held;

  private @Nullable Thread ahead;
  private volatile boolean closed;

  /** Caches the tokens that these credentials fetch through the HTTP client. */
  public TokenCache(ZoomCredentials credentials, Call.Factory http, Clock clock) {
    this.credentials = credentials;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public AccessToken current() throws IOException {
    Held now = held;
    Instant time = clock.instant();
    if (now == null || !now.livesAt(time)) {
      return fetchOnce(now == null ? null : now.token);
    }
    if (now.isDueAt(time) && inFlight.get() == null) {
      fetchAhead(now);
    }
    return now.token;
  }

  @Override
  public AccessToken refresh(AccessToken refused) throws IOException {
    Held now = held;
    return now != null && now.token != refused ? now.token : fetchOnce(refused);
  }

  /** Gives up the fetch that is under way ahead of a token's end, and begins no other one. */
  @Override
  public synchronized void close() {
    closed = true;
    if (ahead != null) {
      ahead.interrupt();
    }
  }

  private synchronized void fetchAhead(Held old) {
    CompletableFuture<AccessToken> mine = new CompletableFuture<>();
    if (closed || held != old || !inFlight.compareAndSet(null, mine)) {
      return;
    }
    ahead = new Thread(null, () -> fetchAhead(old, mine), "zoomkit-next-token", 0, false);
    ahead.setDaemon(true);
    try {
      ahead.start();
    } catch (OutOfMemoryError noThread) {
      failed(mine, noThread);
      warn(old, noThread);
    }
  }

  private void fetchAhead(Held old, CompletableFuture<AccessToken> result) {
    try {
      fetch(old.token, result);
    } catch (IOException | RuntimeException | Error failure) {
      warn(old, failure);
    }
  }

  /** Once a token, and not of what close() gave up. */
  private void warn(Held old, Throwable failure) {
    if (!old.failedBefore && !closed) {
      LOGGER.log(
          Level.WARNING,
          "No new access token could be fetched ahead. Calls go on with the one at hand, which ends at %s; a new one is asked for again after %s s."
              .formatted(old.token.expiresAt(), old.pause().toSeconds()),
          failure);
    }
  }

  /** Fetches a successor of what this thread saw, or takes the one another thread got meanwhile. */
  private AccessToken fetchOnce(@Nullable AccessToken seen) throws IOException {
    while (true) {
      CompletableFuture<AccessToken> mine = new CompletableFuture<>();
      CompletableFuture<AccessToken> theirs = inFlight.compareAndExchange(null, mine);
      if (theirs == null) {
        return fetch(seen, mine);
      }
      try {
        return theirs.get();
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

  private AccessToken fetch(@Nullable AccessToken seen, CompletableFuture<AccessToken> result)
      throws IOException {
    try {
      Held now = held;
      if (now == null || now.token == seen) {
        Instant since = clock.instant();
        now = Held.of(credentials.fetch(http, clock), since);
        held = now;
      }
      inFlight.set(null);
      result.complete(now.token);
      return now.token;
    } catch (IOException | RuntimeException | Error failure) {
      failed(result, failure);
      throw failure;
    }
  }

  private void failed(CompletableFuture<AccessToken> result, Throwable failure) {
    Held now = held;
    held = now == null ? null : now.afterFailure(clock.instant());
    inFlight.set(null);
    if (Thread.currentThread().isInterrupted()) {
      result.cancel(false);
    } else {
      result.completeExceptionally(failure);
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

  /**
   * A token with its times; null for never.
   *
   * @param margin how long before its end another one is fetched
   * @param dueAt when that is tried next
   */
  private record Held(
      AccessToken token, Duration margin, @Nullable Instant dueAt, boolean failedBefore) {

    static Held of(AccessToken token, Instant since) {
      Instant end = token.expiresAt();
      if (end == null) {
        return new Held(token, MARGIN, null, false);
      }
      Duration half = Duration.between(since, end).dividedBy(2);
      Duration margin = half.compareTo(MARGIN) < 0 ? half : MARGIN;
      return new Held(token, margin, end.minus(margin), false);
    }

    boolean livesAt(Instant now) {
      Instant end = token.expiresAt();
      return end == null || now.isBefore(end);
    }

    boolean isDueAt(Instant now) {
      return dueAt != null && !now.isBefore(dueAt);
    }

    /** How long a fetch that failed is not tried again. */
    Duration pause() {
      return margin.dividedBy(ATTEMPTS_AHEAD);
    }

    Held afterFailure(Instant now) {
      return new Held(token, margin, dueAt == null ? null : now.plus(pause()), true);
    }
  }
}
