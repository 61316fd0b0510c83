package dev.zoomkit.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The bundle as Specmatic needs it: one name for all examples of an operation, by which it ties
 * path values, body and response together, and no security, because the {@link TokenProxy} adds
 * tokens.
 */
final class JudgedDescription {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUNDLE = "/dev/zoomkit/spec/zoom.json";
  private static final String BASE_PLAN = "base plan";
  private static final String ONE_NAME = "judged";
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode root;

  private JudgedDescription(JsonNode root) {
    this.root = root;
  }

  /** That of the class path. */
  static JudgedDescription load() throws IOException {
    try (InputStream bundle =
        Objects.requireNonNull(JudgedDescription.class.getResourceAsStream(BUNDLE))) {
      JudgedDescription description = new JudgedDescription(JSON.readTree(bundle));
      description.prepare();
      return description;
    }
  }

  Path writeTo(Path file) throws IOException {
    JSON.writeValue(file.toFile(), root);
    return file;
  }

  /**
   * What is refused to an account with a base plan, as that of the examples has.
   *
   * @return such as {@code DELETE /accounts/{accountId}}
   */
  List<String> refusedWithBasePlan() {
    List<String> refused = new ArrayList<>();
    for (var path : root.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        boolean isRefused =
            operation
                .getValue()
                .path("x-zoom-errors")
                .valueStream()
                .flatMap(row -> row.path("when").valueStream())
                .anyMatch(word -> word.asText().equals(BASE_PLAN));
        if (isRefused) {
          refused.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return refused;
  }

  /**
   * Whether an operation takes a file in a form.
   *
   * @param api such as {@code POST /users/{userId}/picture}
   */
  boolean takesFile(String api) {
    String[] methodAndPath = api.split(" ", 2);
    return root.path("paths")
        .path(methodAndPath[1])
        .path(methodAndPath[0].toLowerCase(Locale.ROOT))
        .path("requestBody")
        .path("content")
        .has("multipart/form-data");
  }

  private void prepare() {
    ((ObjectNode) root.path("components")).remove("securitySchemes");
    for (JsonNode path : root.path("paths")) {
      for (String method : METHODS) {
        if (path.path(method) instanceof ObjectNode operation) {
          prepare(operation);
        }
      }
    }
  }

  private void prepare(ObjectNode operation) {
    operation.remove("security");
    ArrayNode parameters = operation.withArray("parameters");
    for (int i = 0; i < parameters.size(); i++) {
      ObjectNode parameter = resolved(parameters.get(i)).deepCopy();
      JsonNode example = parameter.remove("example");
      if (example != null && parameter.path("required").asBoolean()) {
        parameter.putObject("examples").putObject(ONE_NAME).set("value", example);
        if (parameter.path("in").asText().equals("path")) {
          parameter.putObject("schema").putArray("enum").add(example); // What exists, always.
        }
      }
      parameters.set(i, parameter);
    }
    nameOneExample(operation.path("requestBody").path("content"));
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        JsonNode content = response.getValue().path("content");
        keepWhatExampleAsksFor(content);
        nameOneExample(content);
      }
    }
  }

  /** A parameter chooses among several types: what Specmatic gives it for another is chance. */
  private static void keepWhatExampleAsksFor(JsonNode content) {
    if (content.size() > 1) {
      content.properties().removeIf(type -> !type.getValue().has("examples"));
    }
  }

  private void nameOneExample(JsonNode content) {
    for (JsonNode type : content) {
      Iterator<JsonNode> examples = type.path("examples").iterator();
      if (examples.hasNext()) {
        JsonNode value = resolved(examples.next()).path("value");
        ((ObjectNode) type).putObject("examples").putObject(ONE_NAME).set("value", value);
      }
    }
  }

  private ObjectNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return (ObjectNode) (reference.isTextual() ? root.at(reference.asText().substring(1)) : node);
  }
}
