package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request for an operation as values, which can be changed one by one.
 *
 * @param own whether it takes the path for the caller's own account
 * @param body missing where there is none; the texts of a multipart request
 */
record RawRequest(
    Operation operation,
    boolean own,
    Map<String, String> path,
    Map<String, String> query,
    JsonNode body) {

  RawRequest withPath(String name, String value) {
    return new RawRequest(operation, own, with(path, name, value), query, body);
  }

  RawRequest withQuery(String name, String value) {
    return new RawRequest(operation, own, path, with(query, name, value), body);
  }

  RawRequest withoutQuery(String name) {
    Map<String, String> rest = new LinkedHashMap<>(query);
    rest.remove(name);
    return new RawRequest(operation, own, path, rest, body);
  }

  RawRequest withBody(JsonNode other) {
    return new RawRequest(operation, own, path, query, other);
  }

  private static Map<String, String> with(Map<String, String> values, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return changed;
  }

  @Override
  public String toString() {
    return "%s %s %s %s".formatted(operation, path, query, body);
  }
}
