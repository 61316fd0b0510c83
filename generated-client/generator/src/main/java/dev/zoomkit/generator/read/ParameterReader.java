package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.Role;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.Property.Trait;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the parameters of operations: those of the path and of the query. */
final class ParameterReader {
  private final ReaderContext context;

  ParameterReader(ReaderContext context) {
    this.context = context;
  }

  /** Reads a parameter of an operation. */
  ApiOperation.Parameter read(Parameter parameter, String operation) {
    String where = operation + ", parameter " + parameter.getName();
    String in = parameter.getIn();
    if (!"path".equals(in) && !"query".equals(in)) {
      context.problem(
          where, "it stands in the " + in, "Only path and query parameters are generated");
    }
    if (parameter.getContent() != null) {
      context.problem(where, "its value has a media type", "Give it a schema instead of content");
    }
    TypeReader types = context.types();
    Schema<?> schema = parameter.getSchema();
    JavaType type = types.of(schema, where);
    boolean isList = type.item() != null;
    if (types.schemas().containsKey(type.name())
        && types.isObject(types.schemas().get(type.name()))) {
      context.problem(
          where,
          "an object in the " + in,
          "Neither deepObject nor any other style of it is generated: make each property a"
              + " parameter");
    }
    String style = parameter.getStyle() == null ? "form" : parameter.getStyle().toString();
    if ("query".equals(in) && !style.equals("form")) {
      context.problem(
          where, "the style " + style, "Use form, with explode: false for one value with commas");
    }
    if ("path".equals(in) && isList) {
      context.problem(where, "a list in the path", "Describe it as a string");
    }
    Role role = role(extension(parameter.getExtensions(), "x-zoom-param"), where);
    if (role != Role.OTHER && !type.name().equals("String")) {
      context.problem(where, "x-zoom-param on a value of type " + type.name(), "Make it a string");
    }
    List<String> docs = new ArrayList<>(context.prose().paragraphs(parameter.getDescription()));
    Schema<?> shown = schema == null ? new Schema<>() : schema;
    if (docs.isEmpty()) {
      docs.addAll(context.prose().paragraphs(types.resolved(shown).getDescription()));
    }
    Property value =
        new Property(
            parameter.getName(),
            PropertyReader.javaName(parameter.getName(), shown),
            type,
            PropertyReader.traits(
                Map.of(
                    Trait.REQUIRED, Boolean.TRUE.equals(parameter.getRequired()),
                    Trait.DEPRECATED, Boolean.TRUE.equals(parameter.getDeprecated()),
                    Trait.SECRET, TypeReader.isMarked(shown, TypeReader.SECRET))),
            null,
            List.copyOf(docs),
            Limits.of(shown, types));
    return new ApiOperation.Parameter(
        value,
        role,
        Boolean.TRUE.equals(extension(parameter.getExtensions(), "x-zoom-accepts-me")),
        isList && Boolean.FALSE.equals(parameter.getExplode())
            || schema != null && TypeReader.isMarked(schema, TypeReader.COMMA_SEPARATED));
  }

  private Role role(Object role, String where) {
    if (role == null) {
      return Role.OTHER;
    }
    for (Role known : Role.values()) {
      if (known != Role.OTHER && known.name().equalsIgnoreCase(role.toString().replace('-', '_'))) {
        return known;
      }
    }
    context.problem(where, "x-zoom-param: " + role, "Use account, user, user-id or uuid");
    return Role.OTHER;
  }

  private static Object extension(Map<String, Object> extensions, String key) {
    return extensions == null ? null : extensions.get(key);
  }
}
