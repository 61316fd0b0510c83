package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the description can say wrongly of an operation, a kind a method. */
final class DescriptionMutations {

  private final BundledDescription description;

  DescriptionMutations(BundledDescription description) {
    this.description = description;
  }

  /** For each kind, the mutations of an operation; none where it has nothing of the kind. */
  Map<String, Function<Operation, List<Mutation>>> kinds() {
    Map<String, Function<Operation, List<Mutation>>> kinds = new LinkedHashMap<>();
    put(kinds, "has another path", this::otherPath);
    put(kinds, "has another status of success", this::otherStatus);
    put(kinds, "has another error code", this::otherCode);
    put(kinds, "lacks a parameter", (kind, op) -> parameters(kind, op, true));
    put(kinds, "renames a parameter", (kind, op) -> parameters(kind, op, false));
    put(kinds, "has another scope", this::otherScope);
    put(kinds, "has another rate label", this::otherLabel);
    put(kinds, "has another paging key", this::otherPaging);
    put(kinds, "has another own path", this::otherOwnPath);
    return kinds;
  }

  interface Kind {
    List<Mutation> of(String kind, Operation operation);
  }

  static void put(Map<String, Function<Operation, List<Mutation>>> kinds, String kind, Kind of) {
    String whole = "description " + kind;
    kinds.put(whole, operation -> of.of(whole, operation));
  }

  static Mutation of(
      String kind,
      Operation operation,
      String place,
      BiConsumer<BundledDescription, Operation> change) {
    return new Mutation(Mutation.Side.DESCRIPTION, kind, operation, place, Fault.NONE, change);
  }

  private static Mutation ofNode(
      String kind, Operation operation, String place, Consumer<ObjectNode> change) {
    return of(kind, operation, place, (copy, same) -> change.accept((ObjectNode) same.node()));
  }

  private List<Mutation> otherPath(String kind, Operation operation) {
    return List.of(
        of(
            kind,
            operation,
            "",
            (copy, same) -> {
              ObjectNode methods = (ObjectNode) copy.paths().get(same.masterPath());
              ((ObjectNode) copy.paths())
                  .putObject(same.masterPath() + "/renamed")
                  .set(same.method().toLowerCase(Locale.ROOT), same.node());
              methods.remove(same.method().toLowerCase(Locale.ROOT));
            }));
  }

  private List<Mutation> otherStatus(String kind, Operation operation) {
    return List.of(
        ofNode(
            kind,
            operation,
            operation.success(),
            node -> {
              ObjectNode responses = (ObjectNode) node.get("responses");
              responses.set("202", responses.remove(operation.success()));
            }));
  }

  private List<Mutation> otherCode(String kind, Operation operation) {
    List<Mutation> mutations = new ArrayList<>();
    JsonNode errors = operation.node().path("x-zoom-errors");
    for (int i = 0; i < errors.size(); i++) {
      int index = i;
      if (errors.get(i).has("code")) {
        mutations.add(
            ofNode(
                kind,
                operation,
                errors.get(i).get("status") + " " + errors.get(i).get("code"),
                node -> ((ObjectNode) node.get("x-zoom-errors").get(index)).put("code", 4999)));
      }
    }
    return mutations;
  }

  private List<Mutation> parameters(String kind, Operation operation, boolean dropped) {
    List<Mutation> mutations = new ArrayList<>();
    List<JsonNode> parameters = description.parameters(operation);
    for (int i = 0; i < parameters.size(); i++) {
      int index = i;
      String name = parameters.get(i).get("name").textValue();
      if (parameters.get(i).get("in").textValue().equals("query")) {
        mutations.add(
            of(
                kind,
                operation,
                name,
                (copy, same) -> {
                  ArrayNode all = (ArrayNode) same.node().get("parameters");
                  ObjectNode other = copy.parameters(same).get(index).deepCopy();
                  all.remove(index);
                  if (!dropped) {
                    all.add(other.put("name", name + "_renamed"));
                  }
                }));
      }
    }
    return mutations;
  }

  private List<Mutation> otherScope(String kind, Operation operation) {
    List<Mutation> mutations = new ArrayList<>();
    for (String path : List.of("master", "own")) {
      for (String generation : List.of("classic", "granular")) {
        String at = "/x-zoom-scopes/" + path + "/" + generation;
        if (!operation.node().at(at).isEmpty()) {
          mutations.add(
              ofNode(
                  kind,
                  operation,
                  path + " " + generation,
                  node -> ((ArrayNode) node.at(at)).removeAll().add("other:scope:admin")));
        }
      }
    }
    return mutations;
  }

  private List<Mutation> otherLabel(String kind, Operation operation) {
    String other =
        operation.node().path("x-zoom-rate-limit").asText().equals("LIGHT") ? "HEAVY" : "LIGHT";
    return List.of(ofNode(kind, operation, "", node -> node.put("x-zoom-rate-limit", other)));
  }

  private List<Mutation> otherPaging(String kind, Operation operation) {
    return operation.isPaged()
        ? List.of(
            ofNode(
                kind,
                operation,
                "",
                node -> ((ObjectNode) node.get("x-zoom-paging")).put("items", "other")))
        : List.of();
  }

  private List<Mutation> otherOwnPath(String kind, Operation operation) {
    return operation.onOwnAccount()
        ? List.of(ofNode(kind, operation, "", node -> node.remove("x-zoom-own-path")))
        : List.of();
  }
}
