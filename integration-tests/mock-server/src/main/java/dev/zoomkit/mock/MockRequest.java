package dev.zoomkit.mock;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the mock has seen.
 *
 * @param operationId the operation that it named, or {@link MockZoom#TOKEN_OPERATION}; null where
 *     it named none, as one for a file
 * @param method {@code GET}, {@code POST} …
 * @param path the raw path with its query, as sent
 * @param headers one value each, names ignoring case, tokens and secrets replaced by {@code ***};
 *     unmodifiable
 * @param body the body as UTF-8 text, its first megabyte; empty where there was none, and for
 *     requests for a token
 */
public record MockRequest(
    @Nullable String operationId,
    String method,
    String path,
    Map<String, String> headers,
    String body) {

  /** With what was seen. */
  public MockRequest {
    Arguments.require("MockRequest needs a method", method);
    Arguments.require("MockRequest needs a path", path);
    Arguments.require("MockRequest needs headers", headers);
    Arguments.require("MockRequest needs a body", body);
  }

  /** Without the body, in which the description knows of passwords and other secrets. */
  @Override
  public String toString() {
    return "MockRequest[" + operationId + ": " + method + " " + path + " " + headers + "]";
  }
}
