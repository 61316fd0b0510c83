package dev.zoomkit.generator;

import dev.zoomkit.generator.Operation.Answer;
import dev.zoomkit.generator.Operation.AnswerKind;
import dev.zoomkit.generator.Operation.Body;
import dev.zoomkit.generator.Operation.Parameter;
import dev.zoomkit.generator.Operation.Role;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openapitools.codegen.utils.ModelUtils;

/** Reads the operations of the description. */
final class Operations {
  private static final Pattern PATH_VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final String JSON = "application/json";
  private static final String MULTIPART = "multipart/form-data";

  /** Names of variables in the methods of the facade. */
  private static final Set<String> TAKEN =
      Set.of("api", "calls", "file", "first", "number", "parts", "query", "request", "token");

  private final OpenAPI openApi;
  private final Types types;
  private final Prose prose;
  private final Problems problems;
  private final Extensions extensions;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> answerSchemas = new TreeSet<>();

  Operations(OpenAPI openApi, Types types, Prose prose, Problems problems) {
    this.openApi = openApi;
    this.types = types;
    this.prose = prose;
    this.problems = problems;
    this.extensions = new Extensions(prose, problems);
  }

  /** All operations by their ids. */
  List<Operation> read() {
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
  Set<String> answerSchemas() {
    return answerSchemas;
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
        Parameter read = parameter(parameter, where);
        if ("path".equals(parameter.getIn())) {
          inPath.put(parameter.getName(), read);
        } else if (read.value().required()) {
          required.add(read);
        } else {
          optional.add(read);
        }
      }
    }
    Body body = body(operation.getRequestBody(), where);
    Answer answer = answer(operation, where);
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
            body,
            answer,
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

  private Parameter parameter(
      io.swagger.v3.oas.models.parameters.Parameter parameter, String operation) {
    String where = operation + ", parameter " + parameter.getName();
    String in = parameter.getIn();
    if (!"path".equals(in) && !"query".equals(in)) {
      problems.add(where, "it stands in the " + in, "Only path and query parameters are generated");
    }
    if (parameter.getContent() != null) {
      problems.add(where, "its value has a media type", "Give it a schema instead of content");
    }
    Schema<?> schema = parameter.getSchema();
    JavaType type = types.of(schema, where);
    boolean isList = type.item() != null;
    if (types.schemas().containsKey(type.name()) && types.isObject(types.schemas().get(type.name()))
        || type.kind() == JavaType.Kind.MAP) {
      problems.add(
          where,
          "an object in the " + in,
          "Neither deepObject nor any other style of it is generated: make each property a"
              + " parameter");
    }
    String style = parameter.getStyle() == null ? "form" : parameter.getStyle().toString();
    if ("query".equals(in) && !style.equals("form")) {
      problems.add(
          where, "the style " + style, "Use form, with explode: false for one value with commas");
    }
    if ("path".equals(in) && isList) {
      problems.add(where, "a list in the path", "Describe it as a string");
    }
    Role role = role(extension(parameter.getExtensions(), "x-zoom-param"), where);
    if (role != Role.OTHER && !type.name().equals("String")) {
      problems.add(where, "x-zoom-param on a value of type " + type.name(), "Make it a string");
    }
    boolean required = Boolean.TRUE.equals(parameter.getRequired());
    List<String> docs = new ArrayList<>(prose.paragraphs(parameter.getDescription()));
    Schema<?> shown = schema == null ? new Schema<>() : schema;
    if (docs.isEmpty()) {
      docs.addAll(prose.paragraphs(types.resolved(shown).getDescription()));
    }
    docs.add(Limits.of(shown, types));
    Property value =
        new Property(
            parameter.getName(),
            Property.javaName(parameter.getName(), shown),
            type,
            required,
            false,
            Boolean.TRUE.equals(parameter.getDeprecated()),
            Property.isSecret(parameter.getName(), shown, type),
            docs.stream().filter(text -> !text.isBlank()).toList());
    return new Parameter(
        value,
        role,
        Boolean.TRUE.equals(extension(parameter.getExtensions(), "x-zoom-accepts-me")),
        isList && Boolean.FALSE.equals(parameter.getExplode())
            || schema != null && Types.isMarked(schema, Types.COMMA_SEPARATED));
  }

  private Role role(Object role, String where) {
    if (role == null) {
      return Role.OTHER;
    }
    for (Role known : Role.values()) {
      if (known != Role.OTHER && known.name().equalsIgnoreCase(role.toString())) {
        return known;
      }
    }
    problems.add(where, "x-zoom-param: " + role, "Use account, user or uuid");
    return Role.OTHER;
  }

