package dev.zoomkit.auth;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Call;

/**
 * How an app gets its access tokens. The client caches them and asks again shortly before one
 * expires, or once Zoom refused it. Implementations are immutable and thread-safe.
 */
public interface Credentials {

  /** Decides how a call may name a user. */
  AppKind appKind();

  /**
   * Gets a token that was not handed out before, where that is possible. Blocks. The client lets
   * one thread at a time in, and all others wait for its answer.
   *
   * @param http for requests of its own; repeats what fails on the way, and follows no redirect
   * @param clock tells when a lifetime begins
   * @throws TokenException if Zoom refuses
   * @throws IOException if no answer came
   */
  AccessToken fetch(Call.Factory http, Clock clock) throws IOException;
}
