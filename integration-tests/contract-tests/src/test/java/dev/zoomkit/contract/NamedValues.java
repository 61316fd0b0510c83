package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the description's examples have by each name: of what exists, most likely. */
final class NamedValues {

  private final BundledDescription description;
  private final SchemaWalk walk;
  private final Map<String, Set<JsonNode>> values = new HashMap<>();

  NamedValues(BundledDescription description) {
    this.description = description;
    this.walk = new SchemaWalk(description);
    for (Operation operation : description.operations()) {
      for (JsonNode parameter : description.parameters(operation)) {
        if (parameter.has("example")) {
          add(parameter.get("name").textValue(), parameter.get("example"));
        }
      }
      description.requestExamples(operation).values().forEach(this::collect);
      description.responseExamples(operation).values().forEach(this::collect);
    }
  }

  /** The values of a name that fit a schema, those of the first operations first. */
  Stream<JsonNode> of(String name, JsonNode schema) {
    return values.getOrDefault(name, Set.of()).stream().filter(value -> fits(schema, value));
  }

  private boolean fits(JsonNode schema, JsonNode value) {
    boolean[] fits = {description.faults(schema, value).isEmpty()};
    walk.along(
        schema,
        value,
        new SchemaWalk.Visitor() {
          @Override
          public void undescribed(String place, JsonNode unknown) {
            fits[0] = false;
          }
        });
    return fits[0];
  }

  private void collect(JsonNode example) {
    example.properties().forEach(field -> add(field.getKey(), field.getValue()));
    example.forEach(this::collect);
  }

  private void add(String name, JsonNode value) {
    values.computeIfAbsent(name, first -> new LinkedHashSet<>()).add(value);
  }
}
