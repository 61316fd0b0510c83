package dev.zoomkit;

import dev.zoomkit.runtime.Arguments;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came with a successful response, beside its body; {@link CallOptions.Builder#onResponse} is
 * told it. Immutable.
 *
 * @param operation the operationId of the description, such as {@code getWebinar}
 * @param status the HTTP status, from 200 to 299
 * @param headers all values by name; names of any case are found, and nothing can be changed
 * @param rateLabel what the call counted as, in Zoom's words, such as {@code Light} (header {@code
 *     X-RateLimit-Category}); null where Zoom does not say
 * @param rateLimit how many calls Zoom takes in the window that it counts now ({@code
 *     X-RateLimit-Limit}); null where it does not say
 * @param rateRemaining how many of them are left ({@code X-RateLimit-Remaining}); null where it
 *     does not say
 * @param attempts how many requests were sent for the call, from 1: repetitions, redirects and the
 *     one with a new token count
 * @param duration from the beginning of the call to now, with all attempts and waits, by the
 *     client's clock; the time that a file takes to be read is not in it
 */
public record ResponseInfo(
    String operation,
    int status,
    Map<String, List<String>> headers,
    @Nullable String rateLabel,
    @Nullable Integer rateLimit,
    @Nullable Integer rateRemaining,
    int attempts,
    Duration duration) {

  /** Copies the headers. */
  public ResponseInfo {
    Arguments.require("ResponseInfo", "operation", operation);
    Arguments.require("ResponseInfo", "headers", headers);
    Arguments.require("ResponseInfo", "duration", duration);
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      String name = Arguments.require("ResponseInfo", "name of each header", header.getKey());
      List<String> values = header.getValue();
      Arguments.require("ResponseInfo", "value of the header " + name, values);
      copy.put(name, List.copyOf(values));
    }
    headers = Collections.unmodifiableMap(copy);
  }

  /** The last value of a header, whose name may be in any case; null where there is none. */
  public @Nullable String header(String name) {
    Arguments.require("header", "name", name);
    List<String> values = headers.get(name);
    return values == null ? null : values.get(values.size() - 1);
  }

  /** What Zoom's support asks for ({@code x-zm-trackingid}); null where Zoom sends none. */
  public @Nullable String trackingId() {
    return header("x-zm-trackingid");
  }
}
