package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Refuses the first request for each path, and takes the second: with what the description has as
 * an example, fields and headers that it lacks, and a file where it has none.
 */
final class SaltedZoom implements AutoCloseable {

  private static final String BASE = "/v2";

  private final BundledDescription salted;
  private final HttpServer server;
  private final Map<String, Integer> seen = new HashMap<>();

  SaltedZoom(BundledDescription salted) throws IOException {
    this.salted = salted;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(BASE, this::handle);
    server.start();
  }

  URI apiBase() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getRawPath();
    Operation operation =
        salted.find(exchange.getRequestMethod(), path.substring(BASE.length())).orElseThrow();
    int times = seen.merge(operation.id() + " " + path, 1, Integer::sum);
    exchange.getResponseHeaders().set("Set-Cookie", "session=" + Salt.TASTE);
    exchange.getResponseHeaders().set("X-Note", Salt.TASTE);
    if (times == 1) {
      send(
          exchange,
          400,
          "application/json; name=" + Salt.TASTE,
          "{\"code\": 300, \"message\": \"No %s@salt.example.\", \"hint\": {\"%s\": [\"%s\"]}}"
              .formatted(Salt.TASTE, "a@" + Salt.TASTE + ".example", Salt.TASTE));
      return;
    }
    int status = Integer.parseInt(operation.success());
    JsonNode example = salted.responseExample(operation);
    if (example.isMissingNode()) {
      boolean file = salted.returnsBody(operation);
      send(exchange, status, "application/octet-stream", file ? "A " + Salt.TASTE : "");
    } else {
      send(exchange, status, "application/json", undescribed(example.deepCopy()).toString());
    }
  }

  /** The value with fields that nobody knows in each of its objects. */
  private static JsonNode undescribed(JsonNode value) {
    value.forEach(SaltedZoom::undescribed);
    if (value instanceof ObjectNode object) {
      object.put("undescribed_text", "A " + Salt.TASTE);
      object.putObject("undescribed_object").putArray("list").add(Salt.TASTE + "@salt.example");
    }
    return value;
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
