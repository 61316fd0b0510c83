package dev.zoomkit.auth;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Call;

/**
 * How an app gets its access tokens. The client keeps the last one, and asks for another from five
 * minutes before its end on (the half of its life, if it lives less than ten), or once Zoom refused
 * it. Implementations are immutable and thread-safe.
 */
public interface ZoomCredentials {

  /** Decides how a call may name a user. */
  AppKind appKind();

  /**
   * Gets a token that was not handed out before, where that is possible. Blocks. The client lets
   * one thread at a time in. While the last token works, that is a daemon thread of the client's
   * own, for which no call waits, and what it throws is logged as a warning by {@code
   * dev.zoomkit.auth}; {@code close()} of the client interrupts it. Where no token works, it is the
   * thread of a call, and all calls wait for its response.
   *
   * @param http for requests of its own; repeats what fails on the way, and follows no redirect
   * @param clock tells when a lifetime begins
   * @throws TokenException if Zoom refuses
   * @throws IOException if no response came
   */
  AccessToken fetch(Call.Factory http, Clock clock) throws IOException;
}
