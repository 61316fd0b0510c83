package dev.zoomkit.generator.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The arguments of an operation's methods, in the one order that they all have: the path, the
 * required query, the body, the optional values.
 */
public final class Signature {
  /** One argument of the Retrofit method, and how the query object's values become it. */
  public record Argument(String declaration, String name, boolean optional, String fromOptions) {}

  private static final String ANNOTATION = "dev.zoomkit.annotation.";
  private static final String RUNTIME = "dev.zoomkit.runtime.";
  private static final String HTTP = "retrofit2.http.";
  private static final String NULLABLE = "org.jspecify.annotations.Nullable";

  private final Operation operation;
  private final Set<String> imports;

  /**
   * Of an operation.
   *
   * @param imports takes the classes that the arguments name
   */
  public Signature(Operation operation, Set<String> imports) {
    this.operation = operation;
    this.imports = imports;
  }

  /** The arguments of the Retrofit method. */
  public List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    operation.pathParameters().forEach(parameter -> arguments.add(path(parameter)));
    operation.requiredQuery().forEach(parameter -> arguments.add(query(parameter, false)));
    if (operation.body() != null && operation.body().isMultipart()) {
      operation.body().files().forEach(file -> arguments.add(file()));
      operation.body().texts().stream()
          .filter(Property::required)
          .forEach(text -> arguments.add(text(text, false)));
    } else if (operation.body() != null) {
      arguments.add(body(operation.body().json()));
    }
    operation.optionalQuery().forEach(parameter -> arguments.add(query(parameter, true)));
    operation.optionalTexts().forEach(text -> arguments.add(text(text, true)));
    return arguments;
  }

  private Argument path(Operation.Parameter parameter) {
    use(HTTP + "Path", parameter.type());
    String declaration =
        role(parameter)
            + "@Path("
            + Literals.string(parameter.value().wireName())
            + ") "
            + parameter.type().required()
            + " "
            + parameter.name();
    return new Argument(declaration, parameter.name(), false, parameter.name());
  }

  private String role(Operation.Parameter parameter) {
    String annotation =
        switch (parameter.role()) {
          case ACCOUNT -> "AccountPath";
          case USER -> "UserPath";
          case UUID -> "UuidPath";
          case OTHER -> "";
        };
    if (annotation.isEmpty()) {
      return "";
    }
    imports.add(ANNOTATION + annotation);
    boolean me = parameter.acceptsMe() && parameter.role() != Operation.Role.UUID;
    return "@" + annotation + (me ? "(acceptsMe = true) " : " ");
  }

  private Argument query(Operation.Parameter parameter, boolean optional) {
    String name = parameter.name();
    JavaType type = parameter.type();
    String value = operation.optionsName() + "." + name + "()";
    String declared = optional ? type.name() : type.required();
    if (parameter.commas()) {
      use(HTTP + "Query", type.item());
      imports.add(RUNTIME + "Csv");
      declared = "Csv<" + type.item().name() + ">";
      value = "Csv.ofNullable(" + value + ")";
    } else {
      use(HTTP + "Query", type);
    }
    String start = "@Query(" + Literals.string(parameter.value().wireName()) + ") ";
    return new Argument(
        start + nullable(optional) + declared + " " + name,
        name,
        optional,
        optional ? value : name);
  }

  private Argument file() {
    Property file = operation.body().files().get(0);
    imports.add(HTTP + "Part");
    imports.add("okhttp3.MultipartBody");
    return new Argument("@Part MultipartBody.Part " + file.name(), file.name(), false, file.name());
  }

  private Argument text(Property text, boolean optional) {
    imports.add(HTTP + "Part");
    imports.add("okhttp3.RequestBody");
    if (optional) {
      imports.add(RUNTIME + "Parts");
    }
    return new Argument(
        "@Part("
            + Literals.string(text.wireName())
            + ") "
            + nullable(optional)
            + "RequestBody "
            + text.name(),
        text.name(),
        optional,
        optional
            ? "Parts.text(" + operation.optionsName() + "." + text.name() + "())"
            : text.name());
  }

  private Argument body(JavaType type) {
    use(HTTP + "Body", type);
    return new Argument("@Body " + type.name() + " request", "request", false, "request");
  }

  private String nullable(boolean optional) {
    if (optional) {
      imports.add(NULLABLE);
    }
    return optional ? "@Nullable " : "";
  }

  private void use(String annotation, JavaType type) {
    imports.add(annotation);
    imports.addAll(type.imports());
  }
}
