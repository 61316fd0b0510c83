package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.internal.http.HttpMethod;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Calls operations as bytes, without the client. */
final class RawCalls {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BundledDescription description;
  private final RawRequests requests;
  private final URI apiBase;
  private final OkHttpClient http;
  private final String token;

  /** A response; the JSON is missing where there is none. */
  record JsonResponse(int status, JsonNode json) {
    boolean succeeded() {
      return status >= 200 && status < 300;
    }
  }

  RawCalls(
      BundledDescription description,
      RawRequests requests,
      URI apiBase,
      OkHttpClient http,
      String token) {
    this.description = description;
    this.requests = requests;
    this.apiBase = apiBase;
    this.http = http;
    this.token = token;
  }

  /** The same calls with another token. */
  RawCalls withToken(String other) {
    return new RawCalls(description, requests, apiBase, http, other);
  }

  /**
   * Calls an operation with the description's examples.
   *
   * @param path path values that differ from the examples
   */
  JsonResponse call(Operation operation, Map<String, String> path) throws IOException {
    RawRequest request = requests.needed(operation);
    for (Map.Entry<String, String> value : path.entrySet()) {
      if (request.path().containsKey(value.getKey())) {
        request = request.withPath(value.getKey(), value.getValue());
      }
    }
    Exchange exchange = exchange(request);
    return new JsonResponse(exchange.status(), json(exchange.response()));
  }

  /** The JSON object or list of a body; missing where it is neither. */
  static JsonNode json(byte[] body) throws IOException {
    boolean tree = body.length > 0 && (body[0] == '{' || body[0] == '[');
    return tree ? MAPPER.readTree(body) : MissingNode.getInstance();
  }

  /** Sends a request and returns what went over the wire. */
  Exchange exchange(RawRequest request) throws IOException {
    HttpUrl.Builder url = HttpUrl.get(apiBase).newBuilder();
    for (String segment : request.operation().segments(request.own())) {
      String value =
          segment.startsWith("{")
              ? request.path().get(segment.substring(1, segment.length() - 1))
              : segment;
      url.addPathSegment(value);
    }
    request.query().forEach(url::addQueryParameter);
    HttpUrl address = url.build();
    int base = HttpUrl.get(apiBase).encodedPath().replaceAll("/$", "").length();
    RequestBody body = body(request);
    Buffer sent = new Buffer();
    if (body != null) {
      body.writeTo(sent);
    }
    Request.Builder built =
        new Request.Builder().url(address).header("Authorization", "Bearer " + token);
    try (Response response =
        http.newCall(built.method(request.operation().method(), body).build()).execute()) {
      return new Exchange(
          request.operation().method(),
          address.encodedPath().substring(base),
          address.encodedQuery(),
          body == null || body.contentType() == null ? null : body.contentType().toString(),
          sent.readByteArray(),
          response.code(),
          response.header("Content-Type"),
          response.body().bytes());
    }
  }

  private @Nullable RequestBody body(RawRequest request) {
    Operation operation = request.operation();
    if (operation.node().at("/requestBody/content").has("multipart/form-data")) {
      return form(operation, request.body());
    }
    if (!request.body().isMissingNode()) {
      return RequestBody.create(request.body().toString(), JSON);
    }
    return HttpMethod.requiresRequestBody(operation.method())
        ? RequestBody.create(new byte[0], null)
        : null;
  }

  private MultipartBody form(Operation operation, JsonNode texts) {
    Map.Entry<String, JsonNode> file = description.file(operation);
    MediaType media = MediaType.get(file.getValue().at("/x-zoom-file/types/0").textValue());
    MultipartBody.Builder form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart(
                file.getKey(),
                "picture." + media.subtype(),
                RequestBody.create(ExampleCalls.PICTURE, media));
    texts.properties().stream()
        .filter(part -> !part.getKey().equals(file.getKey()))
        .forEach(part -> form.addFormDataPart(part.getKey(), part.getValue().asText()));
    return form.build();
  }
}
