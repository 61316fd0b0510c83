package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI description that the mock plays: its operations, and its schemas by JSON pointer,
 * compiled when first used. Thread-safe; one instance serves every mock of a JVM.
 */
public final class ApiDescription {
  /** Where the description's jar has its bundle. */
  private static final String RESOURCE = "dev/zoomkit/spec/zoom.json";

  private static @Nullable ApiDescription bundle;

  private final JsonNode document;
  private final OpenApiDocument tree;
  private final Map<String, DescribedOperation> operations = new LinkedHashMap<>();
  private final Map<String, MergedSchema> merged = new ConcurrentHashMap<>();
  private final Validators validators;

  public ApiDescription(JsonNode document) {
    this.document = document;
    this.tree = new OpenApiDocument(document);
    this.validators = new Validators(document);
    for (OpenApiDocument.Place place : tree.operations()) {
      if (OpenApiDocument.METHODS.contains(place.method())) {
        Found at = whole(tree.follow(place.at()));
        DescribedOperation operation =
            new DescribedOperation(this, at, place.path(), place.method());
        operations.put(operation.id(), operation);
      }
    }
  }

  /**
   * The bundle on the class path or module path, read once.
   *
   * @throws IllegalStateException if there is no bundle, or it is no JSON
   * @throws IllegalArgumentException if it refers to what it does not have
   */
  public static synchronized ApiDescription onClassPath() {
    if (bundle == null) {
      bundle = read();
    }
    return bundle;
  }

  /**
   * The bundle on the class path or module path, with an overlay over it.
   *
   * @throws OverlayException if the overlay is none, or does not fit the bundle
   */
  public static ApiDescription onClassPath(Path overlay) {
    JsonNode document = onClassPath().document();
    return new ApiDescription(Overlay.read(overlay).apply(document, RESOURCE).document());
  }

  /** The whole of it; not to be changed. */
  public JsonNode document() {
    return document;
  }

  public List<DescribedOperation> operations() {
    return List.copyOf(operations.values());
  }

  /**
   * An operation by its id.
   *
   * @throws IllegalArgumentException if the description has none of that id
   */
  public DescribedOperation operation(String id) {
    Typos.refuse("operation", id, operations.keySet());
    return operations.get(id);
  }

