package dev.zoomkit.auth;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import org.jspecify.annotations.Nullable;

/**
 * No grant lives under a key of {@code forUser(key)}: none was saved, or Zoom ended it, as after 90
 * days without use, or when the user removes the app. The store remembers that, for all processes
 * that share it: nothing more is sent for the key until a new grant is saved. The user has to
 * authorise the app again.
 */
public final class AuthorizationRequiredException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final @Nullable String error;

  AuthorizationRequiredException(String key, @Nullable String error) {
    super(
        new CallInfo("token", null),
        "%s \"%s\"%s. Let the user authorise the app%s: grants().begin(), then grants().finish(...) with this key."
            .formatted(
                error == null ? "No grant is saved under" : "Zoom has ended the grant of",
                key,
                error == null ? "" : " (" + error + ")",
                error == null ? "" : " again"),
        null);
    this.key = key;
    this.error = error;
  }

  /** The key of {@code forUser(key)}. */
  public String key() {
    return key;
  }

  /**
   * OAuth's word for the end of the grant, usually {@code invalid_grant}; null where none was
   * saved.
   */
  public @Nullable String error() {
    return error;
  }
}
