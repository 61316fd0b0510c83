package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Reads and replaces the bodies of what is on its way. */
final class Bodies {

  private static final MediaType JSON = MediaType.get("application/json");

  private Bodies() {}

  /** The JSON object of a request; missing where it has none. */
  static JsonNode json(Request request) throws IOException {
    Buffer buffer = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(buffer);
    }
    return RawCalls.json(buffer.readByteArray());
  }

  /** The JSON object of a response, which can be read again; missing where it has none. */
  static JsonNode json(Response response) throws IOException {
    return RawCalls.json(response.peekBody(Long.MAX_VALUE).bytes());
  }

  static Request with(Request request, JsonNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return request
        .newBuilder()
        .method(request.method(), RequestBody.create(bytes, JSON))
        .header("Content-Length", "" + bytes.length)
        .build();
  }

  /** A response in the place of another one, without a body where that is missing. */
  static Response with(Response response, int status, JsonNode body) {
    byte[] bytes =
        body.isMissingNode() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    response.close();
    Response.Builder built =
        response
            .newBuilder()
            .code(status)
            .removeHeader("Content-Type")
            .header("Content-Length", "" + bytes.length)
            .body(ResponseBody.create(bytes, body.isMissingNode() ? null : JSON));
    return (body.isMissingNode() ? built : built.header("Content-Type", JSON.toString())).build();
  }
}
