package dev.zoomkit.error;

import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.NoResponseException;

/**
 * No response came: no route, a broken connection, a timeout. The message names what failed, the
 * API or the token endpoint, where it is and which way, and, of a write, whether it may have taken
 * effect. What may be repeated was repeated as the retry policy says. The cause is OkHttp's
 * exception; the failures of earlier attempts are suppressed in it.
 */
public final class ConnectionException extends ZoomException {

  private static final long serialVersionUID = 1L;

  /** For a call of the operation that ended in the failure; made by the SDK alone. */
  @SuppressWarnings("exports")
  public ConnectionException(String operation, NoResponseException failure) {
    super(
        new CallInfo(operation, failure.requestLine()),
        "%s: %s [%s]".formatted(operation, failure.getMessage(), failure.requestLine()),
        failure.getCause());
  }
}
