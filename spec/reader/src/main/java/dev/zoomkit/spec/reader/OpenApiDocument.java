package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An OpenAPI document as a tree: where its references lead, what its schemas are composed of, where
 * its operations stand. It need not be whole. A reference that leads nowhere is a gap, which stays
 * as it is wherever it is found; {@link ApiDescription} is for documents that have none.
 */
public final class OpenApiDocument {
  /** The methods that an operation may have, as keys of a path. */
  public static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static final String[] COMPOSITIONS = {"allOf", "oneOf", "anyOf"};

  /** More references in a row than this lead in a circle. */
  private static final int LONGEST = 50;

  private final JsonNode root;

  public OpenApiDocument(JsonNode root) {
    this.root = root;
  }

  /** The whole of it. */
  public Found root() {
    return new Found("", root);
  }

  /**
   * A place below {@code paths}.
   *
   * @param method the key there: a method in lower case, where the document is sound
   */
  public record Place(String path, String method, Found at) {}

  /**
   * A schema that another one is composed of.
   *
   * @param alternative whether a value need not satisfy it: it stands in {@code oneOf} or {@code
   *     anyOf}, or is part of something that does
   */
  public record Part(Found at, boolean alternative) {}

  /** Whatever stands at a key of a path, in the document's order. */
  public List<Place> operations() {
    List<Place> places = new ArrayList<>();
    Found paths = root().to("paths");
    for (var path : paths.node().properties()) {
      Found methods = paths.to(path.getKey());
      for (var method : path.getValue().properties()) {
        places.add(new Place(path.getKey(), method.getKey(), methods.to(method.getKey())));
      }
    }
    return places;
  }

  /** The parameters of an operation, references followed; gaps are among them. */
  public List<Found> parameters(Found operation) {
    List<Found> parameters = new ArrayList<>();
    int count = operation.node().path("parameters").size();
    for (int i = 0; i < count; i++) {
      parameters.add(within(operation, "parameters", Integer.toString(i)));
    }
    return parameters;
  }

  /** The responses of success of an operation, references as such. */
  public static List<Found> successes(Found operation) {
    List<Found> successes = new ArrayList<>();
    Found responses = operation.to("responses");
    for (var response : responses.node().properties()) {
      if (response.getKey().startsWith("2")) {
        successes.add(responses.to(response.getKey()));
      }
    }
    return successes;
  }

  /**
   * Where a reference leads in the end: the place itself where there is none, a gap where it leads
   * nowhere, and a missing node where it leads in a circle.
   */
  public Found follow(Found at) {
    Found end = at;
    for (int followed = 0; end.isReference(); followed++) {
      Found target = target(end);
      if (target.node().isMissingNode()) {
        return end;
      } else if (followed == LONGEST) {
        return new Found(at.pointer(), MissingNode.getInstance());
      }
      end = target;
    }
    return end;
  }

  /** What one reference names, another one perhaps; a missing node where there is nothing. */
  public Found target(Found reference) {
    return target(reference.node());
  }

  private Found target(JsonNode reference) {
    String ref = decoded(reference.get("$ref").asText());
    if (!ref.startsWith("#/")) {
      return new Found(ref, MissingNode.getInstance());
    }
    JsonNode node = root;
    for (int slash = 1; slash > 0; ) {
      int next = ref.indexOf('/', slash + 1);
      String name = next < 0 ? ref.substring(slash + 1) : ref.substring(slash + 1, next);
      node = child(node, ApiDescription.unescape(name));
      slash = next;
    }
    return new Found(ref.substring(1), node);
  }

