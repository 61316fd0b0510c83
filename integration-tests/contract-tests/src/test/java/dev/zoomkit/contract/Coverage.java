package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of the description the exchanges of a run have met, in five dimensions and the fields. */
final class Coverage {

  private static final ObjectMapper JSON = new ObjectMapper();

  final Dimension operations = new Dimension("operations", 1);
  final Dimension parameters = new Dimension("parameters", 1);
  final Dimension keywords = new Dimension("keywords", 0.95);
  final Dimension examples = new Dimension("examples", 1);
  final Dimension responses = new Dimension("responses", 1);
  final Dimension fields = new Dimension("fields", 1);

  /** Documented errors that came of what a request said, without a script. */
  final Dimension unscripted = new Dimension("unscripted errors", 0);

  private final BundledDescription description;
  private final SchemaWalk walk;
  private final Map<String, Map<String, Set<String>>> exampleFields = new HashMap<>();

  /**
   * A coverage of some operations.
   *
   * @param expected the operations of which all has to be met
   */
  Coverage(BundledDescription description, List<Operation> expected) {
    this.description = description;
    this.walk = new SchemaWalk(description);
    expected.forEach(this::expect);
  }

  private void expect(Operation operation) {
    operations.expect(operation, operation.success());
    responses.expect(operation, operation.success());
    for (DocumentedError error : DocumentedErrors.of(operation)) {
      responses.expect(operation, error.toString());
      unscripted.expect(operation, error.toString());
    }
    for (JsonNode parameter : description.parameters(operation)) {
      String name = parameter.get("name").textValue();
      parameters.expect(operation, name);
      for (String value : enumeration(parameter.get("schema"))) {
        parameters.expect(operation, name + "=" + value);
      }
      if (parameter.has("example")) {
        examples.expect(operation, exampleOf(name));
      }
    }
    description.requestExamples(operation).keySet().forEach(key -> expectRequest(operation, key));
    JsonNode schema = description.responseSchema(operation);
    walk.places(schema).keySet().forEach(place -> fields.expect(operation, place));
    description
        .responseExamples(operation)
        .forEach((key, value) -> expectResponse(operation, key, schema, value));
  }

  private void expectRequest(Operation operation, String key) {
    examples.expect(operation, "request " + key);
  }

  private void expectResponse(Operation operation, String key, JsonNode schema, JsonNode value) {
    examples.expect(operation, "response " + key);
    if (description.faults(schema, value).isEmpty()) {
      exampleFields
          .computeIfAbsent(operation.id(), first -> new LinkedHashMap<>())
          .put(key, places(schema, value));
    }
  }

  private static String exampleOf(String parameter) {
    return "parameter " + parameter;
  }

  private List<String> enumeration(JsonNode schema) {
    JsonNode items = description.items(schema);
    JsonNode values = description.keyword(items == null ? schema : items, "enum");
    return values == null ? List.of() : values.valueStream().map(JsonNode::asText).toList();
  }

  private Set<String> places(JsonNode schema, JsonNode value) {
    Set<String> places = new HashSet<>();
    walk.along(
        schema,
        value,
        new SchemaWalk.Visitor() {
          @Override
          public void described(String place, JsonNode part, JsonNode seen) {
            places.add(place);
          }
        });
    return places;
  }

  /**
   * Counts an exchange.
   *
   * @param scripted whether somebody told the other side what to respond with
   */
  void add(Operation operation, Exchange exchange, List<Finding> findings, boolean scripted) {
    JsonNode response = json(exchange.responseType(), exchange.response());
    int code = response.path("code").asInt(exchange.status());
    boolean success = operation.success().equals("" + exchange.status());
    DocumentedError error = new DocumentedError(exchange.status(), code);
    responses.meet(operation, error.toString());
    if (!scripted) {
      unscripted.meet(operation, error.toString());
    }
    if (!success || !findings.isEmpty()) {
      return;
    }
    responses.meet(operation, operation.success());
    operations.meet(operation, operation.success());
    sent(operation, exchange);
    seen(operation, response);
  }

  private void sent(Operation operation, Exchange exchange) {
    Map<String, String> values =
        new LinkedHashMap<>(BundledDescription.pathValues(operation, exchange.path()));
    values.putAll(ContractCheck.queryValues(exchange.query()));
    values.forEach(
        (name, value) -> {
          parameters.meet(operation, name);
          for (String each : value.split(",", -1)) {
            parameters.meet(operation, name + "=" + each);
          }
          JsonNode example = description.parameter(operation, name).path("example");
          if (value.equals(RawRequests.text(example))) {
            examples.meet(operation, exampleOf(name));
          }
        });
    JsonNode body = json(exchange.requestType(), exchange.request());
    description.requestExamples(operation).entrySet().stream()
        .filter(example -> isSent(example.getValue(), body, exchange))
        .forEach(example -> examples.meet(operation, "request " + example.getKey()));
  }

  /** Whether a request's body is the example, or a form that has all of its texts. */
  private static boolean isSent(JsonNode example, JsonNode body, Exchange exchange) {
    return example.equals(body) || exchange.hasForm();
  }

  private void seen(Operation operation, JsonNode response) {
    JsonNode schema = description.responseSchema(operation);
    if (schema.isMissingNode() || response.isMissingNode()) {
      return;
    }
    places(schema, response).forEach(place -> fields.meet(operation, place));
    exampleFields
        .getOrDefault(operation.id(), Map.of())
        .forEach(
            (key, places) -> {
              if (places.stream().allMatch(place -> fields.isMet(operation, place))) {
                examples.meet(operation, "response " + key);
              }
            });
  }

  private static JsonNode json(String type, byte[] body) {
    try {
      return body.length == 0 || !ContractCheck.mediaType(type).equals("application/json")
          ? MissingNode.getInstance()
          : JSON.readTree(body);
    } catch (IOException broken) {
      return MissingNode.getInstance();
    }
  }

  /** The five dimensions, and the fields of responses. */
  List<Dimension> all() {
    return List.of(operations, parameters, keywords, examples, responses, fields);
  }
}
