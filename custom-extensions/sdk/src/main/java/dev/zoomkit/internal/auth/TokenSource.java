package dev.zoomkit.internal.auth;

import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.TokenException;
import java.io.IOException;

/** Live tokens for the features that need one. Thread-safe. */
public interface TokenSource {

  /**
   * The token to use now. Blocks only where there is none yet, or the last one has ended.
   *
   * @throws TokenException if Zoom refuses one
   * @throws IOException if no response came, or the thread was interrupted while waiting
   */
  AccessToken current() throws IOException;

  /** Whether {@link #current} needs no request, as far as is known now. */
  default boolean isHeld() {
    return false;
  }

  /**
   * Another token than the one Zoom refused; fetched once, however many threads had the same one
   * refused. Equal in value to the refused one where the credentials have no other.
   *
   * @throws TokenException if Zoom refuses one
   * @throws IOException if no response came, or the thread was interrupted while waiting
   */
  AccessToken refresh(AccessToken refused) throws IOException;

  /**
   * The kind of app that the tokens go to. Blocks only where the scopes of a token decide, and
   * there is none yet.
   *
   * @throws TokenException if Zoom refuses one
   * @throws IOException if no response came, or the thread was interrupted while waiting
   */
  AppKind appKind() throws IOException;
}
