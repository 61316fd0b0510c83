package dev.zoomkit.auth;

import dev.zoomkit.internal.http.TokenHttp;
import java.time.Clock;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks its {@link ZoomCredentials} with. Immutable and thread-safe; {@link
 * #toString()} shows the need alone.
 */
public final class TokenRequest {

  private final TokenHttp http;
  private final @Nullable TokenStore store;
  private final @Nullable String key;
  private final TokenNeed need;
  private final @Nullable AccessToken previous;

  /** For the calls of one user, or of the app itself; made by the SDK alone. */
  @SuppressWarnings("exports")
  public TokenRequest(
      TokenHttp http,
      @Nullable TokenStore store,
      @Nullable String key,
      TokenNeed need,
      @Nullable AccessToken previous) {
    this.http = http;
    this.store = store;
    this.key = key;
    this.need = need;
    this.previous = previous;
  }

  /** Why a token is asked for. */
  public TokenNeed need() {
    return need;
  }

  /** The token that ends or was refused; null where it is the first. */
  public @Nullable AccessToken previous() {
    return previous;
  }

  /** The user whom {@code forUser(key)} named; null where a call is the app's own. */
  public @Nullable String key() {
    return key;
  }

  /** The store that the client was given; null where it was given none. */
  public @Nullable TokenStore store() {
    return store;
  }

  /** For requests of its own; repeats what fails on the way, and follows no redirect. */
  public Call.Factory calls() {
    return http.calls();
  }

  /** Tells when a lifetime begins. */
  public Clock clock() {
    return http.clock();
  }

  TokenHttp http() {
    return http;
  }

  @Override
  public String toString() {
    return "TokenRequest[" + need + "]";
  }
}
