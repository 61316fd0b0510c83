package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drafts one operation in our layout, with the schemas that it needs. */
final class OperationDraft {
  /** The statuses that an error of ours may have. */
  private static final Set<Integer> STATUSES =
      Set.of(200, 201, 204, 400, 401, 403, 404, 409, 410, 422, 429);

  private final UpstreamOperation operation;
  private final @Nullable UpstreamOperation own;
  private final String id;
  private final String category;
  private final KnownShapes known;
  private final SchemaDrafts schemas;
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param operation the operation, as the master's edition has it if that does
   * @param own the same on the own account; null where no file has it
   */
  OperationDraft(
      UpstreamOperation operation,
      @Nullable UpstreamOperation own,
      String id,
      String category,
      KnownShapes known,
      SchemaDrafts schemas) {
    this.operation = operation;
    this.own = own;
    this.id = id;
    this.category = category;
    this.known = known;
    this.schemas = schemas;
  }

  /** What the draft leaves out though the file has it, a line each. */
  List<String> remarks() {
    return remarks;
  }

  /** The operation's file. */
  ObjectNode draft() {
    ObjectNode node = operation.node().deepCopy();
    ObjectNode draft = PlainSchemas.object().put("operationId", id);
    if (node.path("deprecated").asBoolean()) {
      draft.put("deprecated", true);
    }
    if (!operation.rateLimit().isEmpty()) {
      draft.put("x-zoom-rate-limit", operation.rateLimit());
    }
    window(draft);
    paging(draft);
    draft.set("x-zoom-scopes", scopes());
    parameters(draft);
    if (node.has("requestBody")) {
      body(node.get("requestBody"), Words.upperCamel(id) + "Request", true, requestBody(draft));
    }
    ObjectNode response = draft.putObject("responses").putObject(operation.success());
    // An empty text, because OpenAPI asks for one; the house rules ask for a sentence.
    response.put("description", "");
    body(node.path("responses").path(operation.success()), responseName(), false, response);
    errors(draft);
    return draft;
  }

  private static ObjectNode requestBody(ObjectNode draft) {
    return draft.putObject("requestBody").put("required", true);
  }

  private void body(JsonNode source, String name, boolean request, ObjectNode target) {
    for (Map.Entry<String, JsonNode> media : source.path("content").properties()) {
      ObjectNode plain = (ObjectNode) media.getValue().get("schema");
      boolean parts = media.getKey().startsWith("multipart/");
      if (request && !parts && !media.getKey().equals("application/json")) {
        remarks.add(id + ": the request may also be " + media.getKey());
        continue;
      }
      ObjectNode schema = schemas.draft(plain, "", name, request, category);
      target.withObject("/content").putObject(media.getKey()).set("schema", schema);
      return;
    }
  }

  /** The response's name follows from the id: {@code UserPage} of {@code listUsers}. */
  private String responseName() {
    List<String> words = Words.of(id);
    List<String> noun = new ArrayList<>(Words.withoutVerb(words));
    String verb = words.get(0);
    boolean many = !itemsName().isEmpty();
    if (many) {
      noun.add(Words.singular(noun.remove(noun.size() - 1)));
    }
    String name = Words.upperCamel(noun);
    if (many) {
      return name + (isPaged() ? "Page" : "List");
    }
    return switch (verb) {
      case "create" -> "Created" + name;
      case "add" -> "Added" + name;
      default -> name;
    };
  }

  private boolean isPaged() {
    return has("next_page_token") || has("page_number");
  }

