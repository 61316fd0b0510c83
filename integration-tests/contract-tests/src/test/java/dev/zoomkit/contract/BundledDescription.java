package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bundle as the contract check reads it. It shares no code with the mock or the client. */
public final class BundledDescription {

  static final String OWN_ACCOUNT = "me";

  private static final String RESOURCE = "dev/zoomkit/spec/zoom.json";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;
  private final List<Operation> operations;
  private final Validator validator;

  private BundledDescription(JsonNode root) {
    this.root = root;
    this.operations = readOperations();
    this.validator = new Validator(root);
  }

  /** Reads the bundle from the class path. */
  public static BundledDescription load() {
    try (InputStream in = BundledDescription.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      return new BundledDescription(JSON.readTree(Objects.requireNonNull(in, RESOURCE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a description from a file of JSON. */
  static BundledDescription read(Path file) throws IOException {
    return new BundledDescription(JSON.readTree(file.toFile()));
  }

  /** The same description with something else in it. */
  BundledDescription with(UnaryOperator<JsonNode> change) {
    return new BundledDescription(change.apply(root.deepCopy()));
  }

  /** The same description, in whose operation something else is said. */
  BundledDescription with(Operation operation, BiConsumer<BundledDescription, Operation> change) {
    BundledDescription copy = new BundledDescription(root.deepCopy());
    change.accept(copy, copy.operation(operation.id()));
    return new BundledDescription(copy.root);
  }

  String version() {
    return root.at("/info/version").textValue();
  }

  /** What the bundle has for each path. */
  JsonNode paths() {
    return root.get("paths");
  }

  /** The first example of the response of a success; a missing node where there is none. */
  JsonNode responseExample(Operation operation) {
    return first(responseExamples(operation));
  }

  /** The examples of the response of a success, by name. */
  Map<String, JsonNode> responseExamples(Operation operation) {
    return examples(operation.node().path("responses").path(operation.success()));
  }

  public List<Operation> operations() {
    return operations;
  }

  public Operation operation(String id) {
    return operations.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** The operation of a path, as it is for sub-accounts, and a method. */
  Optional<Operation> on(String masterPath, String method) {
    return operations.stream()
        .filter(each -> each.masterPath().equals(masterPath) && each.method().equals(method))
        .findFirst();
  }

  /**
   * Whether an operation shows, lists or makes what a parameter of a path names; what none does, as
   * the messages of a chat, a caller knows from elsewhere.
   */
  boolean isShown(Operation operation, String parameter) {
    String path = operation.masterPath();
    String collection = path.substring(0, path.indexOf("/{" + parameter + "}"));
    return operations.stream()
        .filter(each -> each.masterPath().startsWith(collection))
        .anyMatch(
            each ->
                each.reads()
                    || each.method().equals("POST") && each.masterPath().equals(collection));
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
    List<String> segments = Operation.segments(encodedPath);
    return operations.stream()
        .filter(operation -> operation.method().equals(method))
        .flatMap(Operation::paths)
        .filter(path -> path.fits(segments))
        .min(Comparator.comparingLong(Operation.Path::parameters))
        .map(Operation.Path::operation);
  }

  /** The values of the path parameters, decoded once, by name. */
  static Map<String, String> pathValues(Operation operation, String encodedPath) {
    List<String> segments = Operation.segments(encodedPath);
    Operation.Path path =
        operation.paths().filter(candidate -> candidate.fits(segments)).findFirst().get();
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

  /** The operation's parameters, resolved. */
  List<JsonNode> parameters(Operation operation) {
    return operation.node().path("parameters").valueStream().map(this::resolve).toList();
  }

  /** The parameter of that name, resolved; a missing node where there is none. */
  public JsonNode parameter(Operation operation, String name) {
    for (JsonNode parameter : parameters(operation)) {
      if (parameter.get("name").textValue().equals(name)) {
        return parameter;
      }
    }
    return MissingNode.getInstance();
  }

  /** The first example of the request's body; a missing node where there is none. */
  public JsonNode requestExample(Operation operation) {
    return first(requestExamples(operation));
  }

  /** The examples of the request's body, by name. */
  Map<String, JsonNode> requestExamples(Operation operation) {
    return examples(operation.node().path("requestBody"));
  }

  private static JsonNode first(Map<String, JsonNode> examples) {
    return examples.values().stream().findFirst().orElse(MissingNode.getInstance());
  }

  /** Whether a successful response has a body. */
  boolean returnsBody(Operation operation) {
    return resolve(operation.node().path("responses").path(operation.success())).has("content");
  }

  /** The file of a multipart request: its name, and its property. */
  public Map.Entry<String, JsonNode> file(Operation operation) {
    JsonNode body = resolve(operation.node().get("requestBody"));
    return properties(body.at("/content/multipart~1form-data/schema")).entrySet().stream()
        .filter(property -> property.getValue().has("x-zoom-file"))
        .findFirst()
        .orElseThrow();
  }

  /** The schema of the JSON that a call sends; a missing node where it sends none. */
  public JsonNode requestSchema(Operation operation) {
    return schemaOf(operation.node().path("requestBody"));
  }

  /** The schema of the JSON that a success returns; a missing node where it returns none. */
  JsonNode responseSchema(Operation operation) {
    return schemaOf(operation.node().path("responses").path(operation.success()));
  }

  private JsonNode schemaOf(JsonNode body) {
    return resolve(body).path("content").path("application/json").path("schema");
  }

  /** The values of the examples of a body, by name. */
  Map<String, JsonNode> examples(JsonNode body) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (JsonNode media : resolve(body).path("content")) {
      media
          .path("examples")
          .properties()
          .forEach(named -> values.put(named.getKey(), resolve(named.getValue()).get("value")));
    }
    return values;
  }

  /** Follows a reference within the bundle; any other node is itself. */
  public JsonNode resolve(JsonNode node) {
    JsonNode current = node;
    while (current.has("$ref")) {
      current = root.at(current.get("$ref").textValue().substring(1));
    }
    return current;
  }

  /** Validates a value against a schema of the bundle; one line a fault, none when it fits. */
  public List<String> faults(JsonNode schema, JsonNode value) {
    return errors(schema, value).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /** What the validator says of a value. */
  List<Error> errors(JsonNode schema, JsonNode value) {
    return validator.errors(schema, value);
  }

  /** The schema of an array's items; null for what is no array. */
  public @Nullable JsonNode items(JsonNode schema) {
    return keyword(schema, "items");
  }

  /** The type that a schema names; that of its first alternative, and empty where it has none. */
  public String type(JsonNode schema) {
    JsonNode type = keyword(schema, "type");
    return type == null ? "" : type.textValue();
  }

  public Map<String, JsonNode> properties(JsonNode schema) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    parts(schema)
        .forEach(
            part ->
                part.path("properties")
                    .properties()
                    .forEach(p -> all.put(p.getKey(), p.getValue())));
    return all;
  }

  /** What the first part of a schema that has a keyword says there; null where none has it. */
  public @Nullable JsonNode keyword(JsonNode schema, String name) {
    return parts(schema)
        .filter(part -> part.has(name))
        .findFirst()
        .map(p -> p.get(name))
        .orElse(null);
  }

  /** The schema and all that a value has to fit beside it, without its alternatives. */
  Stream<JsonNode> conjuncts(JsonNode schema) {
    JsonNode resolved = resolve(schema);
    return Stream.concat(
        Stream.of(resolved), resolved.path("allOf").valueStream().flatMap(this::conjuncts));
  }

  /** The schema and all that it is combined of. */
  Stream<JsonNode> parts(JsonNode schema) {
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
}
