package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the operations of one document. What Zoom says in prose, in a form of its own, counts. */
final class UpstreamReader {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** OpenAPI says elsewhere what these headers are, and that they are no parameters. */
  private static final Set<String> OF_OPENAPI = Set.of("accept", "content-type", "authorization");

  private static final Pattern TICKED = Pattern.compile("`([^`]+)`");
  private static final Pattern ERROR = Pattern.compile("Error Code:?\\**:?\\s*`?(\\d+)");
  private static final Pattern LABEL =
      Pattern.compile(
          "Rate Limit Label\\S*\\s*`?\\s*(\\w+(?:[- ]intensive)?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCOPES = Pattern.compile("\\[(Granular )?Scopes?][^\\n\\[]*");

  private final JsonNode document;
  private final String title;
  private final PlainSchemas schemas;
  private String at = "";

  UpstreamReader(JsonNode document, String title) {
    this.document = document;
    this.title = title;
    this.schemas = new PlainSchemas(document, title);
  }

  List<UpstreamOperation> operations() {
    List<UpstreamOperation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode item = schemas.resolve(path.getValue());
      for (Map.Entry<String, JsonNode> method : item.properties()) {
        if (METHODS.contains(method.getKey()) && method.getValue().isObject()) {
          at =
              "/paths/"
                  + path.getKey().replace("~", "~0").replace("/", "~1")
                  + "/"
                  + method.getKey();
          ObjectNode node = operation(item, method.getValue());
          String clean = path.getKey().replaceFirst("/+$", "");
          operations.add(new UpstreamOperation(title, method.getKey(), clean, node));
        }
      }
    }
    return operations;
  }

  private ObjectNode operation(JsonNode item, JsonNode source) {
    ObjectNode node = PlainSchemas.object();
    node.put("operationId", source.path("operationId").asText());
    node.put("tag", source.path("tags").path(0).asText());
    if (source.path("deprecated").asBoolean()) {
      node.put("deprecated", true);
    }
    String label = label(source);
    if (!label.isEmpty()) {
      node.put("x-zoom-rate-limit", label);
    }
    node.set("x-zoom-scopes", scopes(source));
    parameters(item, source, node);
    if (source.has("requestBody")) {
      content(
          schemas.resolve(source.get("requestBody")),
          "/requestBody",
          node.putObject("requestBody"));
    }
    responses(source, node);
    return node;
  }

  private static String label(JsonNode source) {
    Matcher label = LABEL.matcher(source.path("description").asText());
    String written = label.find() ? label.group(1) : source.path("x-rate-limit-label").asText();
    String name = written.toUpperCase(Locale.ROOT).replaceAll("[- ]", "_");
    return Set.of("LIGHT", "MEDIUM", "HEAVY", "RESOURCE_INTENSIVE").contains(name) ? name : "";
  }

  /** The scopes: of Zoom's keys, else of the prose, else of {@code security}. */
  private ObjectNode scopes(JsonNode source) {
    Set<String> classic = new LinkedHashSet<>();
    Set<String> granular = new LinkedHashSet<>();
    JsonNode keys = source.path("x-extensions");
    keys.path("x-macro-scopes").forEach(scope -> classic.add(scope.asText().strip()));
    keys.path("x-granular-scopes").forEach(scope -> granular.add(scope.asText().strip()));
    Matcher lines = SCOPES.matcher(source.path("description").asText());
    while (lines.find()) {
      Matcher scope = TICKED.matcher(lines.group());
      while (scope.find()) {
        (lines.group(1) == null ? classic : granular).add(scope.group(1).strip());
      }
    }
    if (classic.isEmpty() && granular.isEmpty()) {
      for (JsonNode alternative : source.path("security")) {
        for (JsonNode scope : alternative.path("openapi_oauth")) {
          boolean fine = scope.asText().split(":").length > 2 && !scope.asText().endsWith(":admin");
          (fine || scope.asText().split(":").length > 3 ? granular : classic)
              .add(scope.asText().strip());
        }
      }
    }
    ObjectNode scopes = PlainSchemas.object();
    classic.forEach(scopes.putArray("classic")::add);
    granular.forEach(scopes.putArray("granular")::add);
    return scopes;
  }

  private void parameters(JsonNode item, JsonNode source, ObjectNode node) {
    Map<String, ObjectNode> parameters = new LinkedHashMap<>();
    ObjectNode form = PlainSchemas.object();
    for (JsonNode list : List.of(source.path("parameters"), item.path("parameters"))) {
      for (JsonNode entry : list) {
        JsonNode parameter = schemas.resolve(entry);
        switch (parameter.path("in").asText()) {
          case "path", "query", "header", "cookie" -> {
            String name = parameter.path("name").asText();
            if (!OF_OPENAPI.contains(name.toLowerCase(Locale.ROOT))) {
              parameters.putIfAbsent(
                  parameter.path("in").asText() + " " + name, parameter(parameter));
            }
          }
          case "body" ->
              node.withObject("/requestBody/content/application~1json")
                  .set("schema", schemas.plain(parameter.path("schema"), at + "/parameters"));
          case "formData" -> {
            String name = parameter.path("name").asText();
            form.withObject("/properties").set(name, schemas.plain(parameter, at + "/parameters"));
            if (parameter.path("required").asBoolean()) {
              form.withArray("/required").add(name);
            }
            form.put("type", "object");
          }
          default -> {}
        }
      }
    }
    if (!form.isEmpty()) {
      node.withObject("/requestBody/content/multipart~1form-data").set("schema", form);
    }
    parameters.values().forEach(node.putArray("parameters")::add);
  }

  private ObjectNode parameter(JsonNode source) {
    ObjectNode parameter = PlainSchemas.object();
    parameter.put("name", source.path("name").asText());
    parameter.put("in", source.path("in").asText());
    if (source.path("required").asBoolean() || source.path("in").asText().equals("path")) {
      parameter.put("required", true);
    }
    if (source.path("deprecated").asBoolean()) {
      parameter.put("deprecated", true);
    }
    JsonNode content =
        source.path("content").properties().stream()
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(source);
    // Swagger 2.0 has the schema's keys at the parameter itself.
    ObjectNode schema =
        schemas.plain(content.has("schema") ? content.get("schema") : source, at + "/parameters");
    schema.remove(List.of("description", "deprecated"));
    parameter.set("schema", schema);
    return parameter;
  }

  /** Which of several successes is one: not what tells of an error, and rather what has a body. */
  private static int worth(JsonNode response) {
    boolean error = ERROR.matcher(response.path("description").asText()).find();
    return (error ? 0 : 2) + (response.has("content") ? 1 : 0);
  }

  /** Copies the content of a body whose media types have schemas; JSON is what is JSON at all. */
  private void content(JsonNode body, String where, ObjectNode target) {
    for (Map.Entry<String, JsonNode> media : body.path("content").properties()) {
      JsonNode schema = schemas.resolve(media.getValue().path("schema"));
      // An object that is said to have no properties is how Zoom writes that there is no body.
      boolean none = schema.path("properties").isObject() && schema.path("properties").isEmpty();
      if (!schema.isEmpty() && !none) {
        String type = media.getKey().contains("json") ? "application/json" : media.getKey();
        target
            .withObject("/content")
            .withObject("/" + type.replace("/", "~1"))
            .set(
                "schema",
                schemas.plain(
                    media.getValue().path("schema"),
                    at + where + "/content/" + media.getKey().replace("/", "~1") + "/schema"));
      }
    }
    if (body.has("schema")) {
      target
          .withObject("/content/application~1json")
          .set("schema", schemas.plain(body.get("schema"), at + where + "/schema"));
    }
  }

  /** The one success, and the errors, also those that have a status of success. */
  private void responses(JsonNode source, ObjectNode node) {
    String success = "";
    Set<String> errors = new TreeSet<>();
    Set<String> statuses = new HashSet<>();
    JsonNode responses = source.path("responses");
    for (Map.Entry<String, JsonNode> entry : responses.properties()) {
      JsonNode response = schemas.resolve(entry.getValue());
      String status = entry.getKey();
      if (status.startsWith("2")
          && (success.isEmpty()
              || worth(response) > worth(schemas.resolve(responses.path(success))))) {
        success = status;
      }
      Matcher code = ERROR.matcher(response.path("description").asText());
      while (code.find()) {
        errors.add(status + " " + code.group(1));
        statuses.add(status);
      }
      if (!status.startsWith("2") && !statuses.contains(status)) {
        errors.add(status);
      }
    }
    success = success.isEmpty() ? "204" : success;
    ObjectNode target = node.putObject("responses").putObject(success);
    content(schemas.resolve(responses.path(success)), "/responses/" + success, target);
    ArrayNode list = node.putArray("x-zoom-errors");
    for (String error : errors) {
      String[] parts = error.split(" ");
      if (parts[0].matches("\\d+")) {
        // A status of 300 is a slip for the code of that number.
        int status = Integer.parseInt(parts[0]);
        ObjectNode entry =
            list.addObject().put("status", status >= 300 && status < 400 ? 400 : status);
        if (parts.length > 1) {
          entry.put("code", Integer.parseInt(parts[1]));
        }
      }
    }
  }
}
