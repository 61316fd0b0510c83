package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the bodies of requests and responses, and what else a response has. */
final class BodyComparison {
  private static final Set<String> TOLD_OF_REQUEST = Set.of("required", "content", "description");
  private static final Set<String> TOLD_OF_RESPONSE = Set.of("headers", "content", "description");
  private static final Set<String> TOLD_OF_CONTENT = Set.of("schema", "example", "examples");
  private static final Set<String> TOLD_OF_HEADER = Set.of("schema", "example", "description");

  private final ApiDescription base;
  private final ApiDescription now;
  private final Changes changes;
  private final SchemaComparison schemas;

  BodyComparison(
      ApiDescription base, ApiDescription now, Changes changes, SchemaComparison schemas) {
    this.base = base;
    this.now = now;
    this.changes = changes;
    this.schemas = schemas;
  }

  void request(Place place, Found was, Found is) {
    boolean had = was.node().has("requestBody");
    boolean has = is.node().has("requestBody");
    if (had && has) {
      Found one = base.within(was, "requestBody");
      Found other = now.within(is, "requestBody");
      boolean required = other.node().path("required").asBoolean();
      if (required != one.node().path("required").asBoolean()) {
        changes.add(required ? "body-became-required" : "body-became-optional", place);
      }
      Place body =
          new Place(
              place.category(),
              place.subject(),
              "the request of " + place.what(),
              place.key() + "/request",
              other.pointer());
      content(body, one, other, Side.REQUEST);
      others(Side.REQUEST, body, one, other, TOLD_OF_REQUEST);
      words(place, one, other);
    } else if (had || has) {
      Found body = has ? now.within(is, "requestBody") : base.within(was, "requestBody");
      String kind = body.node().path("required").asBoolean() ? "required" : "optional";
      changes.add(kind + "-body-" + (has ? "added" : "removed"), place);
    }
  }

  void responses(Place place, Found was, Found is) {
    List<String> had = statuses(was);
    List<String> has = statuses(is);
    List<String> gone = new ArrayList<>(had);
    gone.removeAll(has);
    List<String> come = new ArrayList<>(has);
    come.removeAll(had);
    if (successes(gone).size() == 1 && successes(come).size() == 1) {
      String before = successes(gone).get(0);
      String after = successes(come).get(0);
      gone.remove(before);
      come.remove(after);
      changes.valued(
          "success-status-changed", place, TextNode.valueOf(before), TextNode.valueOf(after));
      response(
          place, after, base.within(was, "responses", before), now.within(is, "responses", after));
    }
    gone.forEach(status -> changes.named(kind(status) + "-status-removed", place, status));
    come.forEach(status -> changes.named(kind(status) + "-status-added", place, status));
    for (String status : had) {
      if (has.contains(status)) {
        response(
            place,
            status,
            base.within(was, "responses", status),
            now.within(is, "responses", status));
      }
    }
  }

  private static List<String> statuses(Found operation) {
    return operation.node().path("responses").properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> successes(List<String> statuses) {
    return statuses.stream().filter(status -> status.startsWith("2")).toList();
  }

  private static String kind(String status) {
    return status.startsWith("2") ? "success" : "error";
  }

  /** Compares responses of a status; what callers have in Java comes of those of success. */
  private void response(Place operation, String status, Found one, Found other) {
    Place place =
        new Place(
            operation.category(),
            operation.subject(),
            "the response " + status + " of " + operation.what(),
            operation.key() + "/response " + status,
            other.pointer());
    if (kind(status).equals("success")) {
      boolean had = !one.node().path("content").isEmpty();
      boolean has = !other.node().path("content").isEmpty();
      if (had != has) {
        changes.add(has ? "response-body-added" : "response-body-removed", place);
      } else {
        content(place, one, other, Side.RESPONSE);
      }
    } else {
      errorBody(place, one.to("content"), other.to("content"));
    }
    headers(place, one, other);
    words(operation, one, other);
    others(Side.RESPONSE, place, one, other, TOLD_OF_RESPONSE);
  }

  /** Nobody gets the body of an error as a class of its own. */
  private void errorBody(Place place, Found one, Found other) {
    Set<String> types = new LinkedHashSet<>(names(one.node()));
    types.addAll(names(other.node()));
    for (String type : types) {
      Found was = one.to(type);
      Found is = other.to(type);
      if (!was.node().path("schema").equals(is.node().path("schema"))
          || was.node().isMissingNode() != is.node().isMissingNode()) {
        changes.named("error-body-changed", place, type);
      } else {
        examples(place, was, is);
      }
    }
  }

  private void headers(Place place, Found one, Found other) {
    Lists.compare(
        names(one.node().path("headers")),
        names(other.node().path("headers")),
        name -> changes.named("header-removed", place, name),
        name -> changes.named("header-added", place, name));
    for (String name : names(other.node().path("headers"))) {
      if (one.node().path("headers").has(name)) {
        Found was = base.within(one, "headers", name);
        Found is = now.within(other, "headers", name);
        words(place, was, is);
        if (!was.node().path("example").equals(is.node().path("example"))) {
          changes.add("example-changed", Keywords.whole(place));
        }
        Place header = place.of("header " + name, is.pointer());
        others(Side.RESPONSE, header, was, is, TOLD_OF_HEADER);
        schemas.schema(header, was.to("schema"), is.to("schema"), Set.of(Side.RESPONSE));
      }
    }
  }

  private void others(Side side, Place place, Found was, Found is, Set<String> told) {
    changes.others(side.rule("keyword-changed"), place, was.node(), is.node(), told);
  }

  private void words(Place place, Found one, Found other) {
    if (!one.node().path("description").equals(other.node().path("description"))) {
      changes.add("wording-changed", Keywords.whole(place));
    }
  }

  private void content(Place place, Found one, Found other, Side side) {
    List<String> had = names(one.node().path("content"));
    List<String> has = names(other.node().path("content"));
    Lists.compare(
        had,
        has,
        type -> changes.named(side.rule("media-type-removed"), place, type),
        type -> changes.named(side.rule("media-type-added"), place, type));
    for (String type : has) {
      if (had.contains(type)) {
        Found was = one.to("content").to(type);
        Found is = other.to("content").to(type);
        Place body =
            new Place(place.category(), place.subject(), place.what(), place.key(), is.pointer());
        schemas.schema(body, was.to("schema"), is.to("schema"), Set.of(side));
        examples(place, was, is);
        others(side, body, was, is, TOLD_OF_CONTENT);
      }
    }
  }

  private void examples(Place place, Found was, Found is) {
    List<JsonNode> before = examples(base, was);
    List<JsonNode> after = examples(now, is);
    if (!before.equals(after)) {
      changes.add("example-changed", Keywords.whole(place));
    }
  }

  private static List<JsonNode> examples(ApiDescription description, Found media) {
    List<JsonNode> examples = new ArrayList<>();
    for (String name : names(media.node().path("examples"))) {
      examples.add(description.within(media, "examples", name).node());
    }
    if (media.node().has("example")) {
      examples.add(media.node().get("example"));
    }
    return examples;
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }
}
