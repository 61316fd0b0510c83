package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.zoomkit.contract.Finding.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the path names and nobody has: refused with the code that the description has for it. */
final class AbsenceCheck {

  private final Sandbox sandbox;
  private final Consumer<Finding> found;

  AbsenceCheck(Sandbox sandbox, Consumer<Finding> found) {
    this.sandbox = sandbox;
    this.found = found;
  }

  void check(Operation operation) throws IOException {
    RawRequest request = sandbox.requests.needed(operation);
    for (JsonNode parameter : sandbox.description.parameters(operation)) {
      String name = parameter.get("name").textValue();
      JsonNode value = stranger(parameter.path("example"));
      if (request.path().containsKey(name)
          && isTold(operation, name)
          && sandbox.description.faults(parameter.get("schema"), value).isEmpty()) {
        sandbox.mock.reset();
        Exchange exchange = sandbox.raw().exchange(request.withPath(name, value.asText()));
        add(operation, name, exchange, found);
      }
    }
  }

  /** Whether the description tells what there is, or what is said of that which is not there. */
  private boolean isTold(Operation operation, String parameter) {
    return sandbox.description.isShown(operation, parameter)
        || !documented(operation, parameter).isEmpty();
  }

  /** A value of an example's form that nothing has. */
  static JsonNode stranger(JsonNode example) {
    return example.isNumber()
        ? JsonNodeFactory.instance.numberNode(99_999_999_999L)
        : JsonNodeFactory.instance.textNode(example.asText().replaceAll("[0-9a-zA-Z]", "0"));
  }

  /** Adds a finding unless the response is what the description has for the parameter's absence. */
  static void add(Operation operation, String parameter, Exchange exchange, Consumer<Finding> found)
      throws IOException {
    List<String> documented = documented(operation, parameter);
    String actual =
        exchange.status() + " " + RawCalls.json(exchange.response()).path("code").asText();
    boolean right =
        documented.isEmpty()
            ? exchange.status() == 400 || exchange.status() == 404
            : documented.stream().anyMatch(actual::startsWith);
    if (!right) {
      String what = "without the thing of " + parameter + " is " + actual + ", not " + documented;
      found.accept(new Finding(Rule.ABSENCE, operation.id(), what));
    }
  }

  /** Whether a refusal may say that something is missing besides what a parameter names. */
  static boolean isOfMore(Operation operation, String parameter, Exchange exchange)
      throws IOException {
    return missing(operation, exchange).anyMatch(kinds -> hasOther(kinds, parameter));
  }

  private static boolean hasOther(JsonNode kinds, String parameter) {
    return kinds.valueStream().anyMatch(kind -> !isKind(kind.asText(), parameter));
  }

  /** Whether a refusal is documented, and not because something is missing. */
  static boolean isOfPresent(Operation operation, Exchange exchange) throws IOException {
    return exchange.status() >= 400
        && missing(operation, exchange).anyMatch(JsonNode::isMissingNode);
  }

  /** What the errors of an exchange's status and code say is missing. */
  private static Stream<JsonNode> missing(Operation operation, Exchange exchange)
      throws IOException {
    String code = RawCalls.json(exchange.response()).path("code").asText();
    return operation
        .node()
        .path("x-zoom-errors")
        .valueStream()
        .filter(error -> error.path("status").asInt() == exchange.status())
        .filter(error -> error.path("code").asText().equals(code))
        .map(error -> error.path("missing"));
  }

  /** Whether the description has a code for what one of the path's parameters names. */
  static boolean isDocumented(Operation operation) {
    return operation.segments(false).stream()
        .filter(segment -> segment.startsWith("{"))
        .anyMatch(segment -> !documented(operation, segment.substring(1)).isEmpty());
  }

  /** Statuses and codes; none where the description has no error that is marked as one of these. */
  private static List<String> documented(Operation operation, String parameter) {
    return operation
        .node()
        .path("x-zoom-errors")
        .valueStream()
        .filter(
            error ->
                error
                    .path("missing")
                    .valueStream()
                    .anyMatch(kind -> isKind(kind.asText(), parameter)))
        .map(error -> error.path("status").asText() + " " + error.path("code").asText())
        .toList();
  }

  /** Whether a kind of things is that of the path parameter, as a group is of {@code groupId}. */
  private static boolean isKind(String kind, String parameter) {
    String last = kind.substring(kind.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return parameter.toLowerCase(Locale.ROOT).startsWith(last);
  }
}
