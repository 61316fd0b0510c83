package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.HashMap;
import java.util.List;
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
  private final OpenApiDocument tree;
  private final JsonNode errorResponses;
  private final Map<String, String> tagOf = new HashMap<>();

  /** Takes {@link #ERROR_RESPONSES} out of a document whose components are complete. */
  public DerivedKeys(ObjectNode document) {
    this.document = document;
    tree = new OpenApiDocument(document);
    errorResponses = document.path(ERROR_RESPONSES);
    document.remove(ERROR_RESPONSES);
    for (JsonNode tag : document.path("tags")) {
      String name = tag.path("name").asText();
      tagOf.put(SourceFiles.folderOf(name), name);
    }
  }

  /**
   * Repeats in a schema each property that it requires and that only a part of it has: many tools
   * take {@code required} for the properties beside it alone.
   *
   * @param name the name of a component
   */
  public void completeSchema(String name) {
    Found schema = tree.root().to("components").to("schemas").to(name);
    for (JsonNode required : schema.node().path("required")) {
      String property = required.asText();
      Found inherited = property(schema, property, 1);
      if (!schema.node().path("properties").has(property) && !inherited.node().isMissingNode()) {
        ((ObjectNode) schema.node())
            .withObject("/properties")
            .set(property, inherited.node().deepCopy());
      }
    }
  }

  /**
   * Completes an operation; one that could not be read stays empty.
   *
   * @param method in lower case
   * @param category its tag in lower case, with {@code -} for a blank, as the folder of its file
   * @param problems takes what the file repeats, and what does not follow from anything
   */
  public void completeOperation(
      String path, String method, String category, Consumer<String> problems) {
    Found at = tree.root().to("paths").to(path).to(method);
    if (!(at.node() instanceof ObjectNode operation) || operation.isEmpty()) {
      return;
    }
    tag(operation, category);
    ownPath(operation, at, path, problems);
    effect(operation, method);
    security(operation);
    responses(operation, path, problems);
    largestPage(operation, at, problems);
    identity(operation, at, problems);
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

  private void ownPath(ObjectNode operation, Found at, String path, Consumer<String> problems) {
    boolean behindAccount = path.startsWith(ACCOUNT + "/");
    boolean own = behindAccount && operation.at("/x-zoom-scopes/own").isObject();
    boolean follows = own && !takesMeForTheAccount(at);
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

  private boolean takesMeForTheAccount(Found operation) {
    for (Found parameter : tree.parameters(operation)) {
      if (parameter.node().path("x-zoom-param").asText().equals("account")
          && parameter.node().path("x-zoom-accepts-me").asBoolean()) {
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

  private void largestPage(ObjectNode operation, Found at, Consumer<String> problems) {
    if (!(operation.path("x-zoom-paging") instanceof ObjectNode paging)) {
      return;
    }
    if (paging.has("maxPageSize")) {
      problems.accept("x-zoom-paging.maxPageSize: follows from page_size; leave it out");
    }
    for (Found parameter : tree.parameters(at)) {
      JsonNode maximum = parameter.node().at("/schema/maximum");
      if (parameter.node().path("name").asText().equals("page_size") && !maximum.isMissingNode()) {
        paging.set("maxPageSize", maximum);
      }
    }
  }

  private void identity(ObjectNode operation, Found at, Consumer<String> problems) {
    if (!(operation.path("x-zoom-paging") instanceof ObjectNode paging)) {
      return;
    }
    ArrayNode follows = identityOf(items(at, paging.path("items").asText()));
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
  private Found items(Found operation, String path) {
    Found schema = new Found("", MissingNode.getInstance());
    for (Found response : OpenApiDocument.successes(operation)) {
      schema = tree.within(response, "content", "application/json", "schema");
    }
    for (String name : path.split("\\.")) {
      schema = tree.follow(property(schema, name, 0));
    }
    return tree.within(schema, "items");
  }

  /**
   * A property of a schema or of what it has to satisfy as well, the nearest; a missing node where
   * none has it.
   *
   * @param first 0 to begin with the schema itself, 1 to leave it out
   */
  private Found property(Found schema, String name, int first) {
    List<OpenApiDocument.Part> parts = tree.parts(schema);
    for (int i = first; i < parts.size(); i++) {
      Found property = parts.get(i).at().to("properties").to(name);
      if (!parts.get(i).alternative() && !property.node().isMissingNode()) {
        return property;
      }
    }
    return new Found(schema.pointer(), MissingNode.getInstance());
  }

  private ArrayNode identityOf(Found item) {
    ArrayNode identity = document.arrayNode();
    for (String name : List.of("uuid", "id")) {
      if (identity.isEmpty() && !property(item, name, 0).node().isMissingNode()) {
        identity.add(name);
      }
    }
    return identity;
  }
}
