package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response as they went over the wire.
 *
 * @param path the encoded path behind the API's version, with a leading slash
 * @param query the encoded query, null where there is none
 */
record Exchange(
    String method,
    String path,
    @Nullable String query,
    @Nullable String requestType,
    byte[] request,
    int status,
    @Nullable String responseType,
    byte[] response) {

  /** The JSON of the response; missing where it is none. */
  JsonNode json() {
    try {
      return RawCalls.json(response);
    } catch (IOException broken) {
      return MissingNode.getInstance();
    }
  }

  /** The body of the response as text. */
  String text() {
    return new String(response, StandardCharsets.UTF_8);
  }

  /** Whether the request is a multipart form. */
  boolean hasForm() {
    return requestType != null && requestType.startsWith("multipart/form-data");
  }

  @Override
  public String toString() {
    return method + " " + path + (query == null ? "" : "?" + query) + " -> " + status;
  }
}
