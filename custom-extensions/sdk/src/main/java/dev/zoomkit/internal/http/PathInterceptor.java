package dev.zoomkit.internal.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Writes the path of a call: for the caller's own account the ordinary path, where the operation
 * has one, and {@code /accounts/me} where it has not. Thread-safe.
 */
public final class PathInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Operation operation = Operation.of(request);
    String ownPath = operation.ownPath();
    return chain.proceed(
        ownPath != null && operation.isForOwnAccount(request)
            ? rewritten(request, operation.pathTemplate(), ownPath)
            : request);
  }

  /** The own path with the values of the master path, just as they were encoded there. */
  private static Request rewritten(Request request, String masterPath, String ownPath) {
    List<String> template = segments(masterPath);
    List<String> actual = request.url().encodedPathSegments();
    int base = actual.size() - template.size();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < template.size(); i++) {
      values.put(template.get(i), actual.get(base + i));
    }
    HttpUrl.Builder url = request.url().newBuilder().encodedPath("/");
    actual.subList(0, base).forEach(url::addEncodedPathSegment);
    segments(ownPath)
        .forEach(segment -> url.addEncodedPathSegment(values.getOrDefault(segment, segment)));
    return request.newBuilder().url(url.build()).build();
  }

  private static List<String> segments(String path) {
    return Arrays.asList((path.startsWith("/") ? path.substring(1) : path).split("/"));
  }
}
