package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Operation;
import dev.zoomkit.generator.java.Operation.Parameter;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.Prose;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openapitools.codegen.utils.ModelUtils;

/** Reads the operations of the description. */
public final class Operations {
  private static final Pattern PATH_VARIABLE = Pattern.compile("\\{([^}]+)}");

  /** Names of variables in the methods of the facade. */
  private static final Set<String> TAKEN =
      Set.of("api", "calls", "file", "first", "number", "parts", "query", "request", "token");

  private final OpenAPI openApi;
  private final Prose prose;
  private final Problems problems;
  private final Extensions extensions;
  private final Parameters parameters;
  private final Bodies bodies;
  private final Answers answers;
  private final Set<String> ids = new HashSet<>();

  public Operations(OpenAPI openApi, Types types, Prose prose, Problems problems) {
    this.openApi = openApi;
    this.prose = prose;
    this.problems = problems;
    this.extensions = new Extensions(prose, problems);
    this.parameters = new Parameters(types, prose, problems);
    this.bodies = new Bodies(openApi, types, prose, extensions, problems);
    this.answers = new Answers(openApi, types, prose, problems);
  }

  /** All operations by their ids. */
  public List<Operation> read() {
    List<Operation> operations = new ArrayList<>();
    openApi
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> operations.add(read(path, method, operation))));
    operations.sort(Comparator.comparing(Operation::id));
    return operations;
  }

  /** The schemas of all answers, those of errors included. */
  public Set<String> answerSchemas() {
    return answers.schemas();
  }

  private Operation read(
      String path, PathItem.HttpMethod method, io.swagger.v3.oas.models.Operation operation) {
    String id = Objects.requireNonNullElse(operation.getOperationId(), "");
    String where = "operation " + (id.isEmpty() ? method + " " + path : id);
    if (!Names.isValue(id)) {
      problems.add(
          where,
          "`" + id + "` is no name for a method",
          "Give it an operationId in lowerCamelCase");
    }
    if (!ids.add(id)) {
      problems.add(where, "two operations have this id", "Give them two ids");
    }
    List<String> tags = Objects.requireNonNullElse(operation.getTags(), List.of());
    if (tags.size() != 1) {
      problems.add(
          where, tags.size() + " tags", "Give it exactly one: the interface it belongs to");
    }
    Map<String, Parameter> inPath = new LinkedHashMap<>();
    List<Parameter> required = new ArrayList<>();
    List<Parameter> optional = new ArrayList<>();
    if (operation.getParameters() != null) {
      for (io.swagger.v3.oas.models.parameters.Parameter declared : operation.getParameters()) {
        var parameter = ModelUtils.getReferencedParameter(openApi, declared);
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
    Operation result =
        new Operation(
            id,
            tags.isEmpty() ? "Untagged" : tags.get(0),
            method.name(),
            path.substring(1),
            docs(operation),
            Boolean.TRUE.equals(operation.getDeprecated()),
            inPathOrder(path, inPath, where),
            required,
            optional,
            bodies.read(operation.getRequestBody(), where),
            answers.read(operation.getResponses(), where),
            extensions.read(operation.getExtensions(), path, where));
    checkNames(result, where);
    return result;
  }

  private List<String> docs(io.swagger.v3.oas.models.Operation operation) {
    List<String> docs = new ArrayList<>(prose.paragraphs(operation.getDescription()));
    if (docs.isEmpty()) {
      docs.addAll(prose.paragraphs(operation.getSummary()));
    }
    return docs;
  }

  private List<Parameter> inPathOrder(String path, Map<String, Parameter> declared, String where) {
    List<Parameter> parameters = new ArrayList<>();
    Matcher matcher = PATH_VARIABLE.matcher(path);
    while (matcher.find()) {
      Parameter parameter = declared.remove(matcher.group(1));
      if (parameter == null) {
        problems.add(
            where, "the path has {" + matcher.group(1) + "}", "Add a path parameter of this name");
      } else {
        parameters.add(parameter);
      }
    }
    for (String name : declared.keySet()) {
      problems.add(
          where + ", parameter " + name,
          "the path has no {" + name + "}",
          "Take it out, or correct it");
    }
    return parameters;
  }

  private void checkNames(Operation operation, String where) {
    if (!operation.optionalQuery().isEmpty() && !operation.optionalTexts().isEmpty()) {
      problems.add(
          where,
          "optional query parameters beside optional parts of the body",
          "Make one of the two kinds required");
    }
    List<Property> arguments = new ArrayList<>();
    operation.pathParameters().forEach(parameter -> arguments.add(parameter.value()));
    operation.requiredQuery().forEach(parameter -> arguments.add(parameter.value()));
    for (Property argument : arguments) {
      if (TAKEN.contains(argument.name())) {
        problems.add(
            where + ", parameter " + argument.wireName(),
            "generated methods have another variable " + argument.name(),
            "Give it another name with " + Property.NAME);
      }
    }
    operation.optionalQuery().forEach(parameter -> arguments.add(parameter.value()));
    if (operation.body() != null) {
      arguments.addAll(operation.body().files());
      arguments.addAll(operation.body().texts());
    }
    Model.checkNames(where, "parameter", arguments, problems);
  }
}
