package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Completes what an overlay has added, and looks whether it fits the description below it. What is
 * wrong is refused all at once.
 */
final class OverlayCheck {
  private final String file;
  private final String name;
  private final JsonNode before;
  private final ObjectNode document;
  private final List<String> reasons = new ArrayList<>();

  /** An operation at its place. */
  private record Place(String path, String method, ObjectNode operation) {
    String id() {
      return operation.path("operationId").asText();
    }

    /** What a request to a path of it has, whatever its parameters are called. */
    String line(String itsPath) {
      return method + " " + itsPath.replaceAll("\\{[^}]*}", "{}");
    }
  }

  OverlayCheck(String file, String name, JsonNode before, ObjectNode document) {
    this.file = file;
    this.name = name;
    this.before = before;
    this.document = document;
  }

  /**
   * Completes the document.
   *
   * @throws OverlayException if there is something wrong with it
   */
  void complete() {
    List<Place> earlier = places(before);
    List<Place> added = new ArrayList<>();
    for (Place place : places(document)) {
      if (before.path("paths").path(place.path()).path(place.method()).isMissingNode()) {
        added.add(place);
      }
    }
    addTags(added);
    refuseDangling(document, "");
    refuseCircles();
    throwIfAny();
    completeAll(added);
    refuseTaken(earlier, added);
    refuseSpelling();
    throwIfAny();
    DerivedKeys.listScopes(document);
    try {
      new ApiDescription(document);
    } catch (IllegalArgumentException | IllegalStateException unfit) {
      throw new OverlayException(List.of(file + ": " + unfit.getMessage()));
    }
  }

  private static List<Place> places(JsonNode description) {
    List<Place> places = new ArrayList<>();
    for (OpenApiDocument.Place place : new OpenApiDocument(description).operations()) {
      if (OpenApiDocument.METHODS.contains(place.method())
          && place.at().node() instanceof ObjectNode node) {
        places.add(new Place(place.path(), place.method(), node));
      }
    }
    return places;
  }

  /** A tag that an added operation has and the description lacks becomes one of it. */
  private void addTags(List<Place> added) {
    for (Place place : added) {
      JsonNode tags = place.operation().path("tags");
      if (place.id().isEmpty() || tags.size() != 1) {
        reasons.add(
            "%s: %s %s needs an operationId and one tag"
                .formatted(file, place.method().toUpperCase(Locale.ROOT), place.path()));
        continue;
      }
      ArrayNode known = document.withArray("/tags");
      String tag = tags.get(0).asText();
      if (!Json.texts(names(known)).contains(tag)) {
        known.addObject().put("name", tag);
      }
    }
  }

  private static ArrayNode names(JsonNode tags) {
    ArrayNode names = Json.array();
    tags.forEach(tag -> names.add(tag.path("name").asText()));
    return names;
  }

  private void completeAll(List<Place> added) {
    document.set(DerivedKeys.ERROR_RESPONSES, errorResponses());
    DerivedKeys derived = new DerivedKeys(document);
    for (var schema : document.at("/components/schemas").properties()) {
      if (before.at("/components/schemas/" + schema.getKey()).isMissingNode()
          && schema.getValue().isObject()) {
        derived.completeSchema(schema.getKey());
      }
    }
    for (Place place : added) {
      String tag = place.operation().path("tags").path(0).asText();
      derived.completeOperation(
          place.path(),
          place.method(),
          SourceFiles.folderOf(tag),
          what -> reasons.add(file + ": " + place.id() + ": " + what));
    }
  }

  /** The response of each status that operations share. */
  private ObjectNode errorResponses() {
    ObjectNode shared = Json.object();
    for (Place place : places(before)) {
      for (var response : place.operation().path("responses").properties()) {
        if (response.getKey().compareTo("400") >= 0 && response.getValue().has("$ref")) {
          shared.set(response.getKey(), response.getValue());
        }
      }
    }
    return shared;
  }

  private void refuseTaken(List<Place> earlier, List<Place> added) {
    Map<String, Place> byId = new HashMap<>();
    Map<String, Place> byLine = new HashMap<>();
    for (Place place : earlier) {
      byId.put(place.id(), place);
      byLine.put(place.line(place.path()), place);
      byLine.put(place.line(place.operation().path("x-zoom-own-path").asText()), place);
    }
    for (Place place : added) {
      Place same = byId.putIfAbsent(place.id(), place);
      if (same != null) {
        refuse("the operationId " + place.id(), same, earlier);
      }
      String ownPath = place.operation().path("x-zoom-own-path").asText(place.path());
      for (String path : new TreeSet<>(List.of(place.path(), ownPath))) {
        Place other = byLine.putIfAbsent(place.line(path), place);
        if (other != null) {
          String what = place.method().toUpperCase(Locale.ROOT) + " " + path;
          refuse(what + " (" + place.id() + ")", other, earlier);
        }
      }
    }
  }

  private void refuse(String what, Place other, List<Place> earlier) {
    reasons.add(
        "%s: %s is taken: %s has %s at %s %s"
            .formatted(
                file,
                what,
                earlier.contains(other) ? name : file,
                other.id(),
                other.method().toUpperCase(Locale.ROOT),
                other.path()));
  }

  /** Names that differ in capitals alone are one file on some disks, and tags one class. */
  private void refuseSpelling() {
    Map<String, String> known = new HashMap<>();
    for (JsonNode description : List.of(before, document)) {
      description
          .at("/components/schemas")
          .fieldNames()
          .forEachRemaining(schema -> refuseTwin(known, "schema " + schema, "schema", schema));
      for (String tag : Json.texts(names(description.path("tags")))) {
        refuseTwin(known, "tag " + tag, "tag", JavaNames.typeOfTag(tag));
      }
    }
  }

  private void refuseTwin(Map<String, String> known, String whole, String kind, String javaName) {
    String twin = known.putIfAbsent(kind + " " + javaName.toLowerCase(Locale.ROOT), whole);
    if (twin != null && !twin.equals(whole)) {
      reasons.add(
          "%s: the %s and the %s of %s have one name in Java".formatted(file, whole, twin, name));
    }
  }

  private void refuseDangling(JsonNode node, String where) {
    JsonNode ref = node.path("$ref");
    Found referrer = new Found(where, node);
    if (ref.isTextual() && new OpenApiDocument(document).target(referrer).node().isMissingNode()) {
      reasons.add(file + ": nothing is at " + ref.asText() + ", to which " + where + " refers");
    }
    for (var child : node.properties()) {
      refuseDangling(child.getValue(), where + "/" + child.getKey());
    }
    if (node.isArray()) {
      node.forEach(item -> refuseDangling(item, where));
    }
  }

  private void refuseCircles() {
    OpenApiDocument tree = new OpenApiDocument(document);
    for (Found schema : tree.root().to("components").to("schemas").children()) {
      if (tree.isMadeOfItself(schema)) {
        reasons.add(file + ": the schema " + schema.name() + " is made of itself");
      }
    }
  }

  private void throwIfAny() {
    if (!reasons.isEmpty()) {
      throw new OverlayException(reasons);
    }
  }
}
