package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.SourceFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What our description has already, found by its shape: the names and types of its properties, or
 * the values of an enumeration. Limits, defaults and prose do not count.
 */
final class KnownShapes {
  private final OurFiles ours;
  private final Map<String, List<String>> byShape = new HashMap<>();
  private final Map<String, ObjectNode> bases = new TreeMap<>();
  private final Map<String, ObjectNode> parameters = new TreeMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  /**
   * @param bundle the bundle of the files
   */
  KnownShapes(OurFiles ours, JsonNode bundle) {
    this.ours = ours;
    PlainSchemas plain = new PlainSchemas(bundle, "zoom.json");
    JsonNode components = bundle.path("components");
    ours.ofKind("schemas")
        .forEach(
            (name, file) -> {
              JsonNode schema = components.path("schemas").path(name);
              if (!schema.isMissingNode()) {
                learn(file, plain.plain(schema, ""));
              }
            });
    Set<String> baseFiles = new TreeSet<>();
    ours.trees().forEach((file, tree) -> references(file, tree, baseFiles));
    for (String file : baseFiles) {
      String name = SourceFiles.nameOf(file);
      JsonNode schema = components.path("schemas").path(name);
      if (schema.has("properties") || schema.has("allOf")) {
        bases.put(file, plain.plain(schema, ""));
      }
    }
    ours.ofKind("parameters")
        .forEach(
            (name, file) -> {
              ObjectNode parameter = components.path("parameters").path(name).deepCopy();
              parameter.set("schema", plain.plain(parameter.path("schema"), ""));
              parameters.put(file, parameter);
            });
  }

  /** Counts what each file is referred to, by category, and finds what stands in an allOf. */
  private void references(String file, JsonNode tree, Set<String> baseFiles) {
    String category = file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
    for (JsonNode part : tree.path("allOf")) {
      if (part.has("$ref")) {
        baseFiles.add(SourceFiles.target(file, part.get("$ref").asText()));
      }
    }
    for (String ref : tree.findValuesAsText("$ref")) {
      uses.merge(category + " " + SourceFiles.target(file, ref), 1, Integer::sum);
      uses.merge(" " + SourceFiles.target(file, ref), 1, Integer::sum);
    }
  }

  /** Makes a new file known. */
  void learn(String file, ObjectNode plain) {
    byShape.computeIfAbsent(shape(plain), shape -> new ArrayList<>()).add(file);
  }

  /**
   * The file of a schema of the same shape that operations of a category may use; null where there
   * is none. An object of one property is too little to tell.
   *
   * @param property the name that it has in Zoom's file
   */
  @Nullable String schema(String category, String property, ObjectNode plain) {
    boolean tells = plain.has("enum") || plain.path("properties").size() > 1;
    return byShape.getOrDefault(tells ? shape(plain) : "", List.of()).stream()
        .filter(file -> isNear(category, file))
        .filter(file -> !isFewNumbers(plain) || isNamed(file, property))
        .max(
            Comparator.comparing(
                file -> (isNamed(file, property) ? 100000 : 0) + used(category, file)))
        .orElse(null);
  }

  /** Two numbers tell nothing: they are the codes of many things. */
  private static boolean isFewNumbers(ObjectNode plain) {
    return plain.has("enum")
        && plain.get("enum").size() < 3
        && plain.path("type").asText().equals("integer");
  }

  private static boolean isNamed(String file, String property) {
    String name = SourceFiles.nameOf(file);
    return Words.of(name).containsAll(Words.of(Words.singular(property)));
  }

  /** The file of a shared text that a property is by its name, such as {@code next_page_token}. */
  @Nullable String text(String property, ObjectNode plain) {
    String name = "shared/schemas/" + Words.upperCamel(property) + ".yaml";
    JsonNode file = ours.trees().get(name);
    boolean same =
        file != null
            && !property.isEmpty()
            && !file.has("enum")
            && file.path("type").asText().equals("string")
            && plain.path("type").asText().equals("string");
    return same ? name : null;
  }

