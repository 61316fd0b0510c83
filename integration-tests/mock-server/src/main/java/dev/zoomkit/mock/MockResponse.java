package dev.zoomkit.mock;

import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.call.Response.Delivery;
import dev.zoomkit.spec.reader.Typos;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response of the mock: what it is about to send, or what a test wants it to send.
 * Immutable; a changed copy comes from the {@code with} methods. The headers that Zoom sends with
 * everything ({@code x-zm-trackingid}, {@code X-RateLimit-*}) are added later where they are
 * absent. HTTP has no body with 204 and 304: one that is given is not sent. A status below 200 or
 * above 599 is refused with an {@link IllegalArgumentException}.
 */
public final class MockResponse {
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  private final Response response;

  MockResponse(Response response) {
    this.response = response;
  }

  Response response() {
    return response;
  }

  /** A response without a body, and so without a Content-Type. */
  public static MockResponse empty(int status) {
    return new MockResponse(Response.empty(status));
  }

  /** A response with a JSON text, sent as it is, valid or not. */
  public static MockResponse json(int status, String json) {
    return new MockResponse(Response.json(status, require(json)));
  }

  /** A page of HTML, as a proxy or a gateway before Zoom sends it. */
  public static MockResponse html(int status, String html) {
    return new MockResponse(Response.of(status, "text/html", require(html)));
  }

  /** An error in Zoom's shape. */
  public static MockResponse error(int status, int code, String message) {
    Arguments.require("MockResponse.error needs a message", message);
    return new MockResponse(Response.error(status, code, message));
  }

  /**
   * Zoom's 429 for too many calls a second.
   *
   * @param reset when calls are allowed again; sent in whole seconds, rounded up
   */
  public static MockResponse tooManyPerSecond(Instant reset) {
    Arguments.require("MockResponse.tooManyPerSecond needs a reset", reset);
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
  public static MockResponse tooManyPerDay(Instant retryAfter) {
    Arguments.require("MockResponse.tooManyPerDay needs a retryAfter", retryAfter);
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
    return response.header(Arguments.require("MockResponse.header needs a name", name));
  }

  /** The body as UTF-8 text; empty where there is none. */
  public String body() {
    return response.text();
  }

  /**
   * The same response with another status.
   *
   * @throws IllegalArgumentException if it is none from 200 to 599
   */
  public MockResponse withStatus(int status) {
    return new MockResponse(response.withStatus(status));
  }

  /**
   * The same response with a header, in the place of an earlier one of that name.
   *
   * @throws IllegalArgumentException if HTTP has no such name or value
   */
  public MockResponse withHeader(String name, String value) {
    Arguments.require("MockResponse.withHeader needs a name", name);
    Arguments.require("MockResponse.withHeader needs a value", value);
    if (!name.matches("[\\w!#$%&'*+.^`|~-]+") || value.matches("(?s).*[\r\n\0].*")) {
      throw new IllegalArgumentException("HTTP has no header \"" + name + ": " + value + "\".");
    }
    return new MockResponse(response.withHeader(name, value));
  }

  /**
   * The same response without a header.
   *
   * @throws IllegalArgumentException if it has none of that name
   */
  public MockResponse withoutHeader(String name) {
    Arguments.require("MockResponse.withoutHeader needs a name", name);
    if (response.header(name) == null) {
      Typos.refuse("header", name, headers().keySet());
    }
    return new MockResponse(response.withoutHeader(name));
  }

  /** The same response with another body; the Content-Type stays. */
  public MockResponse withBody(String body) {
    return new MockResponse(response.withText(require(body)));
  }

  private static String require(String body) {
    return Arguments.require("MockResponse needs a body", body);
  }

  /**
   * The same response with the second half of its body cut off, and a length that says nothing of
   * it, as a proxy leaves it.
   */
  public MockResponse truncated() {
    return withBody(body().substring(0, body().length() / 2));
  }

  /**
   * The same response, whose connection breaks before all of it is sent.
   *
   * @param bytes how many of the body are sent; its length is that of the whole
   * @throws IllegalArgumentException if the number is negative
   */
  public MockResponse brokenOffAfter(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException(
          "A response breaks off after zero bytes or more, not " + bytes + ".");
    }
    return delivered(response.delivery().withBytes(bytes));
  }

  /** The same response, whose connection is closed before any of it is sent. */
  public MockResponse neverSent() {
    return delivered(response.delivery().withBytes(-1));
  }

  /**
   * The same response, sent later.
   *
   * @param time how much later, in real time: the mock's clock stands still meanwhile
   * @throws IllegalArgumentException if it is none from zero to an hour
   */
  public MockResponse delayed(Duration time) {
    Arguments.require("MockResponse.delayed needs a time", time);
    if (time.isNegative() || time.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException(
          "A response is late by a time from zero to an hour, not by " + time + ".");
    }
    return delivered(response.delivery().withDelay(time));
  }

  /**
   * The same response, whose body comes in drops.
   *
   * @param bytes how many bytes of the body a drop has, from 1
   * @param every the time between two drops, in real time: the mock's clock stands still meanwhile
   * @throws IllegalArgumentException if the bytes are less than 1, or if the time is none from zero
   *     to an hour
   */
  public MockResponse dripped(int bytes, Duration every) {
    Arguments.require("MockResponse.dripped needs an every", every);
    if (bytes < 1) {
      throw new IllegalArgumentException("A drop has a byte at least, not " + bytes + ".");
    }
    if (every.isNegative() || every.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException(
          "Drops come at intervals from zero to an hour, not of " + every + ".");
    }
    return delivered(response.delivery().withDrops(bytes, every));
  }

  private MockResponse delivered(Delivery delivery) {
    return new MockResponse(response.withDelivery(delivery));
  }

  @Override
  public String toString() {
    return response.toString();
  }
}
