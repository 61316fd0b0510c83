package dev.zoomkit.mock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The HTTP server of a mock: the JDK's own, on the loopback address, with daemon threads. */
final class Server implements AutoCloseable {
  private static final int THREADS = 8;

  private final HttpServer http;
  private final ExecutorService executor;

  private Server(HttpServer http, ExecutorService executor) {
    this.http = http;
    this.executor = executor;
  }

  /** Starts listening; port 0 takes a free one. */
  static Server start(int port, Front front) throws IOException {
    // Without it the JDK's server sends head and body 40 ms apart. It is read once a JVM, so a
    // user's own setting wins.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    AtomicInteger number = new AtomicInteger();
    ExecutorService executor =
        Executors.newFixedThreadPool(
            THREADS,
            task ->
                daemon(
                    task,
                    "mock-zoom-" + http.getAddress().getPort() + "-" + number.incrementAndGet()));
    http.setExecutor(executor);
    http.createContext("/", exchange -> handle(exchange, front, origin(http)));
    startAsDaemon(http);
    return new Server(http, executor);
  }

  /**
   * The server's own thread inherits being a daemon from the one that starts it, so a forgotten
   * mock does not keep a JVM up.
   */
  private static void startAsDaemon(HttpServer http) {
    Thread starter = daemon(http::start, "mock-zoom-start");
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static URI origin(HttpServer http) {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  URI origin() {
    return origin(http);
  }

  private static void handle(HttpExchange exchange, Front front, URI origin) {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name, String.join(", ", values)));
      URI uri = exchange.getRequestURI();
      @Nullable String query = uri.getRawQuery();
      byte[] body = exchange.getRequestBody().readAllBytes();
      MockAnswer answer =
          front.answer(
              new Front.Request(
                  exchange.getRequestMethod(),
                  uri.getRawPath(),
                  query == null ? "" : query,
                  headers,
                  body,
                  origin));
      send(exchange, answer);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void send(HttpExchange exchange, MockAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    boolean bodiless = answer.status() == 204 || answer.status() == 304;
    byte[] body = bodiless ? new byte[0] : answer.bytes();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    http.stop(0);
    executor.shutdownNow();
  }
}
