package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.Description.FieldProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer of the mock: what it is about to send, or what a test wants it to send. Immutable;
 * a changed copy comes from the {@code with} methods. The headers that Zoom sends with everything
 * ({@code x-zm-trackingid}, {@code X-RateLimit-*}) are added later where they are absent. HTTP has
 * no body with 204 and 304: one that is given is not sent. A status below 200 or above 599 is
 * refused with an {@link IllegalArgumentException}.
 */
public final class MockAnswer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final long length;

  private MockAnswer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, body.length);
  }

  private MockAnswer(int status, Map<String, String> headers, byte[] body, long length) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "A status of an answer is 200 to 599, not " + status + ".");
    }
    this.status = status;
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    this.headers = Collections.unmodifiableMap(copy);
    this.body = body;
    this.length = length;
  }

  /** An answer without a body, and so without a Content-Type. */
  public static MockAnswer empty(int status) {
    return new MockAnswer(status, Map.of(), new byte[0]);
  }

  /** An answer with a JSON text, sent as it is, valid or not. */
  public static MockAnswer json(int status, String json) {
    return of(status, "application/json;charset=UTF-8", json);
  }

  /** A page of HTML, as a proxy or a gateway before Zoom sends it. */
  public static MockAnswer html(int status, String html) {
    return of(status, "text/html", html);
  }

  /** An error in Zoom's shape. */
  public static MockAnswer error(int status, int code, String message) {
    Arguments.require("MockAnswer.error needs a message", message);
    return error(status, code, message, List.of());
  }

  /**
   * Zoom's 429 for too many calls a second.
   *
   * @param reset when calls are allowed again; sent in whole seconds, rounded up
   */
  public static MockAnswer tooManyPerSecond(Instant reset) {
    Arguments.require("MockAnswer.tooManyPerSecond needs a reset", reset);
    long seconds = reset.getEpochSecond() + (reset.getNano() > 0 ? 1 : 0);
    return error(429, 429, "The limit of calls a second is reached.")
        .withHeader("X-RateLimit-Type", "QPS")
        .withHeader("X-RateLimit-Remaining", "0")
        .withHeader("X-RateLimit-Reset", Long.toString(seconds));
  }

  /**
   * Zoom's 429 for too many calls a day.
   *
   * @param retryAfter when calls are allowed again; sent as an instant, as Zoom does, and not as a
   *     number of seconds
   */
  public static MockAnswer tooManyPerDay(Instant retryAfter) {
    Arguments.require("MockAnswer.tooManyPerDay needs a retryAfter", retryAfter);
    return error(429, 429, "The limit of calls a day is reached.")
        .withHeader("X-RateLimit-Type", "Daily-limit")
        .withHeader("X-RateLimit-Remaining", "0")
        .withHeader("Retry-After", retryAfter.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  static MockAnswer error(int status, int code, String message, List<FieldProblem> fields) {
    ObjectNode error = Json.object().put("code", code).put("message", message);
    if (!fields.isEmpty()) {
      ArrayNode errors = error.putArray("errors");
      fields.forEach(
          problem ->
              errors.addObject().put("field", problem.field()).put("message", problem.message()));
    }
    return json(status, error.toString());
  }

  static MockAnswer of(int status, String contentType, String body) {
    return of(status, contentType, bytes(body));
  }

  static MockAnswer of(int status, String contentType, byte[] body) {
    return new MockAnswer(status, Map.of("Content-Type", contentType), body);
  }

  /** An answer that has its content over and over, until it is as long as it is to be. */
  static MockAnswer repeated(int status, String contentType, byte[] content, long length) {
    return new MockAnswer(status, Map.of("Content-Type", contentType), content, length);
  }

  public int status() {
    return status;
  }

  /** The headers, one value each; their names ignore case. Unmodifiable. */
  public Map<String, String> headers() {
    return headers;
  }

  /** One header; null where it is absent. */
  public @Nullable String header(String name) {
    return headers.get(Arguments.require("MockAnswer.header needs a name", name));
  }

  /** The body as UTF-8 text; empty where there is none. */
  public String body() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** How many bytes are sent; more than the body has where it is sent over and over. */
  long length() {
    return length;
  }

  void writeTo(OutputStream out) throws IOException {
    for (long sent = 0; sent < length; sent += body.length) {
      out.write(body, 0, (int) Math.min(body.length, length - sent));
    }
  }

  /**
   * The same answer with another status.
   *
   * @throws IllegalArgumentException if it is none from 200 to 599
   */
  public MockAnswer withStatus(int status) {
    return new MockAnswer(status, headers, body, length);
  }

  /**
   * The same answer with a header, in the place of an earlier one of that name.
   *
   * @throws IllegalArgumentException if HTTP has no such name or value
   */
  public MockAnswer withHeader(String name, String value) {
    Arguments.require("MockAnswer.withHeader needs a name", name);
    Arguments.require("MockAnswer.withHeader needs a value", value);
    if (!name.matches("[\\w!#$%&'*+.^`|~-]+") || value.matches("(?s).*[\r\n\0].*")) {
      throw new IllegalArgumentException("HTTP has no header \"" + name + ": " + value + "\".");
    }
    Map<String, String> changed = new TreeMap<>(headers);
    changed.keySet().removeIf(name::equalsIgnoreCase);
    changed.put(name, value);
    return new MockAnswer(status, changed, body, length);
  }

  /**
   * The same answer without a header.
   *
   * @throws IllegalArgumentException if it has none of that name
   */
  public MockAnswer withoutHeader(String name) {
    Arguments.require("MockAnswer.withoutHeader needs a name", name);
    if (!headers.containsKey(name)) {
      Typos.refuse("header", name, headers.keySet());
    }
    Map<String, String> changed = new TreeMap<>(headers);
    changed.keySet().removeIf(name::equalsIgnoreCase);
    return new MockAnswer(status, changed, body, length);
  }

  /** The same answer with another body; the Content-Type stays. */
  public MockAnswer withBody(String body) {
    return new MockAnswer(status, headers, bytes(body));
  }

  private static byte[] bytes(String body) {
    return Arguments.require("MockAnswer needs a body", body).getBytes(StandardCharsets.UTF_8);
  }

  /** The same answer with the second half of its body cut off, as a lost connection leaves it. */
  public MockAnswer truncated() {
    return withBody(body().substring(0, body().length() / 2));
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + body();
  }
}
