package dev.zoomkit.mock;

import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.description.Typos;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer of the mock: what it is about to send, or what a test wants it to send. Immutable;
 * a changed copy comes from the {@code with} methods. The headers that Zoom sends with everything
 * ({@code x-zm-trackingid}, {@code X-RateLimit-*}) are added later where they are absent. HTTP has
 * no body with 204 and 304: one that is given is not sent. A status below 200 or above 599 is
 * refused with an {@link IllegalArgumentException}.
 */
public final class MockAnswer {
  private final Response response;

  MockAnswer(Response response) {
    this.response = response;
  }

  Response response() {
    return response;
  }

  /** An answer without a body, and so without a Content-Type. */
  public static MockAnswer empty(int status) {
    return new MockAnswer(Response.empty(status));
  }

  /** An answer with a JSON text, sent as it is, valid or not. */
  public static MockAnswer json(int status, String json) {
    return new MockAnswer(Response.json(status, require(json)));
  }

  /** A page of HTML, as a proxy or a gateway before Zoom sends it. */
  public static MockAnswer html(int status, String html) {
    return new MockAnswer(Response.of(status, "text/html", require(html)));
  }

  /** An error in Zoom's shape. */
  public static MockAnswer error(int status, int code, String message) {
    Arguments.require("MockAnswer.error needs a message", message);
    return new MockAnswer(Response.error(status, code, message));
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

  public int status() {
    return response.status();
  }

  /** The headers, one value each; their names ignore case. Unmodifiable. */
  public Map<String, String> headers() {
    return response.headers();
  }

  /** One header; null where it is absent. */
  public @Nullable String header(String name) {
    return response.header(Arguments.require("MockAnswer.header needs a name", name));
  }

  /** The body as UTF-8 text; empty where there is none. */
  public String body() {
    return response.text();
  }

  /**
   * The same answer with another status.
   *
   * @throws IllegalArgumentException if it is none from 200 to 599
   */
  public MockAnswer withStatus(int status) {
    return new MockAnswer(response.withStatus(status));
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
    return new MockAnswer(response.withHeader(name, value));
  }

  /**
   * The same answer without a header.
   *
   * @throws IllegalArgumentException if it has none of that name
   */
  public MockAnswer withoutHeader(String name) {
    Arguments.require("MockAnswer.withoutHeader needs a name", name);
    if (response.header(name) == null) {
      Typos.refuse("header", name, headers().keySet());
    }
    return new MockAnswer(response.withoutHeader(name));
  }

  /** The same answer with another body; the Content-Type stays. */
  public MockAnswer withBody(String body) {
    return new MockAnswer(response.withText(require(body)));
  }

  private static String require(String body) {
    return Arguments.require("MockAnswer needs a body", body);
  }

  /** The same answer with the second half of its body cut off, as a lost connection leaves it. */
  public MockAnswer truncated() {
    return withBody(body().substring(0, body().length() / 2));
  }

  @Override
  public String toString() {
    return response.toString();
  }
}
