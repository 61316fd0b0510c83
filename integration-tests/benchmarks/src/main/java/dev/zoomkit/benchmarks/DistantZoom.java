package dev.zoomkit.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Responds late to every call, as a Zoom does that is far away, and to as many as there are. */
final class DistantZoom implements AutoCloseable {

  static final Duration LATENCY = Duration.ofMillis(50);
  static final int PAGES = 300;
  static final int USERS = 1000;

  private static final Pattern TOKEN = Pattern.compile("next_page_token=t(\\d+)");
  private static final String PAGE = new String(WebinarPages.json(), StandardCharsets.UTF_8);
  private static final String ONE_WEBINAR =
      """
      {"next_page_token":"","webinars":[{"uuid":"q0001XyYqH+eKWhk9w==","id":90000000001,\
      "topic":"Quarterly review","type":5,"start_time":"2026-01-01T10:00:00Z"}]}""";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private DistantZoom(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port of this machine. */
  static DistantZoom start() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      DistantZoom zoom =
          new DistantZoom(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      zoom.server.setExecutor(zoom.threads);
      zoom.server.createContext("/v2/users", DistantZoom::respond);
      zoom.server.start();
      return zoom;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v2/");
  }

  private static void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Thread.sleep(LATENCY.toMillis());
      byte[] body = body(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static String body(URI asked) {
    if (asked.getPath().equals("/v2/users")) {
      return IntStream.rangeClosed(1, USERS)
          .mapToObj(
              n -> "{\"id\":\"u%d\",\"email\":\"u%d@acme.example\",\"type\":1}".formatted(n, n))
          .collect(Collectors.joining(",", "{\"next_page_token\":\"\",\"users\":[", "]}"));
    }
    return asked.getPath().contains("/users/walker/") ? page(asked.getRawQuery()) : ONE_WEBINAR;
  }

  /** The pages differ in their tokens and in what tells their items apart. */
  private static String page(String query) {
    Matcher token = TOKEN.matcher(query);
    int number = token.find() ? Integer.parseInt(token.group(1)) : 1;
    return PAGE.replace("Kx3vPq8LRw2m", number == PAGES ? "" : "t" + (number + 1))
        .replace("\"uuid\":\"q", "\"uuid\":\"%03d".formatted(number));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
