package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.OpenApiDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two descriptions, each difference by its rule. */
final class Comparison {
  private static final Set<String> PARTS = Set.of("tags", "servers", "paths", "components", "info");

  private static final Set<String> TOLD_OF_INFO = Set.of("title", "version", "description");
  private static final Set<String> TOLD_OF_OAUTH = Set.of("flows", "description");
  private static final String OAUTH = "zoomOAuth";

  private final ApiDescription base;
  private final ApiDescription now;
  private final Changes changes;
  private final OperationComparison operations;
  private final SchemaComparison schemas;

  private Comparison(ApiDescription base, ApiDescription now, Rules rules) {
    this.base = base;
    this.now = now;
    this.changes = new Changes(rules);
    this.schemas = new SchemaComparison(base, now, changes);
    this.operations = new OperationComparison(base, now, changes, schemas);
  }

  /** All changes from one description to another, in no particular order. */
  static List<Change> of(ApiDescription base, ApiDescription now, Rules rules) {
    Comparison comparison = new Comparison(base, now, rules);
    comparison.whole();
    comparison.operations();
    comparison.paths();
    comparison.schemas.components();
    return comparison.changes.all();
  }

  private void whole() {
    JsonNode before = base.document();
    JsonNode after = now.document();
    Place place = new Place(Place.SHARED, "", "the description", "", "");
    compared("server-changed", place, before.at("/servers/0/url"), after.at("/servers/0/url"));
    for (String flow : List.of("authorizationCode", "clientCredentials", "password", "implicit")) {
      for (String url : List.of("authorizationUrl", "tokenUrl", "refreshUrl")) {
        String pointer = "/components/securitySchemes/" + OAUTH + "/flows/" + flow + "/" + url;
        compared("token-address-changed", place, before.at(pointer), after.at(pointer));
      }
    }
    Lists.compare(
        before.path("tags").findValuesAsText("name"),
        after.path("tags").findValuesAsText("name"),
        tag -> changes.named("category-removed", Place.of(tag, tag, ""), tag),
        tag -> changes.named("category-added", Place.of(tag, tag, ""), tag));
    for (JsonNode tag : after.path("tags")) {
      for (JsonNode old : before.path("tags")) {
        String name = tag.path("name").asText();
        if (name.equals(old.path("name").asText()) && !tag.equals(old)) {
          changes.add("wording-changed", Place.of(name, name, ""));
        }
      }
    }
    others(place, before, after, PARTS);
    compared(
        "document-keyword-changed",
        "servers",
        place,
        withoutAddress(before.path("servers")),
        withoutAddress(after.path("servers")));
    if (!before.at("/info/description").equals(after.at("/info/description"))) {
      changes.add("wording-changed", place);
    }
    others(place, before.path("info"), after.path("info"), TOLD_OF_INFO);
    String schemes = "/components/securitySchemes";
    others(place, before.at(schemes), after.at(schemes), Set.of(OAUTH));
    String oauth = schemes + "/" + OAUTH;
    others(place.of(OAUTH, oauth), before.at(oauth), after.at(oauth), TOLD_OF_OAUTH);
  }

  private void others(Place place, JsonNode before, JsonNode after, Set<String> told) {
    changes.others("document-keyword-changed", place, before, after, told);
  }

  /** All of the servers but the address that a rule of its own sees to. */
  private static JsonNode withoutAddress(JsonNode servers) {
    JsonNode rest = servers.deepCopy();
    if (rest.path(0) instanceof ObjectNode first) {
      first.remove("url");
    }
    return rest;
  }

  /** Compares what stands at a path beside its operations. */
  private void paths() {
    Map<String, Found> old = new LinkedHashMap<>();
    for (Found path : new Found("/paths", base.document().path("paths")).children()) {
      old.put(shape(path.name()), path);
    }
    for (Found path : new Found("/paths", now.document().path("paths")).children()) {
      Found same = old.get(shape(path.name()));
      if (same != null) {
        Place place = Place.of(Place.SHARED, path.name(), path.pointer());
        changes.others(
            "path-keyword-changed", place, same.node(), path.node(), OpenApiDocument.METHODS);
      }
    }
  }

  private void compared(String rule, String name, Place place, JsonNode before, JsonNode after) {
    if (!before.equals(after)) {
      changes.valued(rule, place, name, before, after);
    }
  }

  private void compared(String rule, Place place, JsonNode before, JsonNode after) {
    if (!before.equals(after)) {
      changes.valued(rule, place, before, after);
    }
  }

  /** Pairs operations by path and method, and those that are left by their id. */
  private void operations() {
    Map<String, DescribedOperation> old = new LinkedHashMap<>();
    base.operations().forEach(operation -> old.put(address(operation), operation));
    Map<String, DescribedOperation> left = new LinkedHashMap<>();
    for (DescribedOperation operation : now.operations()) {
      DescribedOperation same = old.remove(address(operation));
      if (same == null) {
        left.put(operation.id(), operation);
      } else {
        operations.compare(same, operation);
      }
    }
    for (DescribedOperation operation : old.values()) {
      DescribedOperation moved = left.remove(operation.id());
      if (moved == null) {
        Place place = Place.of(operation.category(), operation.id(), "");
        changes.add("operation-removed", place);
      } else {
        operations.compare(operation, moved);
      }
    }
    left.values()
        .forEach(operation -> changes.add("operation-added", OperationComparison.place(operation)));
  }

  /** Method and path, whatever the parameters are called. */
  static String address(DescribedOperation operation) {
    return operation.method() + " " + shape(operation.path());
  }

  private static String shape(String path) {
    return path.replaceAll("\\{[^}]*}", "{}");
  }
}
