package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where operations use each component schema. */
final class Uses {
  private final ApiDescription description;
  private final Map<String, Set<Side>> sides = new HashMap<>();
  private final Map<String, Set<String>> tags = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  Uses(ApiDescription description) {
    this.description = description;
    for (DescribedOperation operation : description.operations()) {
      Found at = operation.at();
      seen.clear();
      for (Found parameter : description.parameters(at)) {
        schema(parameter.to("schema"), Side.REQUEST, operation.category());
      }
      if (at.node().has("requestBody")) {
        content(description.within(at, "requestBody"), Side.REQUEST, operation.category());
      }
      for (var response : at.node().path("responses").properties()) {
        Found body = description.within(at, "responses", response.getKey());
        content(body, Side.RESPONSE, operation.category());
      }
    }
  }

  private void content(Found holder, Side side, String tag) {
    for (Found type : holder.to("content").children()) {
      schema(type.to("schema"), side, tag);
    }
  }

  private void schema(Found at, Side side, String tag) {
    JsonNode node = at.node();
    String direct = SchemaView.component(node);
    boolean wrapped = node.path("allOf").size() == 1 && !node.has("properties");
    if (!direct.isEmpty()) {
      named.add(direct);
      component(direct, side, tag);
      return;
    } else if (wrapped) {
      named.add(SchemaView.component(node.path("allOf").path(0)));
    }
    String listed = SchemaView.component(node.path("x-zoom-comma-separated"));
    if (!listed.isEmpty()) {
      named.add(listed);
      component(listed, side, tag);
    }
    for (String list : new String[] {"allOf", "oneOf", "anyOf"}) {
      for (Found part : at.to(list).children()) {
        String component = SchemaView.component(part.node());
        if (component.isEmpty()) {
          schema(part, side, tag);
        } else {
          component(component, side, tag);
        }
      }
    }
    for (Found property : at.to("properties").children()) {
      schema(property, side, tag);
    }
    if (node.has("items")) {
      schema(at.to("items"), side, tag);
    }
    if (node.path("additionalProperties").isObject()) {
      schema(at.to("additionalProperties"), side, tag);
    }
  }

  private void component(String name, Side side, String tag) {
    if (seen.add(side + name)) {
      sides.computeIfAbsent(name, any -> EnumSet.noneOf(Side.class)).add(side);
      tags.computeIfAbsent(name, any -> new TreeSet<>()).add(tag);
      schema(description.component("schemas", name), side, tag);
    }
  }

  /** In what a schema is used; empty where no operation uses it. */
  Set<Side> sides(String schema) {
    return sides.getOrDefault(schema, Set.of());
  }

  /** The tag whose operations use a schema; {@link Place#SHARED} where there is not just one. */
  String category(String schema) {
    Set<String> all = tags.getOrDefault(schema, Set.of());
    return all.size() == 1 ? all.iterator().next() : Place.SHARED;
  }

  /** Whether a schema has a Java class: it is used as such and has properties or values. */
  boolean isClass(String schema) {
    if (!named.contains(schema)) {
      return false;
    }
    SchemaView whole = SchemaView.whole(description, description.component("schemas", schema));
    return !whole.properties().isEmpty()
        || whole.keywords().contains("enum")
        || whole.alternatives().stream().anyMatch(it -> !it.node().path("$ref").isMissingNode());
  }
}
