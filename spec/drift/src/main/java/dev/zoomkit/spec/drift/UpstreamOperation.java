package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An operation of one of Zoom's files, in the form that {@link Upstream} gives it: no references,
 * schemas of OpenAPI 3.0, and what Zoom says in prose or in keys of its own under the {@code
 * x-zoom-} keys of our description.
 *
 * @param file the file's name, as a person knows it
 * @param method in lower case
 * @param path as the file has it
 * @param node the operation
 */
record UpstreamOperation(String file, String method, String path, JsonNode node) {
  private static final String ACCOUNT = "/accounts/{accountId}";

  /** Method and path as a person writes them. */
  String title() {
    return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
  }

  /** What stands for the operation whatever its path parameters are called. */
  String key() {
    return key(method, path);
  }

  /** The same for a method in lower case and a path. */
  static String key(String method, String path) {
    return method + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  /** Whether the path is that of a master account. */
  boolean isMaster() {
    return path.startsWith(ACCOUNT + "/") || path.equals(ACCOUNT);
  }

  /** {@code master} or {@code ordinary}, by its path. */
  String edition() {
    return path.startsWith("/accounts") ? "master" : "ordinary";
  }

  /** What it takes and returns. */
  Facts facts() {
    Facts facts = new Facts();
    for (JsonNode parameter : node.path("parameters")) {
      facts.parameter(
          parameter.path("in").asText(),
          parameter.path("name").asText(),
          (ObjectNode) parameter.get("schema"),
          parameter.path("required").asBoolean(),
          parameter.path("deprecated").asBoolean());
    }
    for (JsonNode media : node.path("requestBody").path("content")) {
      facts.body("request", (ObjectNode) media.get("schema"));
    }
    if (responseSchema() instanceof ObjectNode schema) {
      facts.body("response", schema);
    }
    return facts;
  }

  /** The path without the account. */
  String ordinaryPath() {
    return path.startsWith(ACCOUNT + "/") ? path.substring(ACCOUNT.length()) : path;
  }

  /** Where the operation stands in its file, as a JSON pointer. */
  String pointer() {
    return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
  }

  /** The scopes of a generation, {@code classic} or {@code granular}. */
  List<String> scopes(String generation) {
    return dev.zoomkit.spec.reader.Json.texts(node.path("x-zoom-scopes").path(generation));
  }

  /** The rate label; empty where the file has none. */
  String rateLimit() {
    return node.path("x-zoom-rate-limit").asText();
  }

  /** The status of success. */
  String success() {
    for (String status : (Iterable<String>) () -> node.path("responses").fieldNames()) {
      if (status.startsWith("2")) {
        return status;
      }
    }
    return "204";
  }

  /** The schema of the JSON response; missing where there is none. */
  JsonNode responseSchema() {
    return node.path("responses").path(success()).at("/content/application~1json/schema");
  }
}
