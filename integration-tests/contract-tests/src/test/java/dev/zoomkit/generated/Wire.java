package dev.zoomkit.generated;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One connection after the other to a mock, on which requests go out byte by byte. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_IN_MILLIS = 5000;
  private static final int CHUNK = 1000;

  private final int port;
  private final String token;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  Wire(URI mock, String token) {
    this.port = mock.getPort();
    this.token = token;
  }

  /** A response; the names of its headers ignore case. */
  record Received(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /**
   * Sends a request and waits for its response.
   *
   * @throws IOException if none comes in five seconds, or what comes is no HTTP
   */
  Received send(GeneratedRequest request) throws IOException {
    Socket open = socket;
    if (open == null) {
      open = new Socket(InetAddress.getLoopbackAddress(), port);
      open.setSoTimeout(PATIENCE_IN_MILLIS);
      open.setTcpNoDelay(true);
      socket = open;
      in = new BufferedInputStream(open.getInputStream());
    }
    try {
      open.getOutputStream().write(bytes(request));
      Received received = receive(in);
      if (received.header("Connection").equalsIgnoreCase("close")) {
        close();
      }
      return received;
    } catch (IOException | RuntimeException broken) {
      close();
      throw broken;
    }
  }

  private byte[] bytes(GeneratedRequest request) {
    StringBuilder head = new StringBuilder();
    head.append(request.operation().method()).append(' ').append(request.target());
    head.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ").append(token);
    if (request.contentType() != null) {
      head.append("\r\nContent-Type: ").append(request.contentType());
    }
    if (request.chunked()) {
      head.append("\r\nTransfer-Encoding: chunked");
    } else if (request.body().length > 0 || request.contentType() != null) {
      head.append("\r\nContent-Length: ").append(request.body().length);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(request.chunked() ? chunks(request.body()) : request.body());
    return bytes.toByteArray();
  }

  private static byte[] chunks(byte[] body) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += CHUNK) {
      int length = Math.min(CHUNK, body.length - at);
      chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      chunks.write(body, at, length);
      chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return chunks.toByteArray();
  }

  private static Received receive(@Nullable InputStream in) throws IOException {
    String[] start = line(in).split(" ", 3);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Received(Integer.parseInt(start[1]), headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The mock hung up after \"" + line + "\".");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
