package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what requests need from what responses have: the id of a user from the list of users. What
 * writes gets in its path only what the run made itself.
 */
final class LiveValues {

  private static final String ACCOUNT = "accountId";

  private final BundledDescription description;
  private final LocalDate today;
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byPath = new HashMap<>();
  private final Map<String, String> made = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final SampleValues samples;

  LiveValues(BundledDescription description, LocalDate today) {
    this.description = description;
    this.today = today;
    this.samples = new SampleValues(description);
  }

  /** The request, without a body; empty while something that it needs is not known. */
  Optional<RawRequest> request(Operation operation) {
    if (missing(operation) != null) {
      return Optional.empty();
    }
    Map<String, String> path = new LinkedHashMap<>();
    Map<String, String> query = new LinkedHashMap<>();
    for (JsonNode parameter : description.parameters(operation)) {
      String value = value(operation, parameter);
      if (parameter.get("in").textValue().equals("path")) {
        path.put(parameter.get("name").textValue(), value);
      } else if (parameter.path("required").booleanValue()) {
        query.put(parameter.get("name").textValue(), value);
      }
    }
    return Optional.of(
        new RawRequest(
            operation, operation.onOwnAccount(), path, query, MissingNode.getInstance()));
  }

  /** The first required parameter that nothing tells the value of; null where there is none. */
  @Nullable String missing(Operation operation) {
    return description.parameters(operation).stream()
        .filter(parameter -> parameter.path("required").booleanValue())
        .filter(parameter -> value(operation, parameter) == null)
        .map(parameter -> parameter.get("name").textValue())
        .findFirst()
        .orElse(null);
  }

  /** The lists of what a parameter of a path stands for. */
  Stream<Operation> lists(Operation operation, String parameter) {
    List<String> segments = operation.segments(false);
    int at = segments.indexOf("{" + parameter + "}");
    return description.operations().stream()
        .filter(list -> list.reads() && at > 0)
        .filter(list -> collection(list).equals(segments.get(at - 1)));
  }

  private static String collection(Operation list) {
    List<String> segments = list.segments(false);
    return segments.get(segments.size() - 1);
  }

  private @Nullable String value(Operation operation, JsonNode parameter) {
    String name = parameter.get("name").textValue();
    JsonNode schema = parameter.get("schema");
    if (name.equals(ACCOUNT)
        && (operation.onOwnAccount() || parameter.path("x-zoom-accepts-me").booleanValue())) {
      return Sandbox.OWN_ACCOUNT;
    }
    String at = pathTo(operation.masterPath(), name);
    if (!operation.onlyReads() && parameter.get("in").textValue().equals("path")) {
      return made.get(at);
    }
    JsonNode window = operation.node().path("x-zoom-date-window");
    if (name.equals(window.path("from").asText())) {
      return today.minusDays(7).toString();
    } else if (name.equals(window.path("to").asText())) {
      return today.toString();
    }
    boolean fixed =
        description.keyword(schema, "enum") != null
            || description.keyword(schema, "default") != null;
    return fixed ? RawRequests.text(samples.of(schema)) : byPath.getOrDefault(at, byName.get(name));
  }

  /** The path up to a parameter and with it: groups and IM groups both have a {@code groupId}. */
  private static String pathTo(String path, String parameter) {
    return path.replaceFirst("(\\{" + parameter + "}).*", "$1");
  }

  /** Whether a response had a value before, so that it names what the run found. */
  boolean isFound(String value) {
    return seen.contains(value);
  }

  /** Notes the id of what the run made, by the path of it. */
  void made(String itemPath, String id) {
    made.put(itemPath, id);
    byPath.putIfAbsent(itemPath, id);
  }

  /** Learns from a response what parameters stand for its items. */
  void learn(Operation operation, JsonNode response) {
    see(response);
    items(operation, response)
        .ifPresent(
            item ->
                description.operations().stream()
                    .map(other -> other.segments(false))
                    .forEach(
                        segments ->
                            learn(segments, operation.masterPath(), collection(operation), item)));
  }

  private void learn(List<String> segments, String list, String collection, JsonNode item) {
    for (int i = 1; i < segments.size(); i++) {
      if (segments.get(i).startsWith("{") && segments.get(i - 1).equals(collection)) {
        String parameter = segments.get(i).substring(1, segments.get(i).length() - 1);
        id(item, parameter)
            .ifPresent(
                value -> {
                  byName.putIfAbsent(parameter, value);
                  byPath.putIfAbsent(list + "/{" + parameter + "}", value);
                });
      }
    }
  }

  private void see(JsonNode value) {
    if (value.isValueNode()) {
      seen.add(value.asText());
    }
    value.forEach(this::see);
  }

  /** What an item is known by as {@code webinarId}; empty where it has nothing of the kind. */
  static Optional<String> id(JsonNode item, String parameter) {
    return Stream.of(Life.field(parameter), "id", "uuid")
        .map(item::path)
        .filter(value -> value.isTextual() || value.isIntegralNumber())
        .map(JsonNode::asText)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  /** The first item of the list that a response has. */
  private Optional<JsonNode> items(Operation operation, JsonNode response) {
    JsonNode list =
        operation.isPaged()
            ? operation.itemsOf(response)
            : response.valueStream().filter(JsonNode::isArray).findFirst().orElse(response);
    return list.isArray() && list.path(0).isObject() ? Optional.of(list.get(0)) : Optional.empty();
  }
}
