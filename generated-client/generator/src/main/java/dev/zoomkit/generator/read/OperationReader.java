package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.Parameter;
import dev.zoomkit.generator.java.ApiOperation.Role;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Property;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.utils.ModelUtils;

/** Reads the operations of the description. */
final class OperationReader {
  private static final Pattern PATH_VARIABLE = Pattern.compile("\\{([^}]+)}");

  /** The sentence that announces a deprecation, and all that follows it. */
  private static final Pattern DEPRECATION =
      Pattern.compile("(?<=^|\\.\\s)Deprecated:?\\s+(.+)$", Pattern.DOTALL);

  /** Names of variables in the methods of the facade. */
  private static final Set<String> TAKEN =
      Set.of("api", "calls", "file", "number", "parts", "query", "request", "token", "values");

  private final ReaderContext context;
  private final Predicate<String> tags;
  private final ExtensionReader extensions;
  private final ParameterReader parameters;
  private final BodyReader bodies;
  private final ResponseReader responses;
  private final Set<String> ids = new HashSet<>();

  /**
   * A reader of the operations of some tags.
   *
   * @param tags says which tags to read, as their classes are named
   */
  OperationReader(ReaderContext context, Predicate<String> tags) {
    this.context = context;
    this.tags = tags;
    this.extensions = new ExtensionReader(context);
    this.parameters = new ParameterReader(context);
    this.bodies = new BodyReader(context);
    this.responses = new ResponseReader(context);
  }

  /** The operations by their ids, without those that a filter or a tag leaves out. */
  List<ApiOperation> read() {
    List<ApiOperation> operations = new ArrayList<>();
    context
        .openApi()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> {
                          if (isWanted(operation)) {
                            operations.add(read(path, method, operation));
                          }
                        }));
    operations.sort(Comparator.comparing(ApiOperation::id));
    return operations;
  }

  /**
   * False for what a filter of openapi-generator has marked, and for tags that the build leaves
   * out.
   */
  private boolean isWanted(Operation operation) {
    Map<String, Object> keys = Objects.requireNonNullElse(operation.getExtensions(), Map.of());
    return !Boolean.TRUE.equals(keys.get(CodegenConstants.X_INTERNAL))
        && (operation.getTags() == null
            || operation.getTags().isEmpty()
            || operation.getTags().stream().map(Names::typeOfTag).anyMatch(tags));
  }

  /** The schemas of all responses, those of errors included. */
  Set<String> responseSchemas() {
    return responses.schemas();
  }

  private ApiOperation read(String path, PathItem.HttpMethod method, Operation operation) {
    String id = Objects.requireNonNullElse(operation.getOperationId(), "");
    String where = "operation " + (id.isEmpty() ? method + " " + path : id);
    if (!Names.isValue(id)) {
      context.problem(
          where,
          "`" + id + "` is no name for a method",
          "Give it an operationId in lowerCamelCase");
    }
    if (Names.METHODS_OF_OBJECT.contains(id)) {
      context.problem(
          where,
          "every object has a method " + id + "() of its own",
          "Give it another operationId");
    }
    if (!ids.add(id)) {
      context.problem(where, "two operations have this id", "Give them two ids");
    }
    List<String> itsTags = Objects.requireNonNullElse(operation.getTags(), List.of());
    if (itsTags.size() != 1) {
      context.problem(
          where, itsTags.size() + " tags", "Give it exactly one: the interface it belongs to");
    }
    Map<String, Parameter> inPath = new LinkedHashMap<>();
    List<Parameter> required = new ArrayList<>();
    List<Parameter> optional = new ArrayList<>();
    if (operation.getParameters() != null) {
      for (io.swagger.v3.oas.models.parameters.Parameter declared : operation.getParameters()) {
        var parameter = ModelUtils.getReferencedParameter(context.openApi(), declared);
        Parameter read = parameters.read(parameter, where);
        if ("path".equals(parameter.getIn())) {
          inPath.put(parameter.getName(), read);
        } else if (read.value().required()) {
          required.add(read);
        } else {
          optional.add(read);
        }
      }
    }
    boolean namesAccount =
        inPath.values().stream().anyMatch(parameter -> parameter.role() == Role.ACCOUNT);
    ApiOperation result =
        new ApiOperation(
            id,
            itsTags.isEmpty() ? "Untagged" : itsTags.get(0),
            method.name(),
            path.substring(1),
            docs(operation),
            deprecation(operation),
            inPathOrder(path, inPath, where),
            required,
            optional,
            bodies.read(operation.getRequestBody(), where),
            responses.read(operation.getResponses(), where),
            extensions.read(operation.getExtensions(), path, namesAccount, where));
    checkNames(result, where);
    return result;
  }

  private List<String> docs(Operation operation) {
    String description = Objects.requireNonNullElse(operation.getDescription(), "");
    boolean deprecated = Boolean.TRUE.equals(operation.getDeprecated());
    List<String> docs =
        new ArrayList<>(
            context
                .prose()
                .paragraphs(
                    deprecated ? DEPRECATION.matcher(description).replaceFirst("") : description));
    if (docs.isEmpty()) {
      docs.addAll(context.prose().paragraphs(operation.getSummary()));
    }
    return docs;
  }

  /** The end of the description that announces it; null where the operation is not deprecated. */
  private String deprecation(Operation operation) {
    if (!Boolean.TRUE.equals(operation.getDeprecated())) {
      return null;
    }
    Matcher end = DEPRECATION.matcher(Objects.requireNonNullElse(operation.getDescription(), ""));
    return end.find()
        ? Names.capitalized(context.prose().line(end.group(1)))
        : "Zoom has deprecated it.";
  }

  private List<Parameter> inPathOrder(String path, Map<String, Parameter> declared, String where) {
    List<Parameter> inOrder = new ArrayList<>();
    for (String name : variables(path)) {
      Parameter parameter = declared.remove(name);
      if (parameter == null) {
        context.problem(where, "the path has {" + name + "}", "Add a path parameter of this name");
      } else {
        inOrder.add(parameter);
      }
    }
    for (String name : declared.keySet()) {
      context.problem(
          where + ", parameter " + name,
          "the path has no {" + name + "}",
          "Take it out, or correct it");
    }
    return inOrder;
  }

  /** The names of a path's variables, in order. */
  static List<String> variables(String path) {
    return PATH_VARIABLE.matcher(path).results().map(result -> result.group(1)).toList();
  }

  private void checkNames(ApiOperation operation, String where) {
    if (!operation.optionalQuery().isEmpty() && !operation.optionalTexts().isEmpty()) {
      context.problem(
          where,
          "optional query parameters beside optional parts of the body",
          "Make one of the two kinds required");
    }
    List<Property> arguments = new ArrayList<>();
    operation.pathParameters().forEach(parameter -> arguments.add(parameter.value()));
    operation.requiredQuery().forEach(parameter -> arguments.add(parameter.value()));
    for (Property argument : arguments) {
      if (TAKEN.contains(argument.name())) {
        context.problem(
            where + ", parameter " + argument.wireName(),
            "generated methods have another variable " + argument.name(),
            "Give it another name with " + PropertyReader.NAME);
      }
    }
    operation.optionalQuery().forEach(parameter -> arguments.add(parameter.value()));
    if (operation.body() != null) {
      arguments.addAll(operation.body().files());
      arguments.addAll(operation.body().texts());
    }
    new PropertyReader(context).checkNames(where, "parameter", arguments);
  }
}
