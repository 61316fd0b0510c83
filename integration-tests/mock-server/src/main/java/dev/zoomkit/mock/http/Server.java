package dev.zoomkit.mock.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.zoomkit.mock.call.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.io.support.BasicHttpServerExpectationDecorator;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestValidateHost;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.io.CloseMode;

/**
 * The HTTP server of a mock, with a daemon thread a connection. Apache's HttpCore reads the
 * requests, as it lets the mock respond to those as well that are none: the JDK's server refuses
 * them in HTML of its own.
 */
public final class Server implements AutoCloseable {
  private static final Duration MOST_PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_MEGABYTES = 20;
  private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
  private static final String HANG_UP = "zoomkit.hang-up";
  private static final int LINGER_MILLIS = 1000;
  private static final int LINGER_BYTES = 64 * 1024 * 1024;
  private final ServerSocket socket;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger started = new AtomicInteger();
  private final Duration patience;
  private final ScheduledThreadPoolExecutor timer;

  private Server(ServerSocket socket, Duration patience) {
    this.socket = socket;
    this.patience = patience;
    this.timer = new ScheduledThreadPoolExecutor(1, this::newDaemon);
    this.timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Takes a port; connections wait until {@link #serve}.
   *
   * @param port a free one where it is 0
   * @param everywhere whether on all addresses of this machine, else on the loopback address alone
   */
  public static Server listen(int port, boolean everywhere) throws IOException {
    return listen(port, everywhere, MOST_PATIENCE);
  }

  /** The same, with the time after which it hangs up on a client that has not sent a request. */
  static Server listen(int port, boolean everywhere, Duration patience) throws IOException {
    InetAddress address = everywhere ? null : InetAddress.getLoopbackAddress();
    return new Server(new ServerSocket(port, 0, address), patience);
  }

  public URI origin() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** Begins to respond. HttpCore is loaded by the thread that does, and not by the caller's. */
  public void serve(RequestHandler handler) {
    newDaemon(() -> accept(handler)).start();
  }

  private Thread newDaemon(Runnable task) {
    String name = "mock-zoom-" + socket.getLocalPort() + "-" + started.incrementAndGet();
    Thread thread =
        new Thread(
            () -> {
              task.run();
              threads.remove(Thread.currentThread());
            },
            name);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  private void accept(RequestHandler handler) {
    HttpService service = new Responding(handler);
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        newDaemon(() -> converse(client, service)).start();
      } catch (IOException goneOrClosed) {
        // A client that has hung up already; or the mock is closed, which ends the loop.
      }
    }
  }

  private void converse(Socket client, HttpService service) {
    Connection connection = new Connection(client);
    connections.add(connection);
    try (client;
        connection) {
      connection.bind(client);
      while (connection.isOpen() && !socket.isClosed()) {
        Future<?> hangUp = timer.schedule(connection::hangUp, patience.toMillis(), MILLISECONDS);
        HttpCoreContext context = HttpCoreContext.create();
        context.setAttribute(HANG_UP, hangUp);
        service.handleRequest(connection, context);
        hangUp.cancel(false);
      }
    } catch (IOException | HttpException | RejectedExecutionException hungUp) {
      // There is nobody left to tell.
    } finally {
      connections.remove(connection);
    }
  }

  /** Stops listening; requests on their way are cut off, and those that wait wait no longer. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      // Then there is nothing to close.
    }
    timer.shutdownNow();
    connections.forEach(Connection::hangUp);
    threads.forEach(Thread::interrupt);
  }

  /**
   * Reports as a violation of HTTP what HttpCore stumbles over or breaks off at, and hangs up only
   * when the client has sent all.
   */
  private static final class Connection extends DefaultBHttpServerConnection {
    private static final Http1Config LIMITS =
        Http1Config.custom()
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(1000)
            .setMaxEmptyLineCount(1000)
            .build();

    private final Socket client;

    Connection(Socket client) {
      super("http", LIMITS);
      this.client = client;
    }

    @Override
    public ClassicHttpRequest receiveRequestHeader() throws HttpException, IOException {
      try {
        ClassicHttpRequest request = super.receiveRequestHeader();
        boolean chunked = request != null && request.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        int lengths = request == null ? 0 : request.countHeaders(HttpHeaders.CONTENT_LENGTH);
        if (lengths > (chunked ? 0 : 1)) {
          throw new ProtocolException("It says more than once where its body ends.");
        }
        return request;
      } catch (MessageConstraintException | RuntimeException malformed) {
        throw new ProtocolException(String.valueOf(malformed.getMessage()), malformed);
      }
    }

    void hangUp() {
      close(CloseMode.IMMEDIATE);
    }

    /** A client that still sends while it is hung up on would not see the response. */
    @Override
    public void close() throws IOException {
      if (isOpen()) {
        flush();
        client.shutdownOutput();
        client.setSoTimeout(LINGER_MILLIS);
        try {
          client.getInputStream().skipNBytes(LINGER_BYTES);
        } catch (IOException nothingMore) {
          // The end of what the client sends.
        }
      }
      super.close();
    }
  }

  /** Hands requests to the handler, and what HttpCore refuses to take for one as well. */
  private static final class Responding extends HttpService {
    private static final HttpProcessor HEADERS =
        HttpProcessorBuilder.create()
            .add(new RequestValidateHost())
            .addAll(new ResponseContent(true), new ResponseConnControl())
            .build();

    private final RequestHandler handler;

    Responding(RequestHandler handler) {
      super(
          HEADERS,
          new BasicHttpServerExpectationDecorator(
              (request, trigger, context) -> respond(handler, request, trigger, context)));
      this.handler = handler;
    }

    private static void respond(
        RequestHandler handler,
        ClassicHttpRequest request,
        HttpServerRequestHandler.ResponseTrigger trigger,
        HttpContext context)
        throws HttpException, IOException {
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (Header header : request.getHeaders()) {
        headers.merge(header.getName(), header.getValue(), (one, other) -> one + ", " + other);
      }
      byte[] body = body(request.getEntity());
      ((Future<?>) context.getAttribute(HANG_UP)).cancel(false);
      String target = request.getRequestUri();
      int mark = target.indexOf('?');
      Response response =
          handler.handle(
              new RequestHandler.Request(
                  request.getMethod(),
                  mark < 0 ? target : target.substring(0, mark),
                  mark < 0 ? "" : target.substring(mark + 1),
                  headers,
                  body));
      deliver(response.delivery());
      ClassicHttpResponse message = new BasicClassicHttpResponse(response.status());
      fill(message, response);
      trigger.submitResponse(message);
    }

    private static void deliver(Response.Delivery delivery) throws IOException {
      Response.pause(delivery.delay());
      if (delivery.isNone()) {
        throw new IOException("A test asked for no response.");
      }
    }

    private static byte[] body(HttpEntity resource) throws ProtocolException {
      if (resource == null) {
        return new byte[0];
      }
      try {
        long length = resource.getContentLength();
        if (length <= MOST_BYTES) {
          int most = length < 0 ? MOST_BYTES + 1 : (int) length;
          byte[] body = resource.getContent().readNBytes(most);
          if (body.length <= MOST_BYTES) {
            return body;
          }
        }
      } catch (IOException cutOff) {
        throw new ProtocolException("The body is cut off: " + cutOff.getMessage(), cutOff);
      }
      throw new ProtocolException("The body has more than " + MOST_MEGABYTES + " MB.");
    }

    @Override
    protected void handleException(HttpException error, ClassicHttpResponse message) {
      Response response = handler.malformed(toStatusCode(error), error.getMessage());
      message.setCode(response.status());
      fill(message, response);
    }

    private static void fill(ClassicHttpResponse message, Response response) {
      response.headers().forEach(message::setHeader);
      if (response.length() > 0 && response.status() != 204 && response.status() != 304) {
        message.setEntity(new EntityTemplate(response.length(), null, null, response::writeTo));
      }
    }
  }
}
