package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.RequestLog.Count;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mock has received until now, and how a failing assertion tells of it. */
final class Arrivals {
  private static final int MOST_LINES = 20;
  private static final int MOST_DIFFERENCES = 20;
  private static final int MOST_BODY = 300;

  private final MockZoom mock;
  private final RequestLog.Snapshot seen;

  Arrivals(MockZoom mock) {
    mock.rethrowFailure();
    this.mock = mock;
    this.seen = mock.seen();
  }

  /**
   * A request beside what was expected of it.
   *
   * @param differences in what it is other; empty where it is as expected
   */
  record Compared(SeenRequest request, List<String> differences) {}

  /** The kept requests that count as calls, oldest first. */
  List<SeenRequest> calls() {
    return seen.kept().stream().filter(SeenRequest::isCall).toList();
  }

  /** The kept requests of an operation that count as calls, oldest first. */
  List<SeenRequest> calls(String operationId) {
    return calls().stream().filter(one -> operationId.equals(one.operation())).toList();
  }

  /** How many requests of an operation came, kept or not. */
  Count count(String operationId) {
    return seen.counts().getOrDefault(operationId, Count.NONE);
  }

  /** How many requests of each operation came, in the alphabet's order. */
  Map<String, Count> counts() {
    return seen.counts();
  }

  /** What was expected, and what came in numbers. */
  String words(String expectation) {
    String came = seen.counts().isEmpty() ? "Nothing came." : "There came " + others("") + ".";
    return expectation + " " + came;
  }

  /**
   * What was expected of an operation, its requests, those first that are nearest to it, and the
   * others in numbers.
   */
  String words(String expectation, String operationId, List<Compared> compared) {
    int all = count(operationId).all();
    List<String> lines = new ArrayList<>();
    lines.add(expectation + (all == 0 ? " There came none of it." : " There came:"));
    List<Compared> own = nearestFirst(operationId, compared);
    own.stream().limit(MOST_LINES).forEach(one -> tell(one, lines));
    if (all > Math.min(own.size(), MOST_LINES)) {
      lines.add("  and " + (all - Math.min(own.size(), MOST_LINES)) + " more");
    }
    if (!areAllKept(operationId)) {
      lines.add(forgotten());
    }
    String others = others(operationId);
    lines.add(others.isEmpty() ? "Nothing else came." : "Besides, there came " + others + ".");
    return String.join(System.lineSeparator(), lines);
  }

  private List<Compared> nearestFirst(String operationId, List<Compared> compared) {
    List<Compared> own = new ArrayList<>(compared);
    own.sort(Comparator.comparingInt(one -> one.differences().size()));
    List<SeenRequest> told = compared.stream().map(Compared::request).toList();
    seen.kept().stream()
        .filter(one -> operationId.equals(one.operation()) && !told.contains(one))
        .forEach(one -> own.add(new Compared(one, List.of())));
    return own;
  }

  private void tell(Compared one, List<String> lines) {
    String body = one.differences().isEmpty() ? body(one.request().request()) : "";
    lines.add("  " + line(one.request(), body));
    one.differences().stream()
        .limit(MOST_DIFFERENCES)
        .forEach(difference -> lines.add("    " + difference));
    if (one.differences().size() > MOST_DIFFERENCES) {
      lines.add("    and " + (one.differences().size() - MOST_DIFFERENCES) + " more");
    }
  }

  /** Whether all requests of an operation are there to be looked at. */
  boolean areAllKept(String operationId) {
    return count(operationId).all()
        == seen.kept().stream().filter(one -> operationId.equals(one.operation())).count();
  }

  /** Whether all requests are there to be looked at. */
  boolean areAllKept() {
    return seen.counts().values().stream().mapToInt(Count::all).sum() == seen.kept().size();
  }

  /** Why there may be more than is told of. */
  String forgotten() {
    return "The mock has kept its last "
        + seen.most()
        + " requests alone: MockZoom.builder().keepRequests(…) keeps more, and clearRequests()"
        + " forgets those that do not matter.";
  }

  /** The kept requests that the mock itself refused, a line for each. */
  List<String> refusals() {
    return seen.kept().stream()
        .filter(SeenRequest::isRefused)
        .map(one -> "  " + line(one, ""))
        .toList();
  }

  /** How often each operation came but one. */
  private String others(String operationId) {
    StringBuilder words = new StringBuilder();
    seen.counts()
        .forEach(
            (name, count) -> {
              if (!name.equals(operationId)) {
                words.append(words.isEmpty() ? "" : ", ").append(name);
                words.append(count.all() == 1 ? "" : " (" + count.all() + " times)");
              }
            });
    return words.toString();
  }

  /** A request, and what became of it. */
  private static String line(SeenRequest seen, String body) {
    String status = seen.status() == 0 ? "no response yet" : Integer.toString(seen.status());
    return (seen.request().method() + " " + seen.request().path() + body + ": " + status)
        + (seen.refusal().isEmpty() ? "" : " " + seen.refusal())
        + (seen.isCall() ? "" : " (its token was refused, so it is no call)");
  }

  private String body(MockRequest request) {
    if (request.body().isEmpty()) {
      return "";
    }
    String body = shownBody(mock, request);
    return " " + (body.length() > MOST_BODY ? body.substring(0, MOST_BODY) + "…" : body);
  }

  /** In what the body of a request is other than expected. */
  List<String> differences(SeenRequest seen, JsonNode expected, boolean whole) {
    String text = seen.request().body();
    JsonNode body = Json.parse(text);
    if (body == null) {
      return List.of("expected " + expected + ", not " + (text.isEmpty() ? "no body" : text));
    }
    return JsonDifferences.of(expected, body, shown(mock, seen.request(), body), whole);
  }

  /** A request's body as people may see it: without what the description takes for a secret. */
  static String shownBody(MockZoom mock, MockRequest request) {
    JsonNode json = Json.parse(request.body());
    return json == null || mock.content(String.valueOf(request.operationId())) == null
        ? request.body()
        : Json.text(shown(mock, request, json));
  }

  private static JsonNode shown(MockZoom mock, MockRequest request, JsonNode body) {
    Content content = mock.content(String.valueOf(request.operationId()));
    return content == null ? body : shown(body, content.schema());
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
