package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Speaks plain HTTP with a mock, knowing nothing of the mock but its addresses. */
public final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final MockZoom zoom;
  private @Nullable String token;

  public Client(MockZoom zoom) {
    this.zoom = zoom;
  }

  /** A response, its body read as JSON where it has one. */
  public record Response(int status, String body, HttpResponse<String> response) {
    public JsonNode json() {
      JsonNode json = Json.parse(body);
      if (json == null) {
        throw new AssertionError("No JSON: " + status + " " + body);
      }
      return json;
    }

    public int code() {
      return json().path("code").asInt();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public Client with(String otherToken) {
    Client client = new Client(zoom);
    client.token = otherToken;
    return client;
  }

  public Response get(String path) {
    return send("GET", path, null);
  }

  public Response post(String path, String json) {
    return send("POST", path, json);
  }

  public Response patch(String path, String json) {
    return send("PATCH", path, json);
  }

  public Response put(String path, String json) {
    return send("PUT", path, json);
  }

  public Response delete(String path) {
    return send("DELETE", path, null);
  }

  public Response send(String method, String path, @Nullable String json) {
    HttpRequest.Builder request = request(path);
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    return send(
        request.method(
            method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
  }

  /** A request for a path below {@code /v2/}, with a bearer token. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(zoom.apiBase() + path.replaceFirst("^/", "")))
        .header("Authorization", "Bearer " + token());
  }

  public static Response send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Response(response.statusCode(), response.body(), response);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Uploads a file, with further parts as {@code name=value}. */
  public Response upload(
      String path, String field, String fileName, String type, byte[] content, String... values) {
    StringBuilder head = new StringBuilder();
    for (String value : values) {
      String[] pair = value.split("=", 2);
      head.append("--cut\r\nContent-Disposition: form-data; name=\"")
          .append(pair[0])
          .append("\"\r\n\r\n");
      head.append(pair[1]).append("\r\n");
    }
    head.append("--cut\r\nContent-Disposition: form-data; name=\"").append(field);
    head.append("\"; filename=\"")
        .append(fileName)
        .append("\"\r\nContent-Type: ")
        .append(type)
        .append("\r\n\r\n");
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head.toString()),
            BodyPublishers.ofByteArray(content),
            BodyPublishers.ofString("\r\n--cut--\r\n"));
    return send(
        request(path).header("Content-Type", "multipart/form-data; boundary=cut").POST(body));
  }

  private String token() {
    if (token == null) {
      token =
          requestToken("grant_type=account_credentials&account_id=" + MockZoom.ACCOUNT_ID)
              .json()
              .path("access_token")
              .asText();
    }
    return token;
  }

  /** Asks for a token with the mock's own credentials. */
  public Response requestToken(String form) {
    return requestToken(form, MockZoom.CLIENT_ID + ":" + MockZoom.CLIENT_SECRET);
  }

  public Response requestToken(String form, String credentials) {
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(zoom.tokenEndpoint())
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** The path of an operation, with the examples of its parameters in the template. */
  public static String path(DescribedOperation operation, String template, String accountId) {
    String path = template;
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inPath()) {
        boolean account = parameter.name().equals("accountId");
        path =
            path.replace(
                "{" + parameter.name() + "}", account ? accountId : encoded(parameter.example()));
      }
    }
    return path;
  }

  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