  /** A reference is a URI: some write the braces of a path as {@code %7B} and {@code %7D}. */
  private static String decoded(String ref) {
    if (ref.indexOf('%') < 0) {
      return ref;
    }
    try {
      return URLDecoder.decode(ref.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noCode) {
      return ref;
    }
  }

  /**
   * What names, one within the other, lead to from a node once the reference there is followed; a
   * gap, or a missing node, where that leads to nothing.
   */
  public Found within(Found outer, String... names) {
    JsonNode node = outer.node();
    for (String name : names) {
      node = child(node, name);
    }
    if (node.has("$ref")) {
      Found target = target(node);
      if (!target.isReference() && !target.node().isMissingNode()) {
        return target;
      }
    }
    StringBuilder pointer = new StringBuilder(outer.pointer());
    for (String name : names) {
      pointer.append('/').append(ApiDescription.escape(name));
    }
    return follow(new Found(pointer.toString(), node));
  }

  /** What stands right below a node: a value of a mapping, or an item of an array by its index. */
  static JsonNode child(JsonNode node, String name) {
    if (!node.isArray()) {
      return node.path(name);
    }
    try {
      return node.path(Integer.parseInt(name));
    } catch (NumberFormatException noIndex) {
      return MissingNode.getInstance();
    }
  }

  /**
   * A schema and all the schemas that it is composed of, references followed, each before its own
   * parts. Gaps are among them; what is missing is not.
   */
  public List<Part> parts(Found schema) {
    Found whole = follow(schema);
    if (whole.node().isMissingNode()) {
      return List.of();
    } else if (!isComposed(whole.node())) {
      return List.of(new Part(whole, false));
    }
    List<Part> parts = new ArrayList<>();
    addParts(whole, false, parts, new HashMap<>());
    return parts;
  }

  static boolean isComposed(JsonNode schema) {
    return schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf");
  }

  /** Adds a schema that is new, or that was no more than an alternative so far. */
  private void addParts(
      Found schema, boolean alternative, List<Part> parts, Map<String, Boolean> seen) {
    Boolean before = seen.get(schema.pointer());
    if (schema.node().isMissingNode() || before != null && (!before || alternative)) {
      return;
    }
    seen.put(schema.pointer(), alternative);
    parts.add(new Part(schema, alternative));
    for (String composition : COMPOSITIONS) {
      if (schema.node().has(composition)) {
        boolean optional = alternative || !composition.equals("allOf");
        for (Found part : schema.to(composition).children()) {
          addParts(follow(part), optional, parts, seen);
        }
      }
    }
  }

  /**
   * The properties of an object by name, with those of all that it is composed of. One that several
   * parts have is that of the last: the bundle repeats in a schema what it requires of its parts.
   */
  public Map<String, Found> members(Found schema) {
    Map<String, Found> members = new LinkedHashMap<>();
    for (Part part : parts(schema)) {
      for (Found member : part.at().to("properties").children()) {
        members.put(member.name(), member);
      }
    }
    return members;
  }

  /**
   * The first value that a schema, or anything that it is composed of, has for a keyword; a missing
   * node where none has.
   */
  public Found keyword(Found schema, String keyword) {
    for (Part part : parts(schema)) {
      Found value = part.at().to(keyword);
      if (!value.node().isMissingNode()) {
        return value;
      }
    }
    return new Found(schema.pointer() + "/" + keyword, MissingNode.getInstance());
  }

  /** Whether a schema is made of itself, by composition or as a list: no value is like that. */
  public boolean isMadeOfItself(Found schema) {
    return leadsTo(schema.pointer(), schema, new HashSet<>());
  }

  private boolean leadsTo(String target, Found schema, Set<String> seen) {
    if (schema.node().has("items") && isOrLeadsTo(target, schema.to("items"), seen)) {
      return true;
    }
    for (String composition : COMPOSITIONS) {
      if (schema.node().has(composition)) {
        for (Found part : schema.to(composition).children()) {
          if (isOrLeadsTo(target, part, seen)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isOrLeadsTo(String target, Found reference, Set<String> seen) {
    Found schema = follow(reference);
    String pointer = schema.pointer();
    return !schema.node().isMissingNode()
        && (pointer.equals(target) || seen.add(pointer) && leadsTo(target, schema, seen));
  }
}
