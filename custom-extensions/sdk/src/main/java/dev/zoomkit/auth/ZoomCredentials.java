package dev.zoomkit.auth;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How an app gets its access tokens. The client keeps the last one, and asks for another from five
 * minutes before its end on (the half of its life, if it lives less than ten), or once Zoom refused
 * it. Implementations are immutable and thread-safe.
 */
public interface ZoomCredentials {

  /**
   * Decides how a call may name a user. Null where the scopes of each token decide: with one of
   * {@code :admin} or {@code :master} the app is account-level, else user-level.
   */
  @Nullable AppKind appKind();

  /**
   * Gets a token other than the {@linkplain TokenRequest#previous() previous} one, where that is
   * possible. Blocks. The client lets one thread at a time in. While the last token works, that is
   * a daemon thread of the client's own, for which no call waits, and what it throws is logged as a
   * warning by {@code dev.zoomkit.auth}; {@code close()} of the client interrupts it, unless the
   * token is that of a user. Where no token works, it is the thread of a call, and all calls wait
   * for its response.
   *
   * @throws TokenException if Zoom refuses
   * @throws IOException if no response came
   */
  AccessToken fetch(TokenRequest request) throws IOException;
}
