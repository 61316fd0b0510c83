package dev.zoomkit.generated;

import dev.zoomkit.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as its bytes go out.
 *
 * @param template the path's template, the master account's or the own account's
 * @param path the path parameters by name, as they stand in the request line
 * @param query raw; empty where there is none
 * @param contentType null where the request does not say
 * @param chunked whether the body goes out in chunks instead of with a length
 */
record GeneratedRequest(
    Operation operation,
    String template,
    Map<String, String> path,
    String query,
    @Nullable String contentType,
    byte[] body,
    boolean chunked) {

  GeneratedRequest withPath(String name, String raw) {
    Map<String, String> changed = new LinkedHashMap<>(path);
    changed.put(name, raw);
    return new GeneratedRequest(operation, template, changed, query, contentType, body, chunked);
  }

  GeneratedRequest withQuery(String raw) {
    return new GeneratedRequest(operation, template, path, raw, contentType, body, chunked);
  }

  GeneratedRequest withMoreQuery(String raw) {
    return withQuery(query.isEmpty() ? raw : query + "&" + raw);
  }

  GeneratedRequest withType(@Nullable String type) {
    return new GeneratedRequest(operation, template, path, query, type, body, chunked);
  }

  GeneratedRequest withBody(byte[] bytes) {
    return new GeneratedRequest(operation, template, path, query, contentType, bytes, chunked);
  }

  GeneratedRequest inChunks() {
    return new GeneratedRequest(operation, template, path, query, contentType, body, true);
  }

  /** Path and query as the request line has them. */
  String target() {
    String filled = template;
    for (var value : path.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return "/v2" + filled + (query.isEmpty() ? "" : "?" + query);
  }

  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.UTF_8);
    return shortened(operation.method() + " " + target())
        + (contentType == null ? "" : " [" + contentType + "]")
        + (chunked ? " in chunks" : "")
        + " "
        + shortened(text);
  }

  private static String shortened(String text) {
    return text.length() <= 600 ? text : text.substring(0, 600) + "… " + text.length();
  }
}
