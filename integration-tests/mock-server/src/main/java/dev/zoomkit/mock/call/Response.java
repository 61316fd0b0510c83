package dev.zoomkit.mock.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription.FieldProblem;
import dev.zoomkit.spec.reader.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An HTTP response with one value per header. Immutable. */
public final class Response {
  private static final String JSON = "application/json;charset=UTF-8";

  private final int status;
  private final SortedMap<String, String> headers;
  private final byte[] body;
  private final long length;
  private final long start;
  private final Delivery delivery;

  private Response(int status, SortedMap<String, String> headers, byte[] body, long length) {
    this(status, headers, body, length, 0, Delivery.WHOLE);
  }

  private Response(
      int status,
      SortedMap<String, String> headers,
      byte[] body,
      long length,
      long start,
      Delivery delivery) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "A status of a response is 200 to 599, not " + status + ".");
    }
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.length = length;
    this.start = start;
    this.delivery = delivery;
  }

  /**
   * How a response goes out.
   *
   * @param delay how much later, in real time
   * @param bytes after how many bytes of the body the connection is closed; -1 to send none of the
   *     headers either
   * @param drop how many bytes of the body are sent at a time
   * @param pause the real time between two drops
   */
  public record Delivery(Duration delay, long bytes, int drop, Duration pause) {
    static final Delivery WHOLE =
        new Delivery(Duration.ZERO, Long.MAX_VALUE, Integer.MAX_VALUE, Duration.ZERO);

    /** The same, later. */
    public Delivery withDelay(Duration other) {
      return new Delivery(other, bytes, drop, pause);
    }

    /** The same, up to a byte of the body. */
    public Delivery withBytes(long other) {
      return new Delivery(delay, other, drop, pause);
    }

    /** The same, in drops. */
    public Delivery withDrops(int bytesEach, Duration every) {
      return new Delivery(delay, bytes, bytesEach, every);
    }

    /** Whether the connection is closed without a response. */
    public boolean isNone() {
      return bytes < 0;
    }
  }

  public Delivery delivery() {
    return delivery;
  }

  /** The same response, sent in another way. */
  public Response withDelivery(Delivery other) {
    return new Response(status, headers, body, length, start, other);
  }

  /** A response without a body, and so without a Content-Type. */
  public static Response empty(int status) {
    return new Response(status, noHeaders(), new byte[0], 0);
  }

  /** A response with a JSON text, sent as it is, valid or not. */
  public static Response json(int status, String json) {
    return of(status, JSON, json);
  }

  /** A response with a JSON tree. */
  public static Response json(int status, JsonNode json) {
    return of(status, JSON, Json.bytes(json));
  }

  /** An error in Zoom's shape. */
  public static Response error(int status, int code, String message) {
    return error(status, code, message, List.of());
  }

  static Response error(int status, int code, String message, List<FieldProblem> fields) {
    ObjectNode error = Json.object().put("code", code).put("message", message);
    if (!fields.isEmpty()) {
      ArrayNode errors = error.putArray("errors");
      fields.forEach(
          problem ->
              errors.addObject().put("field", problem.field()).put("message", problem.message()));
    }
    return json(status, error);
  }

  /** A response with a text, sent as UTF-8. */
  public static Response of(int status, String contentType, String text) {
    return of(status, contentType, bytes(text));
  }

  private static Response of(int status, String contentType, byte[] body) {
    return repeated(status, contentType, body, body.length);
  }

  /** A response that repeats its content until it has the given length. */
  public static Response repeated(int status, String contentType, byte[] content, long length) {
    SortedMap<String, String> headers = noHeaders();
    headers.put("Content-Type", contentType);
    return new Response(status, headers, content, length);
  }

  private static SortedMap<String, String> noHeaders() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }

  public int status() {
    return status;
  }

  /** The headers; their names ignore case. Unmodifiable. */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /** One header; null where it is absent. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The body as UTF-8 text; empty where there is none. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** How many bytes are sent, which is more than the body has where it is repeated. */
  public long length() {
    return length;
  }

  /**
   * Writes the body, as often as its length asks for.
   *
   * @throws IOException also where the delivery ends before the body does
   */
  public void writeTo(OutputStream out) throws IOException {
    long end = start + Math.min(length, delivery.bytes());
    long drop = start + delivery.drop();
    for (long at = start; at < end; ) {
      if (at == drop) {
        out.flush();
        pause(delivery.pause());
        drop += delivery.drop();
      }
      int offset = (int) (at % body.length);
      int count = (int) Math.min(body.length - offset, Math.min(drop, end) - at);
      out.write(body, offset, count);
      at += count;
    }
    if (delivery.bytes() < length) {
      out.flush();
      throw new IOException("A test asked for a body that breaks off.");
    }
  }

  /**
   * Waits, in real time.
   *
   * @throws InterruptedIOException if the thread is interrupted, as when the mock is closed
   */
  public static void pause(Duration time) throws InterruptedIOException {
    if (time.isZero()) {
      return;
    }
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The mock was closed.");
    }
  }

  /**
   * Some bytes of the same response, as HTTP 206; 416 where the first lies behind the end, and the
   * whole where it lies behind the last.
   *
   * @param first from 0
   * @param last from 0; more than there are for all that follow the first
   */
  public Response part(long first, long last) {
    if (last < first) {
      return this;
    }
    if (first >= length) {
      return empty(416).withHeader("Content-Range", "bytes */" + length);
    }
    long end = Math.min(last, length - 1);
    return new Response(206, headers, body, end - first + 1, start + first, delivery)
        .withHeader("Content-Range", "bytes %d-%d/%d".formatted(first, end, length));
  }

  /** The same response with another status. */
  public Response withStatus(int other) {
    return new Response(other, headers, body, length, start, delivery);
  }

  /** The same response with a header, which replaces an earlier one of that name. */
  public Response withHeader(String name, String value) {
    SortedMap<String, String> changed = without(name);
    changed.put(name, value);
    return new Response(status, changed, body, length, start, delivery);
  }

  /** The same response without a header. */
  public Response withoutHeader(String name) {
    return new Response(status, without(name), body, length, start, delivery);
  }

  private SortedMap<String, String> without(String name) {
    SortedMap<String, String> others = new TreeMap<>(headers);
    others.remove(name);
    return others;
  }

  /** The same response with those headers that it does not have yet. */
  public Response withDefaults(Map<String, String> defaults) {
    SortedMap<String, String> all = new TreeMap<>(headers);
    for (var header : defaults.entrySet()) {
      all.putIfAbsent(header.getKey(), header.getValue());
    }
    return new Response(status, all, body, length, start, delivery);
  }

  /** The same response with another body; the Content-Type stays. */
  public Response withText(String text) {
    byte[] other = bytes(text);
    return new Response(status, headers, other, other.length, 0, delivery);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + text();
  }
}
