package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.util.Map;
import java.util.Set;

/** Compares two editions of one operation. */
final class OperationComparison {
  /** What other classes see to. */
  private static final Set<String> ELSEWHERE =
      Set.of("operationId", "parameters", "requestBody", "responses");

  private final Changes changes;
  private final ParameterComparison parameters;
  private final BodyComparison bodies;
  private final OperationKeys keys;

  OperationComparison(
      ApiDescription base, ApiDescription now, Changes changes, SchemaComparison schemas) {
    this.changes = changes;
    this.parameters = new ParameterComparison(base, now, changes, schemas);
    this.bodies = new BodyComparison(base, now, changes, schemas);
    this.keys = new OperationKeys(changes);
  }

  static Place place(DescribedOperation operation) {
    return Place.of(operation.category(), operation.id(), operation.at().pointer());
  }

  void compare(DescribedOperation was, DescribedOperation is) {
    Place place = place(is);
    if (!was.id().equals(is.id())) {
      changes.add("operation-renamed", place, ids(was, is));
    }
    if (!Comparison.address(was).equals(Comparison.address(is))) {
      changes.add("operation-moved", place, addresses(was, is));
    }
    if (!was.category().equals(is.category())) {
      changes.add("tag-changed", place, Map.of("before", was.category(), "after", is.category()));
    }
    JsonNode before = was.at().node();
    JsonNode after = is.at().node();
    parameters.compare(place, was, is);
    bodies.request(place, was.at(), is.at());
    bodies.responses(place, was.at(), is.at());
    before.properties().forEach(key -> key(place, key.getKey(), before, after));
    after.properties().stream()
        .filter(key -> !before.has(key.getKey()))
        .forEach(key -> key(place, key.getKey(), before, after));
  }

  private static Map<String, String> ids(DescribedOperation was, DescribedOperation is) {
    return Map.of("before", "`" + was.id() + "`", "after", "`" + is.id() + "`");
  }

  private static Map<String, String> addresses(DescribedOperation was, DescribedOperation is) {
    return Map.of(
        "before", was.method() + " " + was.path(), "after", is.method() + " " + is.path());
  }

  /** Whether a key follows from another one that differs, and of which a rule tells. */
  private static boolean follows(String key, JsonNode before, JsonNode after) {
    return switch (key) {
      case "security" -> !before.path("x-zoom-scopes").equals(after.path("x-zoom-scopes"));
      case "tags" -> !before.path(key).path(0).equals(after.path(key).path(0));
      default -> false;
    };
  }

  private void key(Place place, String key, JsonNode before, JsonNode after) {
    if (!before.path(key).equals(after.path(key))
        && !ELSEWHERE.contains(key)
        && !follows(key, before, after)) {
      Place at =
          new Place(
              place.category(),
              place.subject(),
              place.what(),
              place.key(),
              place.pointer() + "/" + key);
      keys.compare(at, key, before.path(key), after.path(key));
    }
  }
}
