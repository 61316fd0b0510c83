package dev.zoomkit.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the description says of a value: whether it may be shown, and what is in it. Thread-safe.
 */
final class Shape {

  /** Of what is a secret, personal, or unknown: with all that is in it. */
  static final Shape HIDDEN = new Shape(List.of());

  private static final List<String> MARKS = List.of("x-zoom-secret", "x-zoom-personal");
  private static final List<String> COMPOSITIONS = List.of("allOf", "oneOf", "anyOf");
  private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

  private final List<Node> parts;
  private final Map<String, Shape> members = new ConcurrentHashMap<>();
  private volatile @Nullable Shape items;

  private Shape(List<Node> parts) {
    this.parts = parts;
  }

  /** Of a value by its schema; hidden where there is none. */
  static Shape of(Node schema) {
    return of(List.of(schema));
  }

  private static Shape of(List<Node> schemas) {
    List<Node> parts = new ArrayList<>();
    schemas.forEach(schema -> addParts(schema, parts));
    boolean marked =
        parts.stream().anyMatch(part -> MARKS.stream().anyMatch(mark -> part.at(mark).isTrue()));
    return marked || parts.isEmpty() ? HIDDEN : new Shape(parts);
  }

  private static void addParts(Node schema, List<Node> parts) {
    if (schema.exists()) {
      parts.add(schema);
      for (String composition : COMPOSITIONS) {
        schema.at(composition).items().forEach(part -> addParts(part, parts));
      }
    }
  }

  /** Whether texts, numbers and booleans may be shown. */
  boolean showsScalars() {
    return parts.stream().anyMatch(part -> SCALARS.contains(part.at("type").text()));
  }

  /** That of a value in a path or a query, where a list is a text as well. */
  Shape ofText() {
    return parts.stream().anyMatch(part -> part.at("type").text().equals("array")) ? items() : this;
  }

  /** What is in an object under a name. */
  Shape member(String name) {
    Shape known = members.get(name);
    if (known == null) {
      known = of(parts.stream().map(part -> part.at("properties", name)).toList());
      if (known != HIDDEN) {
        members.put(name, known);
      }
    }
    return known;
  }

  /** What is in a list. */
  Shape items() {
    Shape known = items;
    if (known == null) {
      known = of(parts.stream().map(part -> part.at("items")).toList());
      items = known;
    }
    return known;
  }
}
