package dev.zoomkit.generator.java;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of an operation's Retrofit method, in the order that all methods have: the path,
 * the required query, the body, the optional values.
 */
public final class RetrofitSignature {
  private final ApiOperation operation;
  private final String options;

  private RetrofitSignature(ApiOperation operation, String options) {
    this.operation = operation;
    this.options = options;
  }

  /**
   * One argument.
   *
   * @param annotations what Retrofit and the client read
   * @param optional whether it may be null
   * @param fromOptions the expression of its value where the optional values are in one object
   */
  public record Argument(
      String annotations, String type, String name, boolean optional, String fromOptions) {

    private static Argument required(String annotations, String type, String name) {
      return new Argument(annotations, type, name, false, name);
    }

    /** Its type, as a link in Javadoc names it. */
    public String erasedType() {
      return type.replaceAll("<.*>", "");
    }
  }

  /** The arguments of an operation, whose optional values are in the variable of that name. */
  public static List<Argument> of(ApiOperation operation, String options) {
    return new RetrofitSignature(operation, options).arguments();
  }

  private List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    operation.pathParameters().forEach(parameter -> arguments.add(path(parameter)));
    operation.requiredQuery().forEach(parameter -> arguments.add(query(parameter, false)));
    ApiOperation.Body body = operation.body();
    if (body != null && body.isMultipart()) {
      String file = body.files().get(0).name();
      arguments.add(Argument.required(limits(body.limits()) + "@Part", "MultipartBody.Part", file));
      body.texts().stream()
          .filter(Property::required)
          .forEach(
              text -> arguments.add(Argument.required(part(text), "RequestBody", text.name())));
    } else if (body != null) {
      arguments.add(Argument.required("@Body", body.json().name(), "request"));
    }
    operation.optionalQuery().forEach(parameter -> arguments.add(query(parameter, true)));
    operation.optionalTexts().forEach(text -> arguments.add(optional(text)));
    return arguments;
  }

  private static String limits(ApiOperation.FileLimits limits) {
    return limits == null
        ? ""
        : "@FileLimits(maxMegabytes = %d, types = %s) "
            .formatted(limits.maxMegabytes(), Literals.strings(limits.types()));
  }

  private static Argument path(ApiOperation.Parameter parameter) {
    String me = parameter.acceptsMe() ? "(acceptsMe = true)" : "";
    String role =
        switch (parameter.role()) {
          case ACCOUNT -> "@AccountPath" + me;
          case USER -> "@UserPath" + me;
          case USER_ID -> "@UserPath(idOnly = true)";
          case UUID -> "@UuidPath";
          case OTHER -> "";
        };
    String annotations = role + " @Path(" + Literals.string(parameter.value().wireName()) + ")";
    return Argument.required(annotations, parameter.type().required(), parameter.name());
  }

  private Argument query(ApiOperation.Parameter parameter, boolean optional) {
    String name = parameter.name();
    String secret = parameter.value().secret() ? "@Secret " : "";
    String annotations = secret + "@Query(" + Literals.string(parameter.value().wireName()) + ")";
    String type = optional ? parameter.type().name() : parameter.type().required();
    String value = options + "." + name + "()";
    if (parameter.commas()) {
      type = "Csv<" + parameter.type().item().name() + ">";
      value = "Csv.ofNullable(" + value + ")";
    }
    return new Argument(annotations, type, name, optional, optional ? value : name);
  }

  private Argument optional(Property text) {
    String value = "Parts.text(" + options + "." + text.name() + "())";
    return new Argument(part(text), "RequestBody", text.name(), true, value);
  }

  private static String part(Property text) {
    return "@Part(" + Literals.string(text.wireName()) + ")";
  }
}
