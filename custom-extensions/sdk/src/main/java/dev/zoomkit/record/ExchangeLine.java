package dev.zoomkit.record;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.internal.http.Exchange;
import dev.zoomkit.internal.http.Operation;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Writes an exchange as a line of JSON. Thread-safe. */
final class ExchangeLine {

  private static final Set<String> HEADERS =
      Set.of(
          "retry-after",
          "x-ratelimit-category",
          "x-ratelimit-limit",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "x-ratelimit-type",
          "x-zm-trackingid");

  private final BlackOut blackOut;

  ExchangeLine(BlackOut blackOut) {
    this.blackOut = blackOut;
  }

  /** The line, with its end. */
  Buffer of(Exchange exchange, DescribedCall call) throws IOException {
    Buffer line = new Buffer();
    JsonWriter writer = JsonWriter.of(line);
    writer.beginObject();
    writer.name("operation").value(call.operation());
    writer.name("attempt").value(exchange.attempt());
    writer.name("at").value(exchange.at().toString());
    writer.name("durationMillis").value(exchange.duration().toMillis());
    writer.name("request").beginObject();
    request(writer, exchange, call);
    writer.endObject();
    writer.name("response").beginObject();
    response(writer, exchange, call);
    writer.endObject();
    writer.endObject();
    return line.writeByte('\n');
  }

  private void request(JsonWriter writer, Exchange exchange, DescribedCall call)
      throws IOException {
    writer.name("method").value(exchange.request().method());
    writer.name("path").value("/" + String.join("/", call.path()));
    path(writer, exchange, call);
    query(writer, exchange.request().url(), call);
    RequestBody body = exchange.request().body();
    if (body != null && body.contentLength() != 0) {
      body(writer, body.contentType(), body.contentLength(), read(body), call.request());
    }
  }

  private void path(JsonWriter writer, Exchange exchange, DescribedCall call) throws IOException {
    List<String> sent = exchange.pathOf(call.path());
    writer.name("pathValues").beginObject();
    for (int index = 0; index < sent.size(); index++) {
      String segment = call.path().get(index);
      if (Operation.isParameter(segment)) {
        String name = segment.substring(1, segment.length() - 1);
        String value = sent.get(index);
        if (call.uuids().contains(name) && value.contains("%")) {
          value = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        writer.name(name).value(value(call, name, value));
      }
    }
    writer.endObject();
  }

  private void query(JsonWriter writer, HttpUrl url, DescribedCall call) throws IOException {
    writer.name("query").beginObject();
    for (String name : new TreeSet<>(url.queryParameterNames())) {
      writer.name(blackOut.name(name)).beginArray();
      for (String value : url.queryParameterValues(name)) {
        writer.value(value == null ? "" : value(call, name, value));
      }
      writer.endArray();
    }
    writer.endObject();
  }

  /** Who writes {@code me} tells nobody who that is. */
  private String value(DescribedCall call, String name, String value) {
    return value.equals(Operation.ME) ? value : blackOut.text(value, call.parameter(name));
  }

  private void response(JsonWriter writer, Exchange exchange, DescribedCall call)
      throws IOException {
    Response response = exchange.response();
    writer.name("status").value(response.code());
    writer.name("headers").beginObject();
    for (String name : response.headers().names()) {
      if (HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        writer.name(name).value(response.header(name));
      }
    }
    writer.endObject();
    if (exchange.bytes() > 0) {
      MediaType type = response.body().contentType();
      Shape shape = call.response(response.code());
      body(writer, type, exchange.bytes(), exchange.body(), shape);
    }
  }

  /** The body; of one that is no JSON, or too large, what is known of it. */
  private void body(
      JsonWriter writer, @Nullable MediaType type, long bytes, @Nullable Buffer body, Shape shape)
      throws IOException {
    Buffer shown = body == null ? null : shown(body, shape);
    if (shown != null) {
      writer.name("body");
      try (BufferedSink raw = writer.valueSink()) {
        raw.writeAll(shown);
      }
      return;
    }
    writer.name("content").beginObject();
    if (type != null) {
      writer.name("type").value(type.type() + "/" + type.subtype());
    }
    if (bytes >= 0) {
      writer.name("bytes").value(bytes);
    }
    writer.endObject();
  }

  private @Nullable Buffer shown(Buffer body, Shape shape) {
    try {
      return blackOut.json(body, shape);
    } catch (IOException | JsonDataException unreadable) {
      return null;
    }
  }

  /** The body of a request, if it is JSON, not too large, and may be read twice. */
  private static @Nullable Buffer read(RequestBody body) throws IOException {
    if (!Exchange.isJson(body.contentType())
        || body.isOneShot()
        || body.contentLength() > ExchangeRecorder.MOST_BODY_BYTES) {
      return null;
    }
    Buffer read = new Buffer();
    body.writeTo(read);
    return read;
  }
}