  /** Every scope that an operation asks for. */
  public Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    for (DescribedOperation operation : operations.values()) {
      scopes.addAll(operation.everyScope());
    }
    return scopes;
  }

  /**
   * Scopes, if operations ask for all of them.
   *
   * @throws IllegalArgumentException if there is one that none asks for
   */
  public Set<String> known(Set<String> scopes) {
    Set<String> known = scopes();
    scopes.forEach(scope -> Typos.refuse("scope", scope, known));
    return scopes;
  }

  /**
   * The example of a path parameter: the first that an operation has.
   *
   * @throws IllegalArgumentException if no operation has such a path parameter with an example
   */
  public String exampleInPath(String name) {
    Map<String, String> examples = new LinkedHashMap<>();
    for (DescribedOperation operation : operations.values()) {
      for (Parameter parameter : operation.parameters()) {
        if (parameter.inPath() && !parameter.example().isEmpty()) {
          examples.putIfAbsent(parameter.name(), parameter.example());
        }
      }
    }
    Typos.refuse("example of a path parameter", name, examples.keySet());
    return examples.get(name);
  }

  /** The circumstances that lead to an error of any operation. */
  public Set<String> circumstances() {
    Set<String> circumstances = new TreeSet<>();
    for (DescribedOperation operation : operations.values()) {
      operation.errors().forEach(error -> circumstances.addAll(error.when()));
    }
    return circumstances;
  }

  MergedSchema schema(Found at) {
    MergedSchema known = merged.get(at.pointer());
    if (known == null) {
      known = new MergedSchema(this, at);
      merged.put(at.pointer(), known);
    }
    return known;
  }

  /**
   * What names, one within the other, lead to from a node once references are followed.
   *
   * @throws IllegalArgumentException if they lead to nothing
   */
  public Found within(Found outer, String... names) {
    return whole(tree.within(outer, names));
  }

  /**
   * The parameters of an operation, references followed.
   *
   * @throws IllegalArgumentException if one leads to nothing
   */
  public List<Found> parameters(Found operation) {
    List<Found> parameters = tree.parameters(operation);
    for (Found parameter : parameters) {
      whole(parameter);
    }
    return parameters;
  }

  /** The schemas that one is composed of, itself the first. */
  List<OpenApiDocument.Part> parts(Found schema) {
    List<OpenApiDocument.Part> parts = tree.parts(schema);
    for (OpenApiDocument.Part part : parts) {
      whole(part.at());
    }
    return parts;
  }

  /** What is neither missing nor a reference that leads nowhere. */
  private Found whole(Found found) {
    Found end = found.isReference() ? tree.target(found) : found;
    if (end.node().isMissingNode()) {
      throw new IllegalArgumentException("The description has nothing at " + end.pointer() + ".");
    }
    return end;
  }

  /** What is wrong with a value, by the schema at a pointer; empty where it is valid. */
  public List<FieldProblem> problems(String pointer, JsonNode value) {
    Set<FieldProblem> problems = new LinkedHashSet<>();
    for (com.networknt.schema.Error error : validators.at(pointer).validate(value)) {
      String within = error.getProperty() == null ? "" : "/" + error.getProperty();
      String field = dotted(error.getInstanceLocation() + within);
      problems.add(new FieldProblem(field, message(error)));
    }
    return List.copyOf(problems);
  }

  private String message(com.networknt.schema.Error error) {
    return switch (error.getKeyword()) {
      case "format" -> "has to be of the format " + error.getArguments()[0];
      case "additionalProperties" ->
          "is not known" + Typos.hint(error.getProperty(), beside(error));
      default -> error.getMessage();
    };
  }

  /** The properties of the schema that has none of the name that was given. */
  private List<String> beside(com.networknt.schema.Error error) {
    String keyword = error.getSchemaLocation().getFragment().toString();
    String schema = keyword.substring(0, keyword.lastIndexOf('/'));
    List<String> names = new ArrayList<>();
    document.at(schema + "/properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String dotted(String pointer) {
    return pointer.isEmpty() ? "" : unescape(pointer.substring(1).replace('/', '.'));
  }

  /** A name as a part of a JSON pointer. */
  static String escape(String name) {
    boolean plain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
    return plain ? name : name.replace("~", "~0").replace("/", "~1");
  }

  /** The name that a part of a JSON pointer stands for. */
  static String unescape(String part) {
    return part.indexOf('~') < 0 ? part : part.replace("~1", "/").replace("~0", "~");
  }

  /**
   * A component by its kind and name.
   *
   * @param kind such as {@code schemas}
   * @throws IllegalArgumentException if there is none
   */
  public Found component(String kind, String name) {
    return within(tree.root(), "components", kind, name);
  }

  /** A node of the description and the pointer that leads straight to it. */
  public record Found(String pointer, JsonNode node) {

    /** What stands right below it, a reference as such; a missing node where there is nothing. */
    public Found to(String name) {
      return new Found(pointer + '/' + escape(name), OpenApiDocument.child(node, name));
    }

    /** The entries of a mapping or the items of an array; nothing below any other node. */
    public List<Found> children() {
      if (node.isEmpty()) {
        return List.of();
      }
      List<Found> children = new ArrayList<>();
      for (var entry : node.properties()) {
        children.add(new Found(pointer + '/' + escape(entry.getKey()), entry.getValue()));
      }
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        children.add(new Found(pointer + '/' + i, node.get(i)));
      }
      return children;
    }

    /** The last name of the pointer; empty for the whole of the document. */
    public String name() {
      return unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    public boolean isReference() {
      return node.has("$ref");
    }
  }

  /** What is wrong with one field; the field is empty where the value as a whole is meant. */
  public record FieldProblem(String field, String message) {
    @Override
    public String toString() {
      return field.isEmpty() ? message : field + ": " + message;
    }
  }

  private static ApiDescription read() {
    // By the class loader: a class of a named module looks no further than its own module.
    ClassLoader loader = ApiDescription.class.getClassLoader();
    try (InputStream json = loader.getResourceAsStream(RESOURCE)) {
      if (json == null) {
        throw new IllegalStateException(
            "There is no " + RESOURCE + "; add zoomkit-spec to the class path or module path.");
      }
      return new ApiDescription(JsonText.read(json));
    } catch (JsonProcessingException broken) {
      JsonLocation at = broken.getLocation();
      String where =
          at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new IllegalStateException(
          RESOURCE + " is no JSON" + where + ": " + broken.getOriginalMessage(), broken);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
