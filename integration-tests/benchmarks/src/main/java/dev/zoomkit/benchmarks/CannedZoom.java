package dev.zoomkit.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Responds to every call with the same few bytes, so that what is measured is the caller. */
final class CannedZoom implements AutoCloseable {

  private static final String WEBINAR =
      """
      {"uuid":"q0001XyYqH+eKWhk9w==","id":90000000001,"host_id":"p001PqLwRk2TnSx7BvZc",\
      "topic":"Quarterly review","type":5,"start_time":"2026-01-01T10:00:00Z","duration":60,\
      "timezone":"Europe/Berlin","join_url":"https://example.zoom.us/j/90000000001"}""";
  private static final String PAGE =
      "{\"page_size\":30,\"total_records\":1,\"next_page_token\":\"\",\"webinars\":[%s]}"
          .formatted(WEBINAR);
  private static final String TOKEN =
      "{\"access_token\":\"a-token\",\"token_type\":\"bearer\",\"expires_in\":3599}";

  private final HttpServer server;

  private CannedZoom(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port of this machine. */
  static CannedZoom start() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/oauth/token", exchange -> respond(exchange, TOKEN));
      server.createContext("/v2/users/", exchange -> respond(exchange, PAGE));
      server.createContext("/v2/webinars/", exchange -> respond(exchange, WEBINAR));
      server.start();
      return new CannedZoom(server);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** Such as {@code http://127.0.0.1:8080/}. */
  URI origin() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void respond(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
