package dev.zoomkit.spec;

import dev.zoomkit.spec.reader.SourceFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rules about schemas that are made of others: each has to make one class, or one value. */
enum CompositionRules implements HouseRule {
  /** What a schema is made of leads back to no schema, and gives each property one type. */
  COMPOSITION(CompositionRules::composition),
  /** Objects are united with objects; of other values, only those that one type can hold. */
  UNION(CompositionRules::union);

  private static final Set<Set<String>> ONE_TYPE =
      Set.of(
          Set.of("array", "object"),
          Set.of("object", "string"),
          Set.of("string date", "string date-time"));

  private final Look look;

  CompositionRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static void composition(Description description, Report report) {
    List<Spot> circular = description.circularSchemas();
    circular.forEach(schema -> report.add(schema, "is made of itself"));
    if (circular.isEmpty()) {
      description.spots(Description.Kind.SCHEMAS).stream()
          .filter(Spot::isWholeFile)
          .forEach(schema -> oneType(schema, description, report));
    }
  }

  private static void oneType(Spot schema, Description description, Report report) {
    Map<String, String> types = new TreeMap<>();
    for (Spot part : description.parts(schema)) {
      for (Spot property : part.at("properties").children()) {
        String type = typeOf(property, description);
        String other = types.putIfAbsent(property.key(), type);
        boolean known = !description.gap(property).exists();
        if (known && other != null && !other.equals(type)) {
          report.add(
              schema,
              "its parts give %s the types %s and %s".formatted(property.key(), other, type));
        }
      }
    }
  }

  /** The name of a schema that is a class, or the plain type of anything else. */
  private static String typeOf(Spot value, Description description) {
    for (Spot part : description.parts(value)) {
      if (part.isWholeFile() && (part.has("enum") || isObject(part, description))) {
        return SourceFiles.nameOf(part.file());
      }
    }
    Spot items = description.keyword(value, "items");
    return items.exists() && !items.isGap()
        ? "list of " + typeOf(items, description)
        : plain(value, description);
  }

  private static void union(Description description, Report report) {
    for (Spot schema : description.spots(Description.Kind.SCHEMAS)) {
      for (String key : List.of("oneOf", "anyOf")) {
        Set<String> kinds = new TreeSet<>();
        boolean known = true;
        for (Spot variant : schema.at(key).children()) {
          known &= !description.gap(variant).exists();
          boolean code = description.keyword(variant, "enum").exists();
          kinds.add(
              isObject(variant, description)
                  ? "object"
                  : code ? "enumeration" : plain(variant, description));
        }
        boolean plain = !schema.has("properties") && !schema.has("allOf");
        boolean objects = Set.of("object").containsAll(kinds);
        if (known && !objects && !(plain && ONE_TYPE.contains(kinds))) {
          report.add(schema, key + ": no type holds " + String.join(", ", kinds));
        }
      }
    }
  }

  private static boolean isObject(Spot schema, Description description) {
    return description.isOf("object", schema)
        || description.parts(schema).stream().anyMatch(part -> part.has("properties"));
  }

  private static String plain(Spot value, Description description) {
    String type = description.keyword(value, "type").node().asText();
    return (type + " " + description.keyword(value, "format").node().asText()).strip();
  }
}
