package dev.zoomkit.internal;

import dev.zoomkit.ResponseInfo;
import dev.zoomkit.internal.http.CallBounds;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.OwnHeaders;
import dev.zoomkit.internal.json.JsonFields;
import dev.zoomkit.retry.RetryPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What single calls have beside the settings of their client. Immutable and thread-safe.
 *
 * @param retryPolicy null for that of the client
 * @param headers by name
 * @param query values by name
 * @param bodyFields top-level fields as JSON, by name
 * @param listeners of the responses
 */
public record CallSettings(
    CallBounds bounds,
    @Nullable RetryPolicy retryPolicy,
    Map<String, String> headers,
    Map<String, String> query,
    Map<String, ByteString> bodyFields,
    List<Consumer<ResponseInfo>> listeners) {

  /** Nothing beside them. */
  public static final CallSettings NONE =
      new CallSettings(CallBounds.NONE, null, Map.of(), Map.of(), Map.of(), List.of());

  /** What goes for a call that another one needs, too: how it ends and how it is repeated. */
  CallSettings ofCallWithin() {
    return this == NONE
        ? NONE
        : new CallSettings(bounds, retryPolicy, Map.of(), Map.of(), Map.of(), List.of());
  }

  /**
   * The request with all that.
   *
   * @throws IllegalArgumentException if it has a query value of one of the names, or fields are to
   *     go into a body that is no JSON object
   */
  Request.Builder applied(Request request) {
    Request.Builder changed = request.newBuilder();
    if (this == NONE) {
      return changed;
    }
    if (retryPolicy != null) {
      changed.tag(RetryPolicy.class, retryPolicy);
    }
    if (!headers.isEmpty()) {
      headers.forEach(changed::header);
      changed.tag(OwnHeaders.class, new OwnHeaders(headers.keySet()));
    }
    if (!query.isEmpty()) {
      changed.url(withQuery(request));
    }
    if (!bodyFields.isEmpty()) {
      changed.method(request.method(), withFields(request));
    }
    return changed;
  }

  private HttpUrl withQuery(Request request) {
    HttpUrl.Builder url = request.url().newBuilder();
    query.forEach(
        (name, value) -> {
          if (request.url().queryParameter(name) != null) {
            throw new IllegalArgumentException(
                "%s sends the query value %s itself, so query(\"%s\", ...) cannot set it. Use the parameter of the method."
                    .formatted(Operation.of(request).name(), name, name));
          }
          url.addQueryParameter(name, value);
        });
    return url.build();
  }

  private RequestBody withFields(Request request) {
    RequestBody body = request.body() == null ? null : JsonFields.put(request.body(), bodyFields);
    if (body == null) {
      throw new IllegalArgumentException(
          "%s sends no JSON object, so bodyField(\"%s\", ...) has no place in it. Make the call without it."
              .formatted(Operation.of(request).name(), bodyFields.keySet().iterator().next()));
    }
    return body;
  }
}
