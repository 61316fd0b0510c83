package dev.zoomkit.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response, as they were.
 *
 * @param response its body is not to be read
 * @param body the response's, as far as it was read; null where it is no JSON, or too large
 * @param bytes how many of the response's body were read
 * @param attempt its number in the call, from 1
 * @param at when it was sent
 * @param duration until the response had been read
 */
public record Exchange(
    Operation operation,
    Request request,
    Response response,
    @Nullable Buffer body,
    long bytes,
    int attempt,
    Instant at,
    Duration duration) {

  /**
   * The segments of the path that it took, with names in braces; empty where it took none of the
   * operation's, because an interceptor has changed it.
   */
  public List<String> template() {
    List<String> own = operation.ownPath();
    if (took(operation.path())) {
      return operation.path();
    }
    return own != null && took(own) ? own : List.of();
  }

  /** Whether a body of a type is recorded, and not just its type and size. */
  public static boolean isJson(@Nullable MediaType type) {
    return type != null && type.subtype().endsWith("json");
  }

  private boolean took(List<String> template) {
    List<String> segments = request.url().pathSegments();
    if (segments.size() < template.size()) {
      return false;
    }
    List<String> path = pathOf(template);
    for (int index = 0; index < path.size(); index++) {
      String segment = template.get(index);
      if (!Operation.isParameter(segment) && !segment.equals(path.get(index))) {
        return false;
      }
    }
    return true;
  }

  /** The segments that it sent in the place of those of a template, decoded once. */
  public List<String> pathOf(List<String> template) {
    List<String> segments = request.url().pathSegments();
    return segments.subList(segments.size() - template.size(), segments.size());
  }
}
