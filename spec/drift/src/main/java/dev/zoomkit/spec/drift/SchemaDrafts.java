package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.SourceFiles;
import dev.zoomkit.spec.reader.UnusableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Drafts schemas in our layout: an object or an enumeration is a file of its own unless there is
 * one of its shape already; the rest stands in place. Prose is left out.
 */
final class SchemaDrafts {
  private static final List<String> LIMITS =
      List.of(
          "format",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems");

  private final KnownShapes known;
  private final String category;
  private final Map<String, Marks.Mark> marks;
  private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, ObjectNode> drafts = new LinkedHashMap<>();
  private String root = "";

  /**
   * @param category the folder of the operation
   * @param taken the names of schemas that there are
   * @param marks what our description says of properties by their name
   */
  SchemaDrafts(
      KnownShapes known, String category, Set<String> taken, Map<String, Marks.Mark> marks) {
    this.known = known;
    this.category = category;
    this.marks = marks;
    this.taken.addAll(taken);
  }

  /** The files drafted so far, by path. */
  Map<String, ObjectNode> drafts() {
    return drafts;
  }

  /**
   * What stands for a schema at its place: a reference, or the schema itself.
   *
   * @param plain the schema
   * @param property its name in Zoom's file; empty for a body, from whose name those of all files
   *     within it are made
   * @param name what a file for it is called
   * @param request whether callers send it
   * @param from the folder that the reference is read from, such as {@code users/schemas}
   */
  ObjectNode draft(ObjectNode plain, String property, String name, boolean request, String from) {
    if (property.isEmpty()) {
      root = singular(name.replaceAll("(Request|Page|List)$", ""));
    }
    String type = plain.path("type").asText();
    if (plain.has("enum") || plain.has("properties")) {
      String file = known.schema(category, property, plain);
      if (file == null) {
        file = plain.has("enum") ? enumeration(plain, name) : object(plain, name, request);
      }
      return PlainSchemas.object().put("$ref", relative(from, file));
    }
    String text = known.text(property, plain);
    if (text != null) {
      return PlainSchemas.object().put("$ref", relative(from, text));
    }
    ObjectNode inline = PlainSchemas.object().put("type", type);
    LIMITS.stream().filter(plain::has).forEach(key -> inline.set(key, plain.get(key)));
    if (plain.has("additionalProperties")) {
      inline.put("additionalProperties", true);
    }
    if (request && plain.has("default") && fits(type, plain.get("default"))) {
      inline.set("default", plain.get("default"));
    }
    if (type.equals("array")) {
      ObjectNode items = (ObjectNode) plain.path("items");
      inline.set("items", draft(items, property, singular(name), request, from));
    }
    return inline;
  }

  private static String singular(String name) {
    List<String> words = new java.util.ArrayList<>(Words.of(name));
    words.add(Words.singular(words.remove(words.size() - 1)));
    return Words.upperCamel(words);
  }

  private static boolean fits(String type, JsonNode value) {
    return switch (type) {
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> value.isTextual() && !value.asText().isEmpty();
    };
  }

  private String enumeration(ObjectNode plain, String name) {
    ObjectNode draft = PlainSchemas.object();
    draft.set("type", plain.get("type"));
    draft.set("enum", plain.get("enum"));
    ArrayNode names = draft.arrayNode();
    Set<String> unique = new TreeSet<>();
    for (JsonNode value : plain.get("enum")) {
      String constant = Words.constant(value.asText());
      // A name that says nothing: the house rules ask for another.
      String number = Words.constant("value " + value.asText().replace("-", "minus "));
      names.add(!constant.isEmpty() && unique.add(constant) ? constant : number);
    }
    draft.set("x-enum-varnames", names);
    return add(name, draft, plain);
  }

  private String object(ObjectNode plain, String name, boolean request) {
    String file = reserve(name);
    String title = SourceFiles.nameOf(file);
    ObjectNode draft = PlainSchemas.object().put("type", "object");
    wholeCounts(plain);
    String base = known.base(category, plain);
    Set<String> inherited = base == null ? Set.of() : known.properties(base);
    String here = category + "/schemas";
    if (base != null) {
      draft.putArray("allOf").addObject().put("$ref", relative(here, base));
    }
    ArrayNode required = draft.arrayNode();
    for (JsonNode entry : plain.path("required")) {
      if (request || entry.asText().matches("(.*_)?(uu)?id")) {
        required.add(entry);
      }
    }
    if (!required.isEmpty()) {
      draft.set("required", required);
    }
    ObjectNode properties = PlainSchemas.object();
    for (Map.Entry<String, JsonNode> property : plain.path("properties").properties()) {
      if (!inherited.contains(property.getKey())) {
        String inner = inner(title, property.getKey(), property.getValue());
        ObjectNode value =
            draft((ObjectNode) property.getValue(), property.getKey(), inner, request, here);
        properties.set(property.getKey(), finished(property, value));
      }
    }
    if (!properties.isEmpty()) {
      draft.set("properties", properties);
    }
    drafts.put(file, draft);
    known.learn(file, plain);
    return file;
  }

  /** Zoom sometimes calls the counts of a page numbers; they have no fractions. */
  private static void wholeCounts(ObjectNode plain) {
    for (Map.Entry<String, JsonNode> property : plain.path("properties").properties()) {
      if (property.getKey().matches("page_(size|number|count)|total_records")
          && property.getValue() instanceof ObjectNode count) {
        count.put("type", "integer");
      }
    }
  }

  /** The name of a schema within another: that of the items of a page is the page's own. */
  private String inner(String title, String property, JsonNode schema) {
    boolean items = title.matches(".+(Page|List)") && schema.path("items").has("properties");
    if (items) {
      return root;
    }
    List<String> words = Words.of(property);
    List<String> of = Words.of(root);
    boolean repeats = !words.isEmpty() && of.get(of.size() - 1).equals(words.get(0));
    return root
        + Words.upperCamel(repeats && words.size() > 1 ? words.subList(1, words.size()) : words);
  }

  /** Marks what all of ours of this name are marked with, and wraps a reference that needs more. */
  private ObjectNode finished(Map.Entry<String, JsonNode> property, ObjectNode value) {
    boolean deprecated = property.getValue().path("deprecated").asBoolean();
    if (value.has("$ref")) {
      if (!deprecated) {
        return value;
      }
      ObjectNode wrapped = PlainSchemas.object();
      wrapped.putArray("allOf").add(value);
      return wrapped.put("deprecated", true);
    }
    Marks.Mark mark = marks.get(property.getKey());
    String type = value.path("type").asText();
    ObjectNode marked = PlainSchemas.object();
    for (Map.Entry<String, JsonNode> key : value.properties()) {
      marked.set(key.getKey(), key.getValue());
      if (key.getKey().equals("type") && mark != null && mark.type().equals(type)) {
        mark.keys().forEach(marked::put);
      }
    }
    if (deprecated) {
      marked.put("deprecated", true);
    }
    return marked;
  }

  private String add(String name, ObjectNode draft, ObjectNode plain) {
    String file = reserve(name);
    drafts.put(file, draft);
    known.learn(file, plain);
    return file;
  }

  /** A free name; one that is taken gets the category in front, or a word behind. */
  private String reserve(String name) {
    // A name ends in a letter: OpenAPI tools number what has no name.
    String base = name.replaceAll("[0-9]+$", "");
    String owner = Words.upperCamel(Words.singular(category));
    for (String free : List.of(base, owner + base, base + "Details", owner + base + "Details")) {
      if (taken.add(free)) {
        return category + "/schemas/" + free + ".yaml";
      }
    }
    throw new UnusableException(base + ": every name for this schema is taken; rename what has it");
  }

  static String relative(String from, String file) {
    return java.nio.file.Path.of(from)
        .relativize(java.nio.file.Path.of(file))
        .toString()
        .replace('\\', '/');
  }
}
