package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.ResponseKind;
import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.Enumeration;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Property;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the responses that can be sent back: a GET returns them, and a PATCH or PUT on the same
 * path takes what they say.
 */
final class UpdateReader {
  private static final Set<String> UPDATES = Set.of("PATCH", "PUT");

  private final ClientPlan plan;
  private final Problems problems;

  UpdateReader(ClientPlan plan, Problems problems) {
    this.plan = plan;
    this.problems = problems;
  }

  /** Tells each such response which request it becomes. */
  void read() {
    Map<String, List<ApiOperation>> byPath =
        plan.allOperations().stream()
            .collect(Collectors.groupingBy(ApiOperation::path, TreeMap::new, Collectors.toList()));
    Map<String, List<ApiOperation>> updates = new TreeMap<>();
    for (List<ApiOperation> operations : byPath.values()) {
      Model response =
          operations.stream()
              .filter(each -> each.method().equals("GET"))
              .map(this::response)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      if (response != null) {
        operations.stream()
            .filter(each -> UPDATES.contains(each.method()) && request(each) != null)
            .forEach(
                each ->
                    updates.computeIfAbsent(response.name(), any -> new ArrayList<>()).add(each));
      }
    }
    updates.forEach((name, operations) -> update(plan.models().get(name), operations));
  }

  private Model response(ApiOperation operation) {
    return operation.response().kind() == ResponseKind.JSON
        ? plan.written(operation.response().type().name())
        : null;
  }

  private Model request(ApiOperation operation) {
    return operation.body() == null || operation.body().isMultipart()
        ? null
        : plan.written(operation.body().json().name());
  }

  private void update(Model response, List<ApiOperation> operations) {
    Model request = request(operations.get(0));
    for (ApiOperation operation : operations) {
      if (request(operation) != request) {
        problems.add(
            "schema " + response.name(),
            "%s and %s take it back as different requests"
                .formatted(operations.get(0).id(), operation.id()),
            "Give one of the two paths a response of its own, or both one request");
        return;
      }
    }
    List<String> leftOut = new ArrayList<>();
    compare(response, request, "", leftOut, new HashSet<>());
    response.update(new Model.Update(request, operations, leftOut, isDemanding(request)));
  }

  /** Whether it, or an object in it, cannot do without some value. */
  private boolean isDemanding(Model request) {
    Set<String> reached = new TreeSet<>();
    Deque<Model> open = new ArrayDeque<>(List.of(request));
    while (!open.isEmpty()) {
      Model model = open.remove();
      if (model.properties().stream().anyMatch(model::checks)) {
        return true;
      }
      model.references().stream()
          .filter(reached::add)
          .map(plan.models()::get)
          .filter(Objects::nonNull)
          .forEach(open::add);
    }
    return false;
  }

  private void compare(
      Model response, Model request, String prefix, List<String> leftOut, Set<String> above) {
    String pair = response.name() + " " + request.name();
    if (!above.add(pair)) {
      return;
    }
    for (Property property : response.properties()) {
      String path = prefix + property.wireName();
      Property twin = request.property(property.wireName()).orElse(null);
      if (property.readOnly() || twin == null) {
        leftOut.add(path);
      } else if (fits(property.type(), twin.type())) {
        Model inner = object(property.type());
        if (inner != null) {
          compare(inner, object(twin.type()), path + ".", leftOut, above);
        }
      } else {
        problems.add(
            "schema %s, property %s".formatted(response.name(), property.wireName()),
            "it is of the Java type %s, and %s takes it back as %s"
                .formatted(property.type().name(), request.name(), twin.type().name()),
            "Say readOnly: true, so that toRequest() leaves it out, or give both one type");
      }
    }
    above.remove(pair);
  }

  /** The object that a value or the items of a list are; null where they are none. */
  private Model object(JavaType type) {
    return type.schema() == null ? null : plan.models().get(type.schema());
  }

  /** Whether the JSON of a value of one type may be that of one of the other. */
  private boolean fits(JavaType from, JavaType to) {
    Json before = json(from);
    Json after = json(to);
    if (before == Json.ANY || after == Json.ANY) {
      return true;
    }
    return before == Json.LIST && after == Json.LIST
        ? fits(from.item(), to.item())
        : before == after || before == Json.WHOLE_NUMBER && after == Json.NUMBER;
  }

  private enum Json {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    BOOLEAN,
    OBJECT,
    LIST,
    /** A type that the build supplies, or a value of any type. */
    ANY
  }

  private Json json(JavaType type) {
    Enumeration enumeration = plan.enumerations().get(type.name());
    if (type.kind() == JavaType.Kind.LIST) {
      return Json.LIST;
    }
    if (enumeration != null) {
      boolean text = enumeration.values() == Enumeration.Values.TEXT;
      return text ? Json.TEXT : Json.WHOLE_NUMBER;
    }
    if (object(type) != null) {
      return Json.OBJECT;
    }
    if (type.codecClass() != null || type == JavaType.FREE) {
      return Json.ANY;
    }
    if (type == JavaType.INTEGER || type == JavaType.LONG) {
      return Json.WHOLE_NUMBER;
    }
    if (type == JavaType.DOUBLE) {
      return Json.NUMBER;
    }
    return type == JavaType.BOOLEAN ? Json.BOOLEAN : Json.TEXT;
  }
}
