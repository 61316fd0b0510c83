package dev.zoomkit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The bundle as the contract check reads it. It shares no code with the mock or the client. */
final class BundledDescription {

  static final String OWN_ACCOUNT = "me";

  private static final String RESOURCE = "dev/zoomkit/spec/zoom.json";
  private static final String ADDRESS = "https://zoomkit.dev/zoom.json";
  private static final String MASTER_PREFIX = "/accounts/{accountId}";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;
  private final List<Operation> operations;
  private final SchemaRegistry schemas;
  private final Map<JsonNode, Schema> compiled = new HashMap<>();

  private BundledDescription(String text) throws JsonProcessingException {
    this.root = JSON.readTree(text);
    this.operations = readOperations();
    this.schemas =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi30(),
            registry ->
                registry
                    .schemas(Map.of(ADDRESS, text))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** Reads the bundle from the class path. */
  static BundledDescription load() {
    try (InputStream in = BundledDescription.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      return new BundledDescription(
          new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same description with other examples in its operations and their bodies. */
  BundledDescription with(UnaryOperator<JsonNode> change) {
    try {
      return new BundledDescription(change.apply(root.deepCopy()).toString());
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The first example of the response of a success; a missing node where there is none. */
  JsonNode responseExample(Operation operation) {
    JsonNode response = resolve(operation.node().path("responses").path(operation.success()));
    return examples(response.at("/content/application~1json")).stream()
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  List<Operation> operations() {
    return operations;
  }

  /** The accounts that an operation can be called for: a sub-account, and the caller's own. */
  List<String> accounts(Operation operation) {
    String subAccount = parameter(operation, "accountId").path("example").asText();
    if (!operation.onSubAccounts()) {
      return List.of(OWN_ACCOUNT);
    }
    return operation.onOwnAccount() ? List.of(subAccount, OWN_ACCOUNT) : List.of(subAccount);
  }

  /** The schemas by name. */
  Set<Map.Entry<String, JsonNode>> schemas() {
    return root.at("/components/schemas").properties();
  }

  /** The operation that a request line means: fixed segments win over path parameters. */
  Optional<Operation> find(String method, String encodedPath) {
    List<String> segments = segments(encodedPath);
    return operations.stream()
        .filter(operation -> operation.method().equals(method))
        .flatMap(Operation::paths)
        .filter(path -> path.fits(segments))
        .min(Comparator.comparingLong(Path::parameters))
        .map(Path::operation);
  }

  /** The values of the path parameters, decoded once, by name. */
  static Map<String, String> pathValues(Operation operation, String encodedPath) {
    List<String> segments = segments(encodedPath);
    Path path = operation.paths().filter(candidate -> candidate.fits(segments)).findFirst().get();
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String template = path.segments().get(i);
      if (template.startsWith("{")) {
        values.put(
            template.substring(1, template.length() - 1),
            URLDecoder.decode(segments.get(i).replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  /** The parameter of that name, resolved; a missing node where there is none. */
  JsonNode parameter(Operation operation, String name) {
    for (JsonNode reference : operation.node().path("parameters")) {
      JsonNode parameter = resolve(reference);
      if (parameter.get("name").textValue().equals(name)) {
        return parameter;
      }
    }
    return MissingNode.getInstance();
  }

  /** The first example of the request's body; a missing node where there is none. */
  JsonNode requestExample(Operation operation) {
    JsonNode content = resolve(operation.node().path("requestBody")).path("content");
    return examples(content.path(content.isEmpty() ? "" : content.fieldNames().next())).stream()
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** Whether a successful response has a body. */
  boolean returnsBody(Operation operation) {
    return resolve(operation.node().path("responses").path(operation.success())).has("content");
  }

  /** The file of a multipart request: its name, and its property. */
  Map.Entry<String, JsonNode> file(Operation operation) {
    JsonNode body = resolve(operation.node().get("requestBody"));
    return properties(body.at("/content/multipart~1form-data/schema")).entrySet().stream()
        .filter(property -> property.getValue().has("x-zoom-file"))
        .findFirst()
        .orElseThrow();
  }

  /** The schema of the JSON that a call sends; a missing node where it sends none. */
  JsonNode requestSchema(Operation operation) {
    return schemaOf(operation.node().path("requestBody"));
  }

  /** The schema of the JSON that a success returns; a missing node where it returns none. */
  JsonNode responseSchema(Operation operation) {
    return schemaOf(operation.node().path("responses").path(operation.success()));
  }

  private JsonNode schemaOf(JsonNode body) {
    return resolve(body).path("content").path("application/json").path("schema");
  }

  /** The values of the examples beside a schema. */
  private List<JsonNode> examples(JsonNode media) {
    return media.path("examples").valueStream().map(e -> resolve(e).get("value")).toList();
  }

  /**
   * A value that fits a parameter's schema: its default, else its first value, else one by type.
   */
  JsonNode anyValue(JsonNode schema) {
    JsonNode value = keyword(schema, "default");
    if (value != null) {
      return value;
    }
    JsonNode values = keyword(schema, "enum");
    if (values != null) {
      return values.get(0);
    }
    return switch (keyword(schema, "type").textValue()) {
      case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
      case "array" -> {
        JsonNode item = anyValue(keyword(schema, "items"));
        yield item.isMissingNode() ? item : JSON.createArrayNode().add(item);
      }
      default -> MissingNode.getInstance();
    };
  }

  /** Follows a reference within the bundle; any other node is itself. */
  JsonNode resolve(JsonNode node) {
    JsonNode current = node;
    while (current.has("$ref")) {
      current = root.at(current.get("$ref").textValue().substring(1));
    }
    return current;
  }

  /** Validates a value against a schema of the bundle; one line a fault, none when it fits. */
  List<String> faults(JsonNode schema, JsonNode value) {
    return compiled
        .computeIfAbsent(schema, node -> schemas.getSchema(absolute(node)))
        .validate(value)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /** A copy that stands on its own: its references lead into the bundle. */
  private static JsonNode absolute(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    for (JsonNode parent : copy.findParents("$ref")) {
      ((ObjectNode) parent).put("$ref", ADDRESS + parent.get("$ref").textValue());
    }
    return copy;
  }

  /** JSON paths of the members of {@code value} that no property of the schema describes. */
  List<String> undescribed(JsonNode schema, JsonNode value) {
    List<String> found = new ArrayList<>();
    collectUndescribed(schema, value, "$", found);
    return found;
  }

  private void collectUndescribed(JsonNode schema, JsonNode value, String at, List<String> found) {
    if (value.isArray()) {
      JsonNode items = keyword(schema, "items");
      for (int i = 0; items != null && i < value.size(); i++) {
        collectUndescribed(items, value.get(i), at + "[" + i + "]", found);
      }
    } else if (value.isObject()) {
      Map<String, JsonNode> properties = properties(schema);
      if (properties.isEmpty()) {
        return;
      }
      value
          .properties()
          .forEach(
              member -> {
                String path = at + "." + member.getKey();
                JsonNode property = properties.get(member.getKey());
                if (property == null) {
                  found.add(path);
                } else {
                  collectUndescribed(property, member.getValue(), path, found);
                }
              });
    }
  }

  /** The schema of an array's items. */
  JsonNode items(JsonNode schema) {
    return keyword(schema, "items");
  }

  Map<String, JsonNode> properties(JsonNode schema) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    parts(schema)
        .forEach(
            part ->
                part.path("properties")
                    .properties()
                    .forEach(p -> all.put(p.getKey(), p.getValue())));
    return all;
  }

  JsonNode keyword(JsonNode schema, String name) {
    return parts(schema)
        .filter(part -> part.has(name))
        .findFirst()
        .map(p -> p.get(name))
        .orElse(null);
  }

  /** The schema and all that it is combined of. */
  private Stream<JsonNode> parts(JsonNode schema) {
    JsonNode resolved = resolve(schema);
    Stream<JsonNode> combined =
        Stream.of("allOf", "oneOf", "anyOf")
            .flatMap(key -> resolved.path(key).valueStream())
            .flatMap(this::parts);
    return Stream.concat(Stream.of(resolved), combined);
  }

  private List<Operation> readOperations() {
    List<Operation> found = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            found.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()));
                          }
                        }));
    return List.copyOf(found);
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** One operation of the description. */
  record Operation(String method, String masterPath, JsonNode node) {

    String id() {
      return node.get("operationId").textValue();
    }

    boolean onOwnAccount() {
      return node.has("x-zoom-own-path");
    }

    boolean onSubAccounts() {
      return masterPath.startsWith(MASTER_PREFIX);
    }

    /** The documented statuses, in the description's order. */
    List<String> statuses() {
      List<String> statuses = new ArrayList<>();
      node.get("responses").fieldNames().forEachRemaining(statuses::add);
      return statuses;
    }

    String success() {
      return statuses().stream().filter(status -> status.startsWith("2")).findFirst().get();
    }

    private Stream<Path> paths() {
      Path master = new Path(this, BundledDescription.segments(masterPath));
      return onOwnAccount()
          ? Stream.of(
              master,
              new Path(this, BundledDescription.segments(node.get("x-zoom-own-path").textValue())))
          : Stream.of(master);
    }

    @Override
    public String toString() {
      return id();
    }
  }

  private record Path(Operation operation, List<String> segments) {

    boolean fits(List<String> actual) {
      if (actual.size() != segments.size()) {
        return false;
      }
      for (int i = 0; i < actual.size(); i++) {
        String template = segments.get(i);
        if (!template.startsWith("{") && !template.equals(actual.get(i))) {
          return false;
        }
      }
      return true;
    }

    long parameters() {
      return segments.stream().filter(segment -> segment.startsWith("{")).count();
    }
  }
}
