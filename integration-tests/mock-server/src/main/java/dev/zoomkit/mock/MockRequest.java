package dev.zoomkit.mock;

import dev.zoomkit.mock.http.RequestHandler;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that the mock has seen.
 *
 * @param operationId the operation that it named, or {@link MockZoom#TOKEN_OPERATION} and its like;
 *     null where it named none, as one for a file
 * @param method {@code GET}, {@code POST} …
 * @param path the raw path with its query, as sent
 * @param headers one value each, names ignoring case, tokens and secrets replaced by {@code ***};
 *     unmodifiable
 * @param body the body as UTF-8 text, its first megabyte; empty where there was none, and for
 *     requests for a token, a device code or a revocation
 */
public record MockRequest(
    @Nullable String operationId,
    String method,
    String path,
    Map<String, String> headers,
    String body) {
  private static final int MOST_TEXT = 1024 * 1024;

  /** What follows the kind of a credential. */
  private static final Pattern SECRET = Pattern.compile(" .*", Pattern.DOTALL);

  /** With what was seen. */
  public MockRequest {
    Arguments.require("MockRequest needs a method", method);
    Arguments.require("MockRequest needs a path", path);
    Arguments.require("MockRequest needs headers", headers);
    Arguments.require("MockRequest needs a body", body);
  }

  /** A request as it may be seen: without tokens and secrets. */
  static MockRequest of(@Nullable String operationId, RequestHandler.Request request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers());
    headers.computeIfPresent(
        "Authorization", (name, value) -> SECRET.matcher(value).replaceFirst(" ***"));
    headers.computeIfPresent("Cookie", (name, value) -> "***");
    boolean oauth =
        operationId != null && RequestHandler.OAUTH_OPERATIONS.containsValue(operationId);
    String query = request.query().isEmpty() || oauth ? "" : "?" + request.query();
    return new MockRequest(
        operationId,
        request.method(),
        request.path() + query,
        Collections.unmodifiableMap(headers),
        oauth ? "" : request.text(MOST_TEXT));
  }

  /** Without the body, in which the description knows of passwords and other secrets. */
  @Override
  public String toString() {
    return "MockRequest[" + operationId + ": " + method + " " + path + " " + headers + "]";
  }
}