  /**
   * The file with the most properties of an object, of those that others are composed of; null
   * where none fits.
   */
  @Nullable String base(String category, ObjectNode plain) {
    JsonNode properties = plain.path("properties");
    return bases.entrySet().stream()
        .filter(base -> isNear(category, base.getKey()))
        .filter(base -> base.getValue().path("properties").size() > 1)
        .filter(base -> base.getValue().path("properties").size() < properties.size())
        .filter(base -> contains(properties, base.getValue().path("properties")))
        .max(Comparator.comparing(base -> base.getValue().path("properties").size()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** The names of the properties of a base. */
  Set<String> properties(String base) {
    Set<String> names = new HashSet<>();
    bases.get(base).path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean contains(JsonNode properties, JsonNode base) {
    for (Map.Entry<String, JsonNode> property : base.properties()) {
      JsonNode other = properties.path(property.getKey());
      if (other.isMissingNode() || !shape(other).equals(shape(property.getValue()))) {
        return false;
      }
    }
    return true;
  }

  /** The file of a parameter that says the same; null where there is none. */
  @Nullable String parameter(String category, JsonNode parameter) {
    return parameters.entrySet().stream()
        .filter(known -> isNear(category, known.getKey()))
        .filter(known -> isSame(known.getValue(), parameter))
        .max(Comparator.comparing(known -> used(category, known.getKey())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static boolean isSame(JsonNode known, JsonNode parameter) {
    boolean position = parameter.path("name").asText().matches("next_page_token|page_number");
    JsonNode schema = known.path("schema");
    JsonNode other = parameter.path("schema");
    return known.path("name").equals(parameter.path("name"))
        && known.path("in").equals(parameter.path("in"))
        && known.path("required").asBoolean() == parameter.path("required").asBoolean()
        && shape(schema).equals(shape(other))
        && (schema.path("format").equals(other.path("format"))
            || known.path("required").asBoolean())
        && (position || schema.path("maximum").equals(other.path("maximum")));
  }

  private boolean isNear(String category, String file) {
    return file.startsWith("shared/") || file.startsWith(category + "/");
  }

  private int used(String category, String file) {
    return 1000 * uses.getOrDefault(category + " " + file, 0) + uses.getOrDefault(" " + file, 0);
  }

  /**
   * The file of a shared error with a status and a code: the one that operations of the category
   * have, or else the only one there is.
   */
  @Nullable String error(String category, String path, int status, JsonNode code) {
    List<String> same = new ArrayList<>();
    ours.trees()
        .forEach(
            (file, tree) -> {
              if (SourceFiles.isSharedError(file)
                  && tree.path("status").asInt() == status
                  && tree.path("code").asInt() == code.asInt()
                  && isOf(path, tree.path("missing"))) {
                same.add(file);
              }
            });
    return same.stream()
        .filter(file -> same.size() == 1 || uses.containsKey(category + " " + file))
        .max(Comparator.comparing(file -> used(category, file)))
        .orElse(null);
  }

  /** Whether what an error says is missing is in a path; an account always is. */
  private static boolean isOf(String path, JsonNode missing) {
    boolean of = missing.isEmpty();
    for (JsonNode kind : missing) {
      of |= kind.asText().matches("account|plan") || path.contains(kind.asText().replace(' ', '_'));
    }
    return of;
  }

  /** A text that two schemas share if they have the same names, types and values. */
  static String shape(JsonNode plain) {
    if (plain.has("enum")) {
      Set<String> values = new TreeSet<>();
      plain.get("enum").forEach(value -> values.add(value.asText()));
      return plain.path("type").asText() + values;
    }
    return switch (plain.path("type").asText()) {
      case "object" -> {
        Map<String, String> properties = new TreeMap<>();
        plain
            .path("properties")
            .properties()
            .forEach(it -> properties.put(it.getKey(), shape(it.getValue())));
        yield properties.toString();
      }
      case "array" -> "[" + shape(plain.path("items")) + "]";
      default -> plain.path("type").asText();
    };
  }
}
