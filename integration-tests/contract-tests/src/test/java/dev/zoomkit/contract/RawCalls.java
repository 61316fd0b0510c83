package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zoomkit.contract.BundledDescription.Operation;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.internal.http.HttpMethod;

/** Calls operations of a mock as bytes, without the client, with the description's examples. */
final class RawCalls {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final BundledDescription description;
  private final MockZoom mock;
  private final OkHttpClient http;
  private final String token;

  /** A response; the JSON is missing where there is none. */
  record JsonResponse(int status, JsonNode json) {
    boolean succeeded() {
      return status >= 200 && status < 300;
    }
  }

  RawCalls(BundledDescription description, MockZoom mock, OkHttpClient http) {
    this.description = description;
    this.mock = mock;
    this.http = http;
    token = mock.appToken();
  }

  /**
   * Calls an operation.
   *
   * @param path path values that differ from the examples
   */
  JsonResponse call(Operation operation, Map<String, String> path) throws IOException {
    HttpUrl.Builder url = HttpUrl.get(mock.apiBase()).newBuilder();
    for (String segment : operation.masterPath().substring(1).split("/")) {
      if (segment.startsWith("{")) {
        String name = segment.substring(1, segment.length() - 1);
        JsonNode example = description.parameter(operation, name).path("example");
        url.addPathSegment(path.getOrDefault(name, example.asText()));
      } else {
        url.addPathSegment(segment);
      }
    }
    for (JsonNode reference : operation.node().path("parameters")) {
      JsonNode parameter = description.resolve(reference);
      if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
        url.addQueryParameter(parameter.path("name").asText(), parameter.path("example").asText());
      }
    }
    Request.Builder request =
        new Request.Builder().url(url.build()).header("Authorization", "Bearer " + token);
    return send(request.method(operation.method(), body(operation)).build());
  }

  private RequestBody body(Operation operation) {
    JsonNode example = description.requestExample(operation);
    if (operation.node().at("/requestBody/content").has("multipart/form-data")) {
      Map.Entry<String, JsonNode> file = description.file(operation);
      MediaType media = MediaType.get(file.getValue().at("/x-zoom-file/types/0").textValue());
      return new MultipartBody.Builder()
          .setType(MultipartBody.FORM)
          .addFormDataPart(
              file.getKey(),
              "picture." + media.subtype(),
              RequestBody.create(ExampleCalls.PICTURE, media))
          .build();
    }
    if (!example.isMissingNode()) {
      return RequestBody.create(example.toString(), JSON);
    }
    return HttpMethod.requiresRequestBody(operation.method())
        ? RequestBody.create(new byte[0], null)
        : null;
  }

  private JsonResponse send(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      String text = response.body().string();
      return new JsonResponse(
          response.code(),
          text.startsWith("{") ? MAPPER.readTree(text) : MissingNode.getInstance());
    }
  }
}
