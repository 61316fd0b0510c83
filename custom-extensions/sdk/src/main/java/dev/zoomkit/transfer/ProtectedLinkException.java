package dev.zoomkit.transfer;

import dev.zoomkit.internal.http.CallInfo;
import org.jspecify.annotations.Nullable;

/**
 * Zoom does not give the file to this token: it asks for a passcode, for a sign-in, or refuses with
 * HTTP 401 or 403. Another token or other settings of the recording help, trying again does not.
 */
public final class ProtectedLinkException extends LinkException {

  private static final long serialVersionUID = 1L;

  /** With what was found; made by the SDK alone. */
  @SuppressWarnings("exports")
  public ProtectedLinkException(CallInfo call, String found, @Nullable Throwable cause) {
    super(
        call,
        found
            + " Download it with the token of its host or of an administrator, whose app has the"
            + " scopes to read it, and see that its settings allow downloads; or remove its"
            + " passcode.",
        cause);
  }
}
