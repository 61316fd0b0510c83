package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Writes into a bundle what follows from something else in the description, so that no file has to
 * repeat it. An operation gets its tag, the own path, the effect, {@code security}, the error
 * responses, the largest page and what tells its items apart; a schema gets the properties that it
 * requires of those it is composed of.
 */
public final class DerivedKeys {
  /** The root's key with the shared response of each status; the bundle does not have it. */
  public static final String ERROR_RESPONSES = "x-zoom-error-responses";

  /** The value that says there is none of what would follow. */
  public static final String NONE = "none";

  private static final String EFFECT = "x-zoom-effect";
  private static final String OWN_PATH = "x-zoom-own-path";
  private static final String IDENTITY = "identity";
  private static final String ACCOUNT = "/accounts/{accountId}";
  private static final List<String> EVERYWHERE = List.of("400", "401", "429");

  private final ObjectNode document;
  private final JsonNode errorResponses;
  private final Map<String, String> tagOf = new HashMap<>();

  /** Takes {@link #ERROR_RESPONSES} out of a document whose components are complete. */
  public DerivedKeys(ObjectNode document) {
    this.document = document;
    errorResponses = document.path(ERROR_RESPONSES);
    document.remove(ERROR_RESPONSES);
    for (JsonNode tag : document.path("tags")) {
      String name = tag.path("name").asText();
      tagOf.put(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name);
    }
  }

  /**
   * Repeats in a schema each property that it requires and that only a part of it has: many tools
   * take {@code required} for the properties beside it alone.
   */
  public void complete(ObjectNode schema) {
    for (JsonNode required : schema.path("required")) {
      String name = required.asText();
      JsonNode inherited = inherited(schema, name, new HashSet<>());
      if (!schema.path("properties").has(name) && !inherited.isMissingNode()) {
        schema.withObject("/properties").set(name, inherited.deepCopy());
      }
    }
  }

  private JsonNode inherited(JsonNode schema, String name, Set<JsonNode> seen) {
    JsonNode found = MissingNode.getInstance();
    for (JsonNode entry : schema.path("allOf")) {
      JsonNode part = resolve(entry);
      if (found.isMissingNode() && seen.add(part)) {
        JsonNode own = part.path("properties").path(name);
        found = own.isMissingNode() ? inherited(part, name, seen) : own;
      }
    }
    return found;
  }

  /**
   * Completes an operation; one that could not be read stays empty.
   *
   * @param method in lower case
   * @param category its tag in lower case, with {@code -} for a blank, as the folder of its file
   * @param problems takes what the file repeats, and what does not follow from anything
   */
  public void complete(
      ObjectNode operation,
      String path,
      String method,
      String category,
      Consumer<String> problems) {
    if (operation.isEmpty()) {
      return;
    }
    tag(operation, category);
    ownPath(operation, path, problems);
    effect(operation, method);
    security(operation);
    responses(operation, path, problems);
    largestPage(operation, problems);
    identity(operation, problems);
  }

  /** Lists each scope that an operation names, with the operations that it opens. */
  public static void listScopes(ObjectNode document) {
    Map<String, Set<String>> opens = new TreeMap<>();
    for (JsonNode methods : document.path("paths")) {
      for (JsonNode operation : methods) {
        for (JsonNode account : operation.path("x-zoom-scopes")) {
          for (JsonNode alternatives : account) {
            for (JsonNode scope : alternatives) {
              opens
                  .computeIfAbsent(scope.asText(), key -> new TreeSet<>())
                  .add(operation.path("operationId").asText());
            }
          }
        }
      }
    }
    ObjectNode scopes = document.objectNode();
    opens.forEach((scope, operations) -> scopes.put(scope, String.join(", ", operations)));
    document
        .at("/components/securitySchemes/zoomOAuth/flows")
        .forEach(flow -> ((ObjectNode) flow).set("scopes", scopes));
  }

  private void tag(ObjectNode operation, String category) {
    ArrayNode tags = operation.putArray("tags");
    if (tagOf.containsKey(category)) {
      tags.add(tagOf.get(category));
    }
  }

  private void ownPath(ObjectNode operation, String path, Consumer<String> problems) {
    boolean behindAccount = path.startsWith(ACCOUNT + "/");
    boolean own = behindAccount && operation.at("/x-zoom-scopes/own").isObject();
    boolean follows = own && !takesMeForTheAccount(operation);
    JsonNode written = operation.remove(OWN_PATH);
    boolean none = written != null && written.asText().equals(NONE);
    if (written != null && !(follows && none)) {
      problems.accept(
          follows
              ? "x-zoom-own-path: follows from the path; leave it out, or write none"
              : "x-zoom-own-path: there is none anyway; leave it out");
    }
    if (follows && !none) {
      operation.put(OWN_PATH, path.substring(ACCOUNT.length()));
    }
  }

