package dev.zoomkit.internal;

import dev.zoomkit.internal.http.Operation;
import java.io.IOException;
import java.util.List;
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
    List<String> ownPath = operation.ownPath();
    return chain.proceed(
        ownPath != null && operation.isForOwnAccount(request)
            ? rewritten(request, operation.path(), ownPath)
            : request);
  }

  /** The own path with the values of the master path, just as they were encoded there. */
  private static Request rewritten(Request request, List<String> path, List<String> ownPath) {
    HttpUrl.Builder url = request.url().newBuilder();
    int base = request.url().pathSize() - path.size();
    int prefix = path.size() - ownPath.size();
    if (prefix > 0 && path.subList(prefix, path.size()).equals(ownPath)) {
      for (int i = 0; i < prefix; i++) {
        url.removePathSegment(base);
      }
    } else {
      List<String> actual = request.url().encodedPathSegments();
      url.encodedPath("/");
      actual.subList(0, base).forEach(url::addEncodedPathSegment);
      for (String segment : ownPath) {
        int index = path.indexOf(segment);
        url.addEncodedPathSegment(index < 0 ? segment : actual.get(base + index));
      }
    }
    return request.newBuilder().url(url.build()).build();
  }
}
