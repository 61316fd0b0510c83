package dev.zoomkit.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.SourceFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The description, ready for the rules: its files, the bundle, and each spot of the bundle by what
 * it is. A spot knows the source file it comes from.
 *
 * <p>Where the files do not fit together, the bundle has gaps. Rules look at all the rest, and
 * leave out what a gap makes unknowable.
 */
final class Description {
  /** What can stand at a spot: the kinds of components, and three things that are never shared. */
  enum Kind {
    PARAMETERS,
    HEADERS,
    RESPONSES,
    SCHEMAS,
    EXAMPLES,
    OPERATION,
    REQUEST_BODY,
    MEDIA
  }

  private static final List<String> COMPOSITIONS = List.of("allOf", "oneOf", "anyOf");

  private final Sources sources;
  private final Bundler.Bundle bundle;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Spot> components = new LinkedHashMap<>();
  private final Map<Kind, List<Spot>> spots = new TreeMap<>();

  private Description(Sources sources) {
    this.sources = sources;
    this.bundle = Bundler.bundle(sources);
    for (Kind kind : Kind.values()) {
      spots.put(kind, new ArrayList<>());
    }
    collect();
  }

  static Description of(Sources sources) {
    return new Description(sources);
  }

  /** The files by path, without those that could not be read. */
  Map<String, ObjectNode> files() {
    Map<String, ObjectNode> files = new TreeMap<>(sources.files());
    files.values().removeIf(ObjectNode::isEmpty);
    return files;
  }

  /** A file as it is written, before the bundler adds what follows. */
  Spot source(String file) {
    return new Spot(file, sources.files().get(file));
  }

  Bundler.Bundle bundle() {
    return bundle;
  }

  /** Whether the bundler has repeated a property: it is looked at where it is written. */
  boolean isRepeated(Spot property) {
    return property.path().size() == 2
        && property.path().get(0).equals("properties")
        && !source(property.file()).at("properties").has(property.key());
  }

  /** Every wording of an error: the shared ones, and those of the operations themselves. */
  List<Spot> errors() {
    List<Spot> errors = new ArrayList<>();
    for (String file : files().keySet()) {
      if (SourceFiles.isSharedError(file)) {
        errors.add(source(file));
      }
    }
    for (Operation operation : operations) {
      source(operation.spot().file()).at("x-zoom-errors").children().stream()
          .filter(error -> !error.isReference())
          .forEach(errors::add);
    }
    return errors;
  }

  /** The files of operations that the contents lack; none as long as these are not clear. */
  List<String> unlisted() {
    if (bundle.findings().stream().anyMatch(finding -> finding.file().equals(SourceFiles.ROOT))) {
      return List.of();
    }
    return files().keySet().stream()
        .filter(SourceFiles::isOperation)
        .filter(file -> !bundle.operationFiles().containsValue(file))
        .toList();
  }

  /** Whether all files fit together. If not, nobody knows what else is needed somewhere. */
  boolean isWhole() {
    return bundle.findings().isEmpty() && unlisted().isEmpty();
  }

  /** The root's spot: tags, servers, and everything else that is in no other file. */
  Spot root() {
    return new Spot(SourceFiles.ROOT, bundle.document());
  }

  List<Operation> operations() {
    return Collections.unmodifiableList(operations);
  }

  /** Every spot of a kind, references among them, whether in an operation or a component. */
  List<Spot> spots(Kind kind) {
    return Collections.unmodifiableList(spots.get(kind));
  }

  /** The components of every kind by {@code <kind>/<name>}. */
  Map<String, Spot> components() {
    return Collections.unmodifiableMap(components);
  }

  /** Where the reference at a spot leads to in the end, a gap perhaps, or the spot itself. */
  Spot resolve(Spot spot) {
    Set<String> seen = new HashSet<>();
    Spot end = spot;
    while (end.isReference() && !end.isGap()) {
      String ref = end.text("$ref");
      Spot target = components.get(ref.replace("#/components/", ""));
      if (target == null || !seen.add(ref)) {
        return spot.missing();
      }
      end = target;
    }
    return end;
  }

  /** A schema and all the schemas it is composed of, references resolved; gaps are among them. */
  List<Spot> parts(Spot schema) {
    List<Spot> parts = new ArrayList<>();
    addParts(schema, parts, new HashSet<>());
    return parts;
  }

  private void addParts(Spot schema, List<Spot> parts, Set<Spot> seen) {
    Spot whole = resolve(schema);
    if (whole.exists() && seen.add(whole)) {
      parts.add(whole);
      for (String composition : COMPOSITIONS) {
        whole.at(composition).children().forEach(part -> addParts(part, parts, seen));
      }
    }
  }