  private boolean takesMeForTheAccount(ObjectNode operation) {
    for (JsonNode entry : operation.path("parameters")) {
      JsonNode parameter = resolve(entry);
      if (parameter.path("x-zoom-param").asText().equals("account")
          && parameter.path("x-zoom-accepts-me").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  private static void effect(ObjectNode operation, String method) {
    JsonNode written = operation.path(EFFECT).path("kind");
    operation.put(EFFECT, written.isMissingNode() ? effectOf(method) : written.asText());
  }

  /** The effect that operations of a method have as a rule. */
  public static String effectOf(String method) {
    return switch (method) {
      case "get" -> "read";
      case "delete" -> "destroy";
      default -> "write";
    };
  }

  private static void security(ObjectNode operation) {
    ArrayNode alternatives = operation.putArray("security");
    JsonNode scopes = operation.path("x-zoom-scopes");
    JsonNode sufficient = scopes.path(scopes.has("master") ? "master" : "own");
    for (String style : List.of("classic", "granular")) {
      for (JsonNode scope : sufficient.path(style)) {
        alternatives.addObject().putArray("zoomOAuth").add(scope.asText());
      }
    }
  }

  private void responses(ObjectNode operation, String path, Consumer<String> problems) {
    TreeSet<String> follow = new TreeSet<>(EVERYWHERE);
    if (path.replace(ACCOUNT, "").contains("{")) {
      follow.add("404");
    }
    for (JsonNode error : operation.path("x-zoom-errors")) {
      // Zoom refuses some calls with a status of success.
      if (error.path("status").asInt() >= 400) {
        follow.add(error.path("status").asText());
      }
    }
    Map<String, JsonNode> responses = new TreeMap<>();
    operation
        .path("responses")
        .properties()
        .forEach(it -> responses.put(it.getKey(), it.getValue()));
    for (String status : follow) {
      if (responses.containsKey(status)) {
        problems.accept(
            "responses." + status + ": follows from the path or from x-zoom-errors; leave it out");
      } else if (errorResponses.has(status)) {
        responses.put(status, errorResponses.get(status));
      } else {
        problems.accept("responses: " + ERROR_RESPONSES + " of zoom.yaml has no " + status);
      }
    }
    operation.putObject("responses").setAll(responses);
  }

  private void largestPage(ObjectNode operation, Consumer<String> problems) {
    if (!(operation.path("x-zoom-paging") instanceof ObjectNode paging)) {
      return;
    }
    if (paging.has("maxPageSize")) {
      problems.accept("x-zoom-paging.maxPageSize: follows from page_size; leave it out");
    }
    for (JsonNode entry : operation.path("parameters")) {
      JsonNode parameter = resolve(entry);
      JsonNode maximum = parameter.at("/schema/maximum");
      if (parameter.path("name").asText().equals("page_size") && !maximum.isMissingNode()) {
        paging.set("maxPageSize", maximum);
      }
    }
  }

  private void identity(ObjectNode operation, Consumer<String> problems) {
    if (!(operation.path("x-zoom-paging") instanceof ObjectNode paging)) {
      return;
    }
    ArrayNode follows = identityOf(items(operation, paging.path("items").asText()));
    JsonNode written = paging.remove(IDENTITY);
    boolean none = written != null && written.asText().equals(NONE);
    if (written != null && (none ? follows.isEmpty() : written.equals(follows))) {
      problems.accept("x-zoom-paging.identity: follows from the items; leave it out");
    }
    if (written == null && !follows.isEmpty()) {
      paging.set(IDENTITY, follows);
    } else if (written != null && !none) {
      paging.set(IDENTITY, written);
    }
  }

  /** The schema of the items that stand in the response behind a path with dots. */
  private JsonNode items(ObjectNode operation, String path) {
    JsonNode schema = MissingNode.getInstance();
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        schema = resolve(response.getValue().at("/content/application~1json/schema"));
      }
    }
    for (String name : path.split("\\.")) {
      schema = resolve(property(schema, name));
    }
    return resolve(schema.path("items"));
  }

  private JsonNode property(JsonNode schema, String name) {
    JsonNode own = schema.path("properties").path(name);
    return own.isMissingNode() ? inherited(schema, name, new HashSet<>()) : own;
  }

  private ArrayNode identityOf(JsonNode item) {
    ArrayNode identity = document.arrayNode();
    for (String name : List.of("uuid", "id")) {
      if (identity.isEmpty() && !property(item, name).isMissingNode()) {
        identity.add(name);
      }
    }
    return identity;
  }

  private JsonNode resolve(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.isEmpty() ? node : document.at(ref.substring(1));
  }
}
