package dev.zoomkit.auth;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import org.jspecify.annotations.Nullable;

/**
 * A user did not authorise the app: declined, let the time pass, or came back with the callback of
 * another request. Nothing was saved. The message says which, and holds no secret.
 */
public final class AuthorizationException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String error;

  AuthorizationException(@Nullable String error, String problem) {
    super(new CallInfo("token", null), problem, null);
    this.error = error;
  }

  static AuthorizationException of(String said) {
    String error = word(said);
    return new AuthorizationException(
        error,
        switch (error) {
          case "access_denied" ->
              "The user declined to authorise the app (access_denied). Begin again if the user wants to.";
          case "expired_token" ->
              "The user did not authorise the device in time (expired_token). Begin again, and show the new code.";
          default ->
              "Zoom did not let the user authorise the app (%s). Check the app's page in the Zoom Marketplace, then begin again."
                  .formatted(error);
        });
  }

  /** An error as OAuth writes it; anything else may be made up, and is not repeated. */
  static String word(@Nullable String error) {
    return error != null && error.matches("[a-z_]{1,40}") ? error : "refused";
  }

  /**
   * OAuth's error code, such as {@code access_denied} where the user declined, or {@code
   * expired_token} where a device waited in vain; {@code refused} where the callback has no such
   * code in its place; null where the callback is none of the request's, which may be an attack:
   * have the browser begin again, and save nothing.
   */
  public @Nullable String error() {
    return error;
  }
}