  private boolean has(String name) {
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (parameter.path("name").asText().equals(name)
          && parameter.path("in").asText().equals("query")) {
        return true;
      }
    }
    return false;
  }

  /** The one list of the response that holds its items; empty where it has none. */
  private String itemsName() {
    String name = "";
    JsonNode properties = operation.responseSchema().path("properties");
    boolean list = isPaged() || id.startsWith("list");
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (list && name.isEmpty() && property.getValue().has("items")) {
        name = property.getKey();
      }
    }
    return name;
  }

  private void paging(ObjectNode draft) {
    if (isPaged() && !itemsName().isEmpty()) {
      draft.putObject("x-zoom-paging").put("items", itemsName());
    }
  }

  private void window(ObjectNode draft) {
    if (has("from") && has("to")) {
      draft.putObject("x-zoom-date-window").put("from", "from").put("to", "to");
    }
  }

  /** Master scopes for what stands behind an account, own scopes for the own account. */
  private ObjectNode scopes() {
    ObjectNode scopes = PlainSchemas.object();
    if (operation.isMaster()) {
      scopes.set("master", scopes(operation, true));
      if (own != null) {
        scopes.set("own", scopes(own, false));
      }
    } else {
      ObjectNode ofOwn = scopes(operation, false);
      boolean any = !ofOwn.path("classic").isEmpty() || !ofOwn.path("granular").isEmpty();
      boolean masterAlone = !any && !operation.scopes("granular").isEmpty();
      scopes.set(masterAlone ? "master" : "own", masterAlone ? scopes(operation, true) : ofOwn);
    }
    return scopes;
  }

  private static ObjectNode scopes(UpstreamOperation operation, boolean master) {
    ObjectNode scopes = PlainSchemas.object();
    for (String generation : List.of("classic", "granular")) {
      ArrayNode list = scopes.putArray(generation);
      for (String scope : new LinkedHashSet<>(operation.scopes(generation))) {
        if (scope.endsWith(":master") == master) {
          list.add(scope);
        }
      }
    }
    return scopes;
  }

  private void parameters(ObjectNode draft) {
    ArrayNode list = draft.arrayNode();
    ArrayNode source = (ArrayNode) operation.node().path("parameters");
    for (String in : List.of("path", "query")) {
      for (JsonNode parameter : source) {
        if (parameter.path("in").asText().equals(in)) {
          boolean account = parameter.path("name").asText().equals("accountId");
          list.insert(account ? 0 : list.size(), parameter(parameter));
        }
      }
    }
    for (JsonNode parameter : source) {
      String in = parameter.path("in").asText();
      if (!in.equals("path") && !in.equals("query")) {
        remarks.add(
            "%s: no operation of ours has a %s as a parameter, such as%s %s"
                .formatted(
                    id,
                    in,
                    parameter.path("required").asBoolean() ? " the required" : "",
                    parameter.path("name").asText()));
      }
    }
    if (!list.isEmpty()) {
      draft.set("parameters", list);
    }
  }

  private ObjectNode parameter(JsonNode source) {
    String file = known.parameter(category, source);
    if (file != null) {
      return PlainSchemas.object().put("$ref", SchemaDrafts.relative(category, file));
    }
    ObjectNode parameter = PlainSchemas.object();
    parameter.set("name", source.get("name"));
    parameter.set("in", source.get("in"));
    for (String key : List.of("required", "deprecated")) {
      if (source.path(key).asBoolean()) {
        parameter.put(key, true);
      }
    }
    if (source.path("name").asText().equals("userId")) {
      parameter.put("x-zoom-param", "user");
    } else if (source.path("name").asText().toLowerCase(Locale.ROOT).endsWith("uuid")
        && source.path("in").asText().equals("path")) {
      parameter.put("x-zoom-param", "uuid");
    }
    ObjectNode plain = (ObjectNode) source.get("schema");
    if (plain.path("type").asText().equals("array")) {
      parameter.put("style", "form").put("explode", false);
    }
    List<String> words = new ArrayList<>(Words.withoutVerb(Words.of(id)));
    words.addAll(Words.of(source.path("name").asText()));
    String name = Words.upperCamel(words);
    ObjectNode schema = schemas.draft(plain, source.path("name").asText(), name, true, category);
    if (schema.has("$ref") && plain.has("default")) {
      ObjectNode wrapped = PlainSchemas.object();
      wrapped.putArray("allOf").add(schema);
      wrapped.set("default", plain.get("default"));
      schema = wrapped;
    }
    parameter.set("schema", schema);
    return parameter;
  }

  private void errors(ObjectNode draft) {
    ArrayNode list = draft.arrayNode();
    for (JsonNode error : operation.node().path("x-zoom-errors")) {
      int status = error.path("status").asInt();
      boolean follows = !error.has("code") && Set.of(400, 401, 404, 429).contains(status);
      if (!STATUSES.contains(status)) {
        remarks.add(id + ": no error of ours has the status " + status);
      } else if (!follows) {
        String file = known.error(category, operation.path(), status, error.path("code"));
        if (file == null) {
          list.add(error);
        } else {
          list.addObject().put("$ref", SchemaDrafts.relative(category, file));
        }
      }
    }
    if (!list.isEmpty()) {
      draft.set("x-zoom-errors", list);
    }
  }
}
