package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  private static final String LETTERS = "\\p{L}\\p{M}\\p{N}";
  private static final String WORD = "[" + LETTERS + "_!#$%&'*+/=?^`{|}~-]++";
  private static final String LABEL = "[" + LETTERS + "]++(-++[" + LETTERS + "]++)*+";

  /**
   * The addresses of RFC 6531, without quotes. The validator's own format takes only top-level
   * domains that were in use when it was built, and none of those that RFC 2606 reserves for tests.
   * No quantifier gives back what it took, so that long addresses cost neither time nor stack.
   */
  private static final Format EMAIL =
      PatternFormat.of(
          "email",
          "^" + WORD + "(\\." + WORD + ")*+@" + LABEL + "(\\." + LABEL + ")*+\\z",
          "format.email");

  /** The integers of OpenAPI, whose range the validator leaves open. */
  private static final List<Format> INTEGERS =
      List.of(new IntegerFormat("int32", 32), new IntegerFormat("int64", 64));

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static @Nullable ApiDescription bundle;

  private final JsonNode document;
  private final Map<String, DescribedOperation> operations = new LinkedHashMap<>();
  private final Map<String, MergedSchema> merged = new ConcurrentHashMap<>();
  private final Map<String, Schema> validators = new ConcurrentHashMap<>();
  private @Nullable Schema root;

  public ApiDescription(JsonNode document) {
    this.document = document;
    Found root = new Found("", document);
    for (var path : document.path("paths").properties()) {
      for (var entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          Found at = within(root, "paths", path.getKey(), entry.getKey());
          DescribedOperation operation =
              new DescribedOperation(this, at, path.getKey(), entry.getKey());
          operations.put(operation.id(), operation);
        }
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
    StringBuilder pointer = new StringBuilder(outer.pointer());
    JsonNode node = outer.node();
    for (String name : names) {
      pointer.append('/').append(escape(name));
      node = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
    }
    String at = pointer.toString();
    while (node.has("$ref")) {
      at = node.get("$ref").asText().substring(1);
      node = document.at(at);
    }
    if (node.isMissingNode()) {
      throw new IllegalArgumentException("The description has nothing at " + at + ".");
    }
    return new Found(at, node);
  }

  /** What is wrong with a value, by the schema at a pointer; empty where it is valid. */
  public List<FieldProblem> problems(String pointer, JsonNode value) {
    List<FieldProblem> problems = new ArrayList<>();
    for (com.networknt.schema.Error error : validator(pointer).validate(value)) {
      String field = error.getInstanceLocation().toString();
      if (error.getProperty() != null && error.getKeyword().equals("required")) {
        field += "/" + error.getProperty();
      }
      problems.add(new FieldProblem(dotted(field), error.getMessage()));
    }
    return problems;
  }

  private Schema validator(String pointer) {
    return validators.computeIfAbsent(
        pointer, at -> root().getSubSchema(SchemaLocation.Fragment.of(at)));
  }

  private synchronized Schema root() {
    if (root == null) {
      SchemaRegistryConfig config =
          SchemaRegistryConfig.builder()
              .formatAssertionsEnabled(true)
              .pathType(PathType.JSON_POINTER)
              .build();
      root =
          SchemaRegistry.withDialect(
                  Dialect.builder(Dialects.getOpenApi30()).format(EMAIL).formats(INTEGERS).build(),
                  builder -> builder.schemaRegistryConfig(config))
              .getSchema(SchemaLocation.of("https://zoomkit.dev/zoom.json"), document);
    }
    return root;
  }

  private static String dotted(String pointer) {
    return pointer.isEmpty()
        ? ""
        : pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
  }

  /** A name as a part of a JSON pointer. */
  static String escape(String name) {
    boolean plain = name.indexOf('~') < 0 && name.indexOf('/') < 0;
    return plain ? name : name.replace("~", "~0").replace("/", "~1");
  }

  /**
   * A component by its kind and name.
   *
   * @param kind such as {@code schemas}
   * @throws IllegalArgumentException if there is none
   */
  public Found component(String kind, String name) {
    return within(new Found("", document), "components", kind, name);
  }

  /** A node of the description and the pointer that leads straight to it. */
  public record Found(String pointer, JsonNode node) {

    /** What stands right below it, a reference as such; a missing node where there is nothing. */
    public Found to(String name) {
      JsonNode below = node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
      return new Found(pointer + '/' + escape(name), below);
    }
  }

  /** What is wrong with one field; the field is empty where the value as a whole is meant. */
  public record FieldProblem(String field, String message) {}

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
