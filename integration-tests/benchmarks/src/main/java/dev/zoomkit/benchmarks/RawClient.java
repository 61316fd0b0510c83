package dev.zoomkit.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that stays open, and knows no more of HTTP than the responses it gets: what a load
 * costs is to be the server's cost and not that of a client.
 */
final class RawClient implements AutoCloseable {

  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;

  RawClient(URI server) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
  }

  /**
   * A request as it goes over the wire.
   *
   * @param body JSON; empty for none
   */
  static byte[] request(String method, URI url, String token, String body) {
    String path =
        url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    String content =
        body.isEmpty()
            ? ""
            : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
    return "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n%s"
        .formatted(method, path, token, content, body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Sends a request and reads its response.
   *
   * @return the response's body
   * @throws IllegalStateException if it is no success
   */
  String send(byte[] request) {
    try {
      socket.getOutputStream().write(request);
      String status = line();
      int length = 0;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
          length = Integer.parseInt(header.substring(LENGTH.length()).trim());
        }
      }
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      if (!status.startsWith("HTTP/1.1 2")) {
        throw new IllegalStateException(status + " " + body);
      }
      return body;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("The server has hung up.");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
