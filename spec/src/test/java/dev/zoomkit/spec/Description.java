package dev.zoomkit.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import dev.zoomkit.spec.reader.OpenApiDocument;
import dev.zoomkit.spec.reader.SourceFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The description, ready for the rules: its files, the bundle, and each spot of the bundle by what
 * it is. A spot knows the source file it comes from. How references and compositions are followed
 * is the reader's; see {@link OpenApiDocument}.
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
  private final OpenApiDocument document;
  private final SourceFiles origins;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Spot> components = new LinkedHashMap<>();
  private final Map<Kind, List<Spot>> spots = new TreeMap<>();

  private Description(Sources sources) {
    this.sources = sources;
    this.bundle = Bundler.bundle(sources);
    this.document = new OpenApiDocument(bundle.document());
    Map<String, String> files = componentFiles();
    this.origins = new SourceFiles(files, bundle.operationFiles());
    files.keySet().forEach(component -> components.put(component, spot(place(component))));
    for (Kind kind : Kind.values()) {
      spots.put(kind, new ArrayList<>());
    }
    collect();
  }

  /** The file of each component that the bundle has, in the order of the files. */
  private Map<String, String> componentFiles() {
    Map<String, String> files = new LinkedHashMap<>();
    for (String file : sources.files().keySet()) {
      String component = SourceFiles.componentOf(file);
      if (component != null && !place(component).node().isMissingNode()) {
        files.putIfAbsent(component, file);
      }
    }
    return files;
  }

  /** Where a component stands in the bundle. */
  private Found place(String component) {
    String[] names = component.split("/");
    return document.root().to("components").to(names[0]).to(names[1]);
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
    return new Spot(file, List.of(), new Found("", sources.files().get(file)));
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
    return spot(document.root());
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
    return spot.isReference() ? spot(document.follow(spot.found())) : spot;
  }

  /** A place of the bundle as one of the source that it comes from. */
  private Spot spot(Found found) {
    SourceFiles.Origin origin = origins.of(found.pointer());
    return new Spot(origin.file(), origin.path(), found);
  }

  /** The parameters of an operation, references resolved; gaps are among them. */
  List<Spot> parameters(Spot operation) {
    return document.parameters(operation.found()).stream().map(this::spot).toList();
  }

  /** The responses of success of an operation, references as such. */
  List<Spot> successes(Spot operation) {
    return OpenApiDocument.successes(operation.found()).stream().map(this::spot).toList();
  }

  /** A schema and all the schemas it is composed of, references resolved; gaps are among them. */
  List<Spot> parts(Spot schema) {
    return document.parts(schema.found()).stream().map(part -> spot(part.at())).toList();
  }

  /**
   * The schemas that are made of themselves, by composition or as a list: no value is like that.
   */
  List<Spot> circularSchemas() {
    return spots.get(Kind.SCHEMAS).stream()
        .filter(Spot::isWholeFile)
        .filter(schema -> document.isMadeOfItself(schema.found()))
        .toList();
  }

  /** The properties of an object by name, with those of everything that it is composed of. */
  Map<String, Spot> members(Spot schema) {
    Map<String, Spot> members = new LinkedHashMap<>();
    document.members(schema.found()).forEach((name, member) -> members.put(name, spot(member)));
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
    Found value = document.keyword(schema.found(), keyword);
    return value.node().isMissingNode() ? gap(schema) : spot(value);
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
    for (OpenApiDocument.Place place : document.operations()) {
      Spot spot = spot(place.at());
      if (spot.isWholeFile() && !spot.node().isEmpty()) {
        operations.add(new Operation(this, place.path(), place.method(), spot));
        operation(spot);
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
