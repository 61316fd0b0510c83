package dev.zoomkit.auth;

import dev.zoomkit.annotation.Secret;
import dev.zoomkit.runtime.Arguments;
import java.util.Objects;
import java.util.function.Function;

/**
 * Tokens that you get yourself, from an OAuth flow of your own or a secret store. Immutable and
 * thread-safe, if the supplier is.
 */
public final class BearerToken implements ZoomCredentials {

  private final Function<TokenNeed, AccessToken> supplier;
  private final AppKind appKind;

  private BearerToken(Function<TokenNeed, AccessToken> supplier, AppKind appKind) {
    this.supplier = supplier;
    this.appKind = appKind;
  }

  /** One token, used until Zoom refuses it. */
  public static BearerToken of(AccessToken token, AppKind appKind) {
    Arguments.require("BearerToken", "token", token);
    return from(need -> token, appKind);
  }

  /**
   * Tokens from a supplier, which is told why it is asked. It may block; it is asked by one thread
   * at a time: at first, from five minutes before the {@linkplain AccessToken#expiresAt() known}
   * end of a token on (the half of its life, if it lives less than ten), and after Zoom refused one
   * with HTTP 401.
   *
   * <p>Before the end of a token it is asked by a daemon thread of the client's own, which has none
   * of the caller's thread-locals and is interrupted when the client is closed. What it throws
   * there is logged as a warning by {@code dev.zoomkit.auth} and fails no call; it is asked again
   * after a tenth of that time. Else a call waits for it, and gets what it throws.
   */
  public static BearerToken from(Function<TokenNeed, AccessToken> supplier, AppKind appKind) {
    Arguments.require("BearerToken", "supplier", supplier);
    Arguments.require("BearerToken", "appKind", appKind);
    return new BearerToken(supplier, appKind);
  }

  @Override
  public AppKind appKind() {
    return appKind;
  }

  @Override
  public AccessToken fetch(TokenRequest request) {
    Arguments.require("BearerToken.fetch", "request", request);
    return Objects.requireNonNull(
        supplier.apply(request.need()),
        "The supplier of BearerToken.from gave null instead of a token.");
  }

  @Override
  public String toString() {
    return "BearerToken[" + Secret.BLACKED_OUT + ", " + appKind + "]";
  }
}
