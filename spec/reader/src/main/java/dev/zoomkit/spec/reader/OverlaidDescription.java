package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * A description with an overlay over it.
 *
 * @param document all of it, completed as the bundle is
 * @param operations the ids of the operations that the overlay adds or changes, itself or by what
 *     they refer to
 * @param schemas the names of the schemas that it adds or changes, likewise
 */
public record OverlaidDescription(
    ObjectNode document, Set<String> operations, Set<String> schemas) {

  /** What is other than it was. */
  static OverlaidDescription of(JsonNode before, ObjectNode after) {
    Set<String> changed = new TreeSet<>();
    for (var kind : after.path("components").properties()) {
      for (var component : kind.getValue().properties()) {
        String pointer = "/components/" + kind.getKey() + "/" + component.getKey();
        if (!component.getValue().equals(before.at(pointer))) {
          changed.add("#" + pointer);
        }
      }
    }
    spread(after, changed);
    Set<String> operations = new TreeSet<>();
    for (var path : after.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        JsonNode earlier = before.path("paths").path(path.getKey()).path(method.getKey());
        if (!method.getValue().equals(earlier) || refersTo(method.getValue(), changed)) {
          operations.add(method.getValue().path("operationId").asText());
        }
      }
    }
    Set<String> schemas = new TreeSet<>();
    String prefix = "#/components/schemas/";
    changed.stream()
        .filter(ref -> ref.startsWith(prefix))
        .forEach(ref -> schemas.add(ref.substring(prefix.length())));
    return new OverlaidDescription(after, operations, schemas);
  }

  /** Adds what refers to something that has changed, until there is no more of it. */
  private static void spread(ObjectNode after, Set<String> changed) {
    boolean more = !changed.isEmpty();
    while (more) {
      more = false;
      for (var kind : after.path("components").properties()) {
        for (var component : kind.getValue().properties()) {
          if (refersTo(component.getValue(), changed)) {
            more |= changed.add("#/components/" + kind.getKey() + "/" + component.getKey());
          }
        }
      }
    }
  }

  private static boolean refersTo(JsonNode node, Set<String> refs) {
    if (node.path("$ref").isTextual() && refs.contains(node.get("$ref").asText())) {
      return true;
    }
    for (JsonNode child : node) {
      if (child.isContainerNode() && refersTo(child, refs)) {
        return true;
      }
    }
    return false;
  }
}
