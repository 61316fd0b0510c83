package dev.zoomkit.internal.http;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What names a call in an exception.
 *
 * @param operation the operationId of the description, or {@code token}
 * @param requestLine method, path and query, without secrets; null where the failure is not that of
 *     one request
 */
public record CallInfo(String operation, @Nullable String requestLine) {

  /** The operation and the line of a request. */
  public static CallInfo of(Request request) {
    return new CallInfo(Operation.nameOf(request), RequestLine.of(request));
  }

  /** The message of an exception: who, what, and in brackets which request. */
  public String message(String problem) {
    String line = requestLine == null ? "" : " [" + requestLine + "]";
    return operation + ": " + problem + line;
  }
}
