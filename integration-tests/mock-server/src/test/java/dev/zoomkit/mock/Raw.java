package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes to a mock as they are, and reads what comes back until the mock hangs up. */
public final class Raw {
  private static final int PATIENCE_IN_MILLIS = 30_000;

  private Raw() {}

  /** A response with the lines of its head taken apart. */
  public record Response(int status, Map<String, String> headers, String body) {

    /** Whether it is what Zoom sends: an error in JSON, or the success of an operation. */
    public void isAsZoomSends() {
      assertThat(headers).as(toString()).containsKey("x-zm-trackingid");
      assertThat(status).as(toString()).isNotEqualTo(500);
      if (status >= 400 && !body.isEmpty()) {
        assertThat(headers.get("Content-Type")).as(toString()).startsWith("application/json");
        JsonNode json = Json.parse(body);
        assertThat(json).as(toString()).isNotNull();
        boolean token = json.has("error") && json.has("reason");
        assertThat(token || json.path("code").isInt() && json.path("message").isTextual())
            .as(toString())
            .isTrue();
      }
    }
  }

  public static Response one(URI mock, String request) {
    List<Response> responses = send(mock, request.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(responses).as(request).isNotEmpty();
    return responses.get(0);
  }

  /** All responses, in order: what a broken length leaves over is a request of its own. */
  public static List<Response> send(URI mock, byte[] request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mock.getPort())) {
      socket.setSoTimeout(PATIENCE_IN_MILLIS);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return responses(
          socket.getInputStream().readAllBytes(),
          new String(request, StandardCharsets.ISO_8859_1).startsWith("HEAD "));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static List<Response> responses(byte[] bytes, boolean bodiless) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    List<Response> responses = new ArrayList<>();
    while (in.available() > 0) {
      String[] start = line(in).split(" ");
      assertThat(start[0]).isEqualTo("HTTP/1.1");
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        headers.put(
            line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).trim());
      }
      int status = Integer.parseInt(start[1]);
      int length = bodiless ? 0 : Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
      byte[] body = in.readNBytes(length);
      assertThat(body).hasSize(length);
      if (status >= 200) {
        responses.add(new Response(status, headers, new String(body, StandardCharsets.UTF_8)));
      }
    }
    return responses;
  }

  private static String line(ByteArrayInputStream in) {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
