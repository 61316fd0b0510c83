package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Operation;
import dev.zoomkit.generator.java.Operation.Role;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.Prose;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the parameters of operations: those of the path and of the query. */
public final class Parameters {
  private final Types types;
  private final Prose prose;
  private final Problems problems;

  public Parameters(Types types, Prose prose, Problems problems) {
    this.types = types;
    this.prose = prose;
    this.problems = problems;
  }

  /** Reads a parameter of an operation. */
  public Operation.Parameter read(Parameter parameter, String operation) {
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
            null,
            docs.stream().filter(text -> !text.isBlank()).toList());
    return new Operation.Parameter(
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
}