  private static Object extension(Map<String, Object> extensions, String key) {
    return extensions == null ? null : extensions.get(key);
  }

  private Body body(RequestBody declared, String operation) {
    if (declared == null) {
      return null;
    }
    RequestBody body = ModelUtils.getReferencedRequestBody(openApi, declared);
    String where = operation + ", body";
    Content content = body.getContent();
    if (content == null || content.size() != 1) {
      problems.add(
          where,
          (content == null ? 0 : content.size()) + " media types",
          "Give it one: " + JSON + " or " + MULTIPART);
      return null;
    }
    String mediaType = content.keySet().iterator().next();
    Schema<?> schema = content.get(mediaType).getSchema();
    boolean required = !Boolean.FALSE.equals(body.getRequired());
    if (mediaType.equals(JSON)) {
      return new Body(types.of(schema, where), required, List.of(), List.of());
    }
    if (!mediaType.equals(MULTIPART)) {
      problems.add(where, "the media type " + mediaType, "Use " + JSON + " or " + MULTIPART);
      return null;
    }
    return multipart(schema, where);
  }

  private Body multipart(Schema<?> schema, String where) {
    Schema<?> actual = types.resolved(schema);
    Shape shape = Shape.of(where, "", actual, types, problems);
    List<Property> files = new ArrayList<>();
    List<Property> texts = new ArrayList<>();
    shape
        .properties()
        .forEach(
            (name, part) -> {
              String place = where + ", part " + name;
              boolean required = shape.required().contains(name);
              if ("binary".equals(types.resolved(part).getFormat())) {
                files.add(file(name, part, required));
              } else {
                Property text = Property.of(name, part, required, types, prose, place);
                if (text.type().kind() != JavaType.Kind.VALUE) {
                  problems.add(place, "a list or a map in a part", "Describe it as a string");
                }
                texts.add(text);
              }
            });
    if (files.size() != 1) {
      problems.add(where, files.size() + " files in one multipart body", "Describe exactly one");
    }
    return new Body(null, true, files, texts);
  }

  private Property file(String name, Schema<?> schema, boolean required) {
    Schema<?> text = new Schema<>().type("string");
    text.setDescription(schema.getDescription());
    text.setExtensions(schema.getExtensions());
    Property property = Property.of(name, text, required, types, prose, name);
    List<String> docs = new ArrayList<>(property.docs());
    docs.add(extensions.fileLimits(schema));
    return new Property(
        name, property.name(), property.type(), required, false, false, false, docs);
  }

  private Answer answer(io.swagger.v3.oas.models.Operation operation, String where) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    operation
        .getResponses()
        .forEach(
            (status, declared) -> {
              ApiResponse response = ModelUtils.getReferencedApiResponse(openApi, declared);
              String place = where + ", answer " + status;
              if (status.startsWith("2")) {
                answers.put(status, answer(response, place));
              } else if (response.getContent() != null) {
                response.getContent().values().forEach(media -> answerType(media, place));
              }
            });
    List<Answer> withBody =
        answers.values().stream().filter(answer -> answer.kind() != AnswerKind.NOTHING).toList();
    if (answers.isEmpty()) {
      problems.add(where, "no answer of a success", "Add a 2xx response");
    }
    if (withBody.stream().map(Answer::type).distinct().count() > 1) {
      problems.add(
          where,
          "several answers of a success with different bodies",
          "Give them one schema with the properties of all");
    }
    if (!withBody.isEmpty()) {
      return withBody.get(0);
    }
    return answers.isEmpty()
        ? new Answer(AnswerKind.NOTHING, null, "")
        : answers.values().iterator().next();
  }

  private Answer answer(ApiResponse response, String where) {
    String description = prose.line(response.getDescription());
    Content content = response.getContent();
    if (content == null || content.isEmpty()) {
      return new Answer(AnswerKind.NOTHING, null, description);
    }
    MediaType json = content.get(JSON);
    if (json == null || content.size() > 1) {
      return new Answer(AnswerKind.BYTES, null, description);
    }
    return new Answer(AnswerKind.JSON, answerType(json, where), description);
  }

  private JavaType answerType(MediaType media, String where) {
    JavaType type = types.of(media.getSchema(), where);
    if (type.schema() != null) {
      answerSchemas.add(type.schema());
    }
    return type;
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
