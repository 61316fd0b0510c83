package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Completes what an overlay has added, and looks whether what it adds or changes fits the
 * description below it. What is wrong is refused all at once.
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

    /** Method and path as a person writes them. */
    String title() {
      return titleOf(path);
    }

    String titleOf(String itsPath) {
      return method.toUpperCase(Locale.ROOT) + " " + itsPath;
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
    refuseWhatIsNoOperation();
    throwIfAny();
    List<Place> kept = new ArrayList<>();
    List<Place> changed = new ArrayList<>();
    List<Place> added = new ArrayList<>();
    for (Place place : places(document)) {
      JsonNode earlier = before.path("paths").path(place.path()).path(place.method());
      (place.operation().equals(earlier) ? kept : changed).add(place);
      if (earlier.isMissingNode()) {
        added.add(place);
      }
    }
    addTags(changed);
    refuseUnknownKeys();
    refuseDangling(document, "");
    refuseCircles();
    throwIfAny();
    completeAll(added);
    refuseTaken(kept, changed);
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

  /** Whatever stands at a path and is not read would be gone without a word. */
  private void refuseWhatIsNoOperation() {
    for (var path : document.path("paths").properties()) {
      if (!path.getValue().isObject()) {
        reasons.add("%s: %s has to have methods with operations".formatted(file, path.getKey()));
      }
      for (var entry : path.getValue().properties()) {
        String name = entry.getKey();
        boolean method = OpenApiDocument.METHODS.contains(name);
        if (method && !entry.getValue().isObject()) {
          reasons.add(
              "%s: %s %s is no operation, which has an operationId, a tag and responses"
                  .formatted(file, name.toUpperCase(Locale.ROOT), path.getKey()));
        } else if (!method && entry.getValue().isContainerNode() && !name.startsWith("x-")) {
          reasons.add(
              "%s: %s: %s is not read; a path has %s"
                  .formatted(
                      file,
                      path.getKey(),
                      name,
                      String.join(", ", new TreeSet<>(OpenApiDocument.METHODS))));
        }
      }
    }
  }

  /** A tag that an operation has now and the description lacks becomes one of it. */
  private void addTags(List<Place> changed) {
    for (Place place : changed) {
      List<String> tags = Json.texts(place.operation().path("tags"));
      if (place.id().isEmpty()) {
        reasons.add("%s: %s needs an operationId".formatted(file, place.title()));
      } else if (tags.size() != 1) {
        reasons.add(
            "%s: %s needs one tag, and has %s"
                .formatted(
                    file,
                    place.title(),
                    tags.isEmpty()
                        ? "none"
                        : String.join(", ", tags) + "; an update of a list adds to it"));
      } else {
        ArrayNode known = document.withArray("/tags");
        if (!Json.texts(names(known)).contains(tags.get(0))) {
          known.addObject().put("name", tags.get(0));
        }
      }
    }
  }

  /** A key that is ours by its name, and that the description never has, is misspelt. */
  private void refuseUnknownKeys() {
    Map<String, String> known = new TreeMap<>();
    addKeys(new OpenApiDocument(before).root(), known);
    Map<String, String> now = new TreeMap<>();
    addKeys(new OpenApiDocument(document).root(), now);
    now.forEach(
        (key, at) -> {
          try {
            Typos.refuse("key", key, known.keySet());
          } catch (IllegalArgumentException unknown) {
            reasons.add("%s: %s: %s".formatted(file, at, unknown.getMessage()));
          }
        });
  }

  /** Adds each x- key of ours with the first place that has it. */
  private static void addKeys(Found at, Map<String, String> keys) {
    for (Found child : at.children()) {
      if (child.name().matches("x-(zoom|enum)-.*")) {
        keys.putIfAbsent(child.name(), at.pointer());
      }
      addKeys(child, keys);
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

  private void refuseTaken(List<Place> kept, List<Place> changed) {
    Map<String, Place> byId = new HashMap<>();
    Map<String, Place> byLine = new HashMap<>();
    for (Place place : kept) {
      byId.put(place.id(), place);
      paths(place).forEach(path -> byLine.put(place.line(path), place));
    }
    for (Place place : changed) {
      Place same = byId.putIfAbsent(place.id(), place);
      if (same != null) {
        refuse("the operationId " + place.id(), same, kept);
      }
      for (String path : paths(place)) {
        Place other = byLine.putIfAbsent(place.line(path), place);
        if (other != null) {
          refuse(place.titleOf(path) + " (" + place.id() + ")", other, kept);
        }
      }
    }
  }

  /** The paths that lead to an operation: its own, too, if that is another one. */
  private static Set<String> paths(Place place) {
    String ownPath = place.operation().path("x-zoom-own-path").asText(place.path());
    return new TreeSet<>(List.of(place.path(), ownPath));
  }

  private void refuse(String what, Place other, List<Place> kept) {
    reasons.add(
        "%s: %s is taken: %s has %s at %s"
            .formatted(file, what, kept.contains(other) ? name : file, other.id(), other.title()));
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
    Set<String> tags = new HashSet<>();
    for (String tag : Json.texts(names(document.path("tags")))) {
      if (!tags.add(tag)) {
        reasons.add("%s: the tag %s is taken: %s has it".formatted(file, tag, name));
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
