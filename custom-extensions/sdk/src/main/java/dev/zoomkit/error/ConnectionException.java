package dev.zoomkit.error;

import java.io.IOException;

/**
 * No answer came: no route, a broken connection, a timeout. A read was already repeated as the
 * retry policy says; whether a write took effect is unknown. The cause is OkHttp's exception.
 */
public final class ConnectionException extends ZoomException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String requestLine;

  /** For a call of the operation that ended in the failure. */
  public ConnectionException(String operation, String requestLine, IOException failure) {
    super("%s: no answer: %s [%s]".formatted(operation, failure, requestLine), failure);
    this.operation = operation;
    this.requestLine = requestLine;
  }

  /** The operationId of the description. */
  public String operation() {
    return operation;
  }

  /** Method, path and query; without secrets. */
  public String requestLine() {
    return requestLine;
  }
}
