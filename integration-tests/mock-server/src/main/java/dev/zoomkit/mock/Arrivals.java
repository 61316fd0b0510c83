package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.http.RequestHandler;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a mock has received until now, and how a failing assertion tells of it. */
final class Arrivals {
  private static final int MOST_LINES = 20;
  private static final int MOST_BODY = 300;

  private final MockZoom mock;
  private final List<MockRequest> requests;

  Arrivals(MockZoom mock) {
    this.mock = mock;
    this.requests = mock.requests();
  }

  List<MockRequest> requests() {
    return requests;
  }

  List<MockRequest> of(String operationId) {
    return requests.stream().filter(request -> operationId.equals(request.operationId())).toList();
  }

  /** The names of the operations, in the alphabet's order. */
  Set<String> operations() {
    return new TreeSet<>(byOperation().keySet());
  }

  boolean isOfTokens(String operationId) {
    return RequestHandler.OAUTH_OPERATIONS.containsValue(operationId);
  }

  private Map<String, Integer> byOperation() {
    Map<String, Integer> counts = new TreeMap<>();
    for (MockRequest request : requests) {
      counts.merge(name(request), 1, Integer::sum);
    }
    return counts;
  }

  private static String name(MockRequest request) {
    return request.operationId() == null ? "(no operation)" : request.operationId();
  }

  /** What was expected, and what came in numbers. */
  String words(String expectation) {
    return expectation
        + (requests.isEmpty() ? " Nothing came." : " There came " + counts("") + ".");
  }

  /** What was expected of an operation, its requests in short, and the others in numbers. */
  String words(String expectation, String operationId) {
    List<MockRequest> own = of(operationId);
    StringBuilder words = new StringBuilder(expectation).append(" ");
    words.append(own.isEmpty() ? "There came none of it." : "There came:");
    for (MockRequest request : own.subList(0, Math.min(own.size(), MOST_LINES))) {
      words.append(System.lineSeparator()).append("  ").append(line(request)).append(body(request));
    }
    if (own.size() > MOST_LINES) {
      words.append(System.lineSeparator()).append("  and ").append(own.size() - MOST_LINES);
      words.append(" more");
    }
    String others = counts(operationId);
    return words
        .append(System.lineSeparator())
        .append(others.isEmpty() ? "Nothing else came." : "Besides, there came " + others + ".")
        .toString();
  }

  /** How often each operation came but one. */
  private String counts(String operationId) {
    StringBuilder counts = new StringBuilder();
    byOperation()
        .forEach(
            (name, times) -> {
              if (!name.equals(operationId)) {
                counts.append(counts.isEmpty() ? "" : ", ").append(name);
                counts.append(times == 1 ? "" : " (" + times + " times)");
              }
            });
    return counts.toString();
  }

  static String line(MockRequest request) {
    return request.method() + " " + request.path();
  }

  private String body(MockRequest request) {
    if (request.body().isEmpty()) {
      return "";
    }
    String body = shownBody(mock, request);
    return " " + (body.length() > MOST_BODY ? body.substring(0, MOST_BODY) + "…" : body);
  }

  /** A request's body as people may see it: without what the description takes for a secret. */
  static String shownBody(MockZoom mock, MockRequest request) {
    JsonNode json = Json.parse(request.body());
    Content content = mock.content(String.valueOf(request.operationId()));
    return json == null || content == null
        ? request.body()
        : Json.text(shown(json, content.schema()));
  }

  /** A copy, in which what the description takes for a secret is blacked out. */
  private static JsonNode shown(JsonNode value, @Nullable MergedSchema schema) {
    if (schema == null) {
      return value;
    } else if (schema.key("x-zoom-secret").asBoolean()) {
      return Json.object().textNode("***");
    } else if (value.isArray()) {
      var items = Json.array();
      value.forEach(item -> items.add(shown(item, schema.items())));
      return items;
    } else if (!value.isObject()) {
      return value;
    }
    ObjectNode shown = Json.object();
    value
        .properties()
        .forEach(
            field ->
                shown.set(
                    field.getKey(), shown(field.getValue(), schema.property(field.getKey()))));
    return shown;
  }
}