  /**
   * The schemas that are made of themselves, by composition or as a list: no value is like that.
   */
  List<Spot> circularSchemas() {
    return spots.get(Kind.SCHEMAS).stream()
        .filter(Spot::isWholeFile)
        .filter(schema -> leadsTo(schema, schema, new HashSet<>()))
        .toList();
  }

  private boolean leadsTo(Spot target, Spot schema, Set<Spot> seen) {
    List<Spot> madeOf = new ArrayList<>(List.of(schema.at("items")));
    COMPOSITIONS.forEach(composition -> madeOf.addAll(schema.at(composition).children()));
    return madeOf.stream()
        .map(this::resolve)
        .filter(Spot::exists)
        .anyMatch(part -> part.equals(target) || seen.add(part) && leadsTo(target, part, seen));
  }

  /** The properties of an object by name, with those of everything that it is composed of. */
  Map<String, Spot> members(Spot schema) {
    Map<String, Spot> members = new LinkedHashMap<>();
    for (Spot part : parts(schema)) {
      part.at("properties").children().forEach(member -> members.put(member.key(), member));
    }
    return members;
  }

  /** The first gap that a schema is composed of, or missing. */
  Spot gap(Spot schema) {
    return parts(schema).stream().filter(Spot::isGap).findFirst().orElse(schema.missing());
  }

  /**
   * The first value that a schema or anything it is composed of has for a keyword; without any, the
   * gap that may hold it, or missing.
   */
  Spot keyword(Spot schema, String keyword) {
    return parts(schema).stream()
        .map(part -> part.at(keyword))
        .filter(Spot::exists)
        .findFirst()
        .orElse(gap(schema));
  }

  /** Whether a schema is known to have a type. */
  boolean isOf(String type, Spot schema) {
    return keyword(schema, "type").node().asText().equals(type);
  }

  /** Whether a schema has a type, as far as one can know. */
  boolean mayBeOf(String type, Spot schema) {
    return isOf(type, schema) || keyword(schema, "type").isGap();
  }

  private void collect() {
    sources
        .files()
        .forEach(
            (file, tree) -> {
              String component = SourceFiles.componentOf(file);
              if (component != null) {
                JsonNode node = bundle.document().at("/components/" + component);
                if (!node.isMissingNode()) {
                  components.putIfAbsent(component, new Spot(file, node));
                }
              }
            });
    for (Spot methods : root().at("paths").children()) {
      for (Spot method : methods.children()) {
        String file = bundle.operationFiles().get(methods.key() + " " + method.key());
        if (file != null && !method.node().isEmpty()) {
          Spot spot = new Spot(file, method.node());
          operations.add(new Operation(this, methods.key(), method.key(), spot));
          operation(spot);
        }
      }
    }
    components.forEach(
        (component, spot) -> {
          switch (component.substring(0, component.indexOf('/'))) {
            case "parameters" -> parameter(spot);
            case "headers" -> header(spot);
            case "responses" -> response(spot);
            case "schemas" -> schema(spot);
            default -> add(Kind.EXAMPLES, spot);
          }
        });
  }

  private boolean add(Kind kind, Spot spot) {
    spots.get(kind).add(spot);
    return !spot.isReference();
  }

  private void operation(Spot spot) {
    add(Kind.OPERATION, spot);
    spot.at("parameters").children().forEach(this::parameter);
    Spot body = spot.at("requestBody");
    if (body.exists()) {
      add(Kind.REQUEST_BODY, body);
      body.at("content").children().forEach(this::media);
    }
    spot.at("responses").children().forEach(this::response);
  }

  private void parameter(Spot spot) {
    if (add(Kind.PARAMETERS, spot) && spot.has("schema")) {
      schema(spot.at("schema"));
    }
  }

  private void header(Spot spot) {
    if (add(Kind.HEADERS, spot) && spot.has("schema")) {
      schema(spot.at("schema"));
    }
  }

  private void response(Spot spot) {
    if (add(Kind.RESPONSES, spot)) {
      spot.at("headers").children().forEach(this::header);
      spot.at("content").children().forEach(this::media);
    }
  }

  private void media(Spot spot) {
    add(Kind.MEDIA, spot);
    if (spot.has("schema")) {
      schema(spot.at("schema"));
    }
    spot.at("examples").children().forEach(example -> add(Kind.EXAMPLES, example));
  }

  private void schema(Spot spot) {
    if (!add(Kind.SCHEMAS, spot)) {
      return;
    }
    spot.at("properties").children().stream()
        .filter(property -> !isRepeated(property))
        .forEach(this::schema);
    for (String key : COMPOSITIONS) {
      spot.at(key).children().forEach(this::schema);
    }
    if (spot.at("items").node().isObject()) {
      schema(spot.at("items"));
    }
  }
}
