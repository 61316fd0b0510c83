package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the description can say wrongly of bodies, a kind a method. */
final class SchemaMutations {

  private static final List<String> LIMITS =
      List.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

  private final BundledDescription description;
  private final SchemaWalk walk;

  SchemaMutations(BundledDescription description) {
    this.description = description;
    this.walk = new SchemaWalk(description);
  }

  /** Of which schema a place is. */
  private enum Body {
    REQUEST,
    RESPONSE;

    JsonNode schema(BundledDescription description, Operation operation) {
      return this == REQUEST
          ? description.requestSchema(operation)
          : description.responseSchema(operation);
    }
  }

  /** For each kind, the mutations of an operation; none where it has nothing of the kind. */
  Map<String, Function<Operation, List<Mutation>>> kinds() {
    Map<String, Function<Operation, List<Mutation>>> kinds = new LinkedHashMap<>();
    for (Body body : Body.values()) {
      String of = " of a " + (body == Body.REQUEST ? "request" : "response");
      DescriptionMutations.put(
          kinds, "lacks a field" + of, (kind, op) -> members(kind, op, body, this::drop));
      DescriptionMutations.put(
          kinds, "renames a field" + of, (kind, op) -> members(kind, op, body, this::rename));
      DescriptionMutations.put(
          kinds, "has another type" + of, (kind, op) -> keyword(kind, op, body, this::retype));
      DescriptionMutations.put(
          kinds, "has another format" + of, (kind, op) -> keyword(kind, op, body, this::reformat));
      DescriptionMutations.put(
          kinds,
          "lacks a value of an enumeration" + of,
          (kind, op) -> keyword(kind, op, body, SchemaMutations::narrow));
      DescriptionMutations.put(
          kinds,
          "has one more value of an enumeration" + of,
          (kind, op) -> keyword(kind, op, body, SchemaMutations::widen));
      DescriptionMutations.put(
          kinds, "requires a field" + of, (kind, op) -> required(kind, op, body, true));
      DescriptionMutations.put(
          kinds, "requires a field no more" + of, (kind, op) -> required(kind, op, body, false));
    }
    DescriptionMutations.put(kinds, "has a tighter limit", (kind, op) -> limits(kind, op, 1));
    DescriptionMutations.put(kinds, "has a looser limit", (kind, op) -> limits(kind, op, -1));
    return kinds;
  }

  /** One at each property of a body. */
  private List<Mutation> members(
      String kind, Operation operation, Body body, BiConsumer<ObjectNode, String> change) {
    List<Mutation> mutations = new ArrayList<>();
    for (String place : walk.places(body.schema(description, operation)).keySet()) {
      String name = place.substring(place.lastIndexOf('/') + 1);
      String parent = place.substring(0, Math.max(0, place.lastIndexOf('/')));
      if (!place.isEmpty() && !name.equals("*")) {
        mutations.add(
            DescriptionMutations.of(
                kind,
                operation,
                place,
                (copy, same) ->
                    new SchemaWalk(copy)
                        .partsAt(body.schema(copy, same), parent)
                        .filter(part -> part.path("properties").has(name))
                        .forEach(part -> change.accept((ObjectNode) part, name))));
      }
    }
    return mutations;
  }

  private void drop(ObjectNode part, String name) {
    ((ObjectNode) part.get("properties")).remove(name);
    requiredOf(part, name, false);
  }

  private void rename(ObjectNode part, String name) {
    ObjectNode properties = (ObjectNode) part.get("properties");
    properties.set(name + "_renamed", properties.remove(name));
    requiredOf(part, name, false);
  }

  private static void requiredOf(ObjectNode part, String name, boolean required) {
    ArrayNode names = part.withArray("required");
    names.removeIf(each -> each.asText().equals(name));
    if (required) {
      names.add(name);
    }
    if (names.isEmpty()) {
      part.remove("required");
    }
  }

  /** One at each part of a body at which a change says that it can be made. */
  private List<Mutation> keyword(
      String kind, Operation operation, Body body, Predicate<ObjectNode> change) {
    List<Mutation> mutations = new ArrayList<>();
    for (String place : walk.places(body.schema(description, operation)).keySet()) {
      boolean can =
          walk.partsAt(body.schema(description, operation), place)
              .anyMatch(part -> change.test(part.deepCopy()));
      if (can) {
        mutations.add(
            DescriptionMutations.of(
                kind,
                operation,
                place,
                (copy, same) -> {
                  for (JsonNode part :
                      new SchemaWalk(copy).partsAt(body.schema(copy, same), place).toList()) {
                    if (change.test((ObjectNode) part)) {
                      return;
                    }
                  }
                }));
      }
    }
    return mutations;
  }

  private boolean retype(ObjectNode part) {
    if (!part.has("type") || part.has("properties") || part.has("enum")) {
      return false;
    }
    boolean text = part.get("type").asText().equals("string");
    part.put("type", text ? "integer" : "string").remove(List.of("format", "items"));
    return true;
  }

  private boolean reformat(ObjectNode part) {
    String format = part.path("format").asText();
    if (!List.of("date", "date-time", "email", "int64").contains(format)) {
      return false;
    }
    part.put(
        "format", format.equals("date") ? "date-time" : format.equals("int64") ? "int32" : "date");
    return true;
  }

  private static boolean narrow(ObjectNode part) {
    if (!part.has("enum") || part.get("enum").size() < 2) {
      return false;
    }
    ((ArrayNode) part.get("enum")).remove(part.get("enum").size() - 1);
    return true;
  }

  private static boolean widen(ObjectNode part) {
    if (!part.has("enum")) {
      return false;
    }
    ArrayNode values = (ArrayNode) part.get("enum");
    if (values.get(0).isTextual()) {
      values.add("one_more");
    } else {
      values.add(4999);
    }
    return true;
  }

  private List<Mutation> required(String kind, Operation operation, Body body, boolean more) {
    Predicate<Mutation> differs =
        mutation -> {
          String name = mutation.place().substring(mutation.place().lastIndexOf('/') + 1);
          String parent = mutation.place().substring(0, mutation.place().lastIndexOf('/'));
          return more
              != walk.partsAt(body.schema(description, operation), parent)
                  .flatMap(part -> part.path("required").valueStream())
                  .anyMatch(each -> each.asText().equals(name));
        };
    return members(kind, operation, body, (part, name) -> requiredOf(part, name, more)).stream()
        .filter(differs)
        .toList();
  }

  private List<Mutation> limits(String kind, Operation operation, int tighter) {
    List<Mutation> mutations = new ArrayList<>();
    for (String limit : LIMITS) {
      int step = limit.startsWith("max") ? -tighter : tighter;
      mutations.addAll(
          keyword(
              kind,
              operation,
              Body.REQUEST,
              part -> {
                if (part.has(limit)) {
                  part.put(limit, part.get(limit).asLong() + step);
                }
                return part.has(limit);
              }));
    }
    return mutations;
  }
}
