package dev.zoomkit.auth;

import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import org.jspecify.annotations.Nullable;

/**
 * The token store failed: its disk or database did, what it keeps is not what zoomkit writes, or
 * another process did not give its lock back in time. The message says which, and holds no secret.
 * The cause is the store's own exception, where it threw one.
 */
public final class TokenStoreException extends ZoomException {

  private static final long serialVersionUID = 1L;

  TokenStoreException(String key, String problem, @Nullable Throwable cause) {
    super(
        new CallInfo("token", null),
        "The token store failed at \"%s\": %s. See to the store, then call again."
            .formatted(key, problem),
        cause);
  }
}
