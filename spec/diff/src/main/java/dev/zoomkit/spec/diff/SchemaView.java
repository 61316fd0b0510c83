package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema as it is compared: the keywords, properties and alternatives that it states itself, in
 * any part of its {@code allOf}, and the components that it is made of. What a component states is
 * compared once, at the component.
 */
final class SchemaView {
  private static final String SCHEMAS = "#/components/schemas/";

  private final ApiDescription description;
  private final boolean whole;
  private final Found at;
  private final Map<String, JsonNode> keywords = new LinkedHashMap<>();
  private final Map<String, Found> properties = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final Set<String> components = new LinkedHashSet<>();
  private final List<Found> alternatives = new ArrayList<>();
  private final Set<String> read = new HashSet<>();

  private SchemaView(ApiDescription description, Found at, boolean whole) {
    this.description = description;
    this.whole = whole;
    this.at = at;
    read(at);
    if (!whole && !components.isEmpty()) {
      // The bundler repeats what a schema requires of its parts.
      SchemaView all = new SchemaView(description, at, true);
      properties.entrySet().removeIf(own -> repeats(own.getKey(), own.getValue(), all));
    }
  }

  /** What a schema states itself. */
  static SchemaView own(ApiDescription description, Found at) {
    return new SchemaView(description, at, false);
  }

  /** What a schema states with all that it is made of. */
  static SchemaView whole(ApiDescription description, Found at) {
    return new SchemaView(description, at, true);
  }

  private boolean repeats(String name, Found property, SchemaView all) {
    if (!required.contains(name)) {
      return false;
    }
    for (String component : components) {
      Found part = description.component("schemas", component);
      Found inherited = whole(description, part).properties.get(name);
      if (inherited != null && inherited.node().equals(property.node())) {
        return all.properties.containsKey(name);
      }
    }
    return false;
  }

  private void read(Found schema) {
    JsonNode node = schema.node();
    if (schema.isReference()) {
      String name = component(node);
      components.add(name);
      if (whole && read.add(name)) {
        read(description.component("schemas", name));
      }
      return;
    }
    for (var keyword : node.properties()) {
      switch (keyword.getKey()) {
        case "properties" ->
            schema
                .to("properties")
                .children()
                .forEach(property -> properties.putIfAbsent(property.name(), property));
        case "required" -> keyword.getValue().forEach(name -> required.add(name.asText()));
        case "allOf" -> schema.to("allOf").children().forEach(this::read);
        case "oneOf", "anyOf" -> alternatives.addAll(schema.to(keyword.getKey()).children());
        default -> keywords.putIfAbsent(keyword.getKey(), keyword.getValue());
      }
    }
  }

  /** The name of the component that a reference leads to; empty where it is none. */
  static String component(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.startsWith(SCHEMAS) ? ref.substring(SCHEMAS.length()) : "";
  }

  Found at() {
    return at;
  }

  /** A keyword that stands beside no other schema; missing where there is none. */
  JsonNode keyword(String name) {
    return keywords.getOrDefault(name, MissingNode.getInstance());
  }

  Set<String> keywords() {
    return keywords.keySet();
  }

  Map<String, Found> properties() {
    return properties;
  }

  Set<String> required() {
    return required;
  }

  /** The names of the components that it is made of. */
  Set<String> components() {
    return components;
  }

  List<Found> alternatives() {
    return alternatives;
  }

  /** Where its items stand; a missing node where it has none. */
  Found items() {
    return below("items");
  }

  /** Where a keyword with a schema stands, in whichever part. */
  private Found below(String keyword) {
    Found own = at.to(keyword);
    for (Found part : at.to("allOf").children()) {
      if (own.node().isMissingNode() && !part.isReference()) {
        own = part.to(keyword);
      }
    }
    if (own.node().isMissingNode() && whole) {
      for (String component : components) {
        Found inherited =
            new SchemaView(description, description.component("schemas", component), false)
                .below(keyword);
        own = own.node().isMissingNode() ? inherited : own;
      }
    }
    return own;
  }
}
