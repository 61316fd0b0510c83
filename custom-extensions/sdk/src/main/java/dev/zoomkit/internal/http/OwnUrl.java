package dev.zoomkit.internal.http;

import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Writes the URL of a call: for the caller's own account the ordinary path, where the operation has
 * one, and {@code /accounts/me} where it has not.
 */
public final class OwnUrl {

  private OwnUrl() {}

  /** The URL to send the request to. */
  public static HttpUrl of(Request request) {
    Operation operation = Operation.of(request);
    List<String> ownPath = operation.ownPath();
    return ownPath != null && operation.isForOwnAccount(request)
        ? rewritten(request.url(), operation, ownPath)
        : request.url();
  }

  /** The own path with the values of the master path, just as they were encoded there. */
  private static HttpUrl rewritten(HttpUrl master, Operation operation, List<String> ownPath) {
    HttpUrl.Builder url = master.newBuilder();
    List<String> path = operation.path();
    int base = master.pathSize() - path.size();
    if (operation.beforeOwnPath() > 0) {
      for (int i = 0; i < operation.beforeOwnPath(); i++) {
        url.removePathSegment(base);
      }
      return url.build();
    }
    List<String> actual = master.encodedPathSegments();
    url.encodedPath("/");
    actual.subList(0, base).forEach(url::addEncodedPathSegment);
    for (String segment : ownPath) {
      int index = path.indexOf(segment);
      url.addEncodedPathSegment(index < 0 ? segment : actual.get(base + index));
    }
    return url.build();
  }
}
