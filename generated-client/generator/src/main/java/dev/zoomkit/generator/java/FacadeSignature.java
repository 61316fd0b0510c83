package dev.zoomkit.generator.java;

import dev.zoomkit.generator.java.ApiOperation.Role;
import java.util.ArrayList;
import java.util.List;

/** The required arguments of a facade's method, and the values that they give the Retrofit call. */
public final class FacadeSignature {
  private FacadeSignature() {}

  /**
   * A required argument.
   *
   * @param name its name; empty where the facade knows the value
   * @param value what the Retrofit method takes of it
   * @param checked whether null is refused
   */
  public record Argument(String type, String name, String value, String doc, boolean checked) {}

  /** One list of arguments, or two where a path parameter takes a number or a UUID. */
  public static List<List<Argument>> overloads(ApiOperation operation) {
    boolean uuid = operation.pathParameters().stream().anyMatch(value -> value.role() == Role.UUID);
    return uuid
        ? List.of(arguments(operation, true), arguments(operation, false))
        : List.of(arguments(operation, false));
  }

  private static List<Argument> arguments(ApiOperation operation, boolean numbers) {
    List<Argument> arguments = new ArrayList<>();
    operation.pathParameters().forEach(parameter -> arguments.add(path(parameter, numbers)));
    for (ApiOperation.Parameter parameter : operation.requiredQuery()) {
      String name = parameter.name();
      arguments.add(plain(parameter.value(), parameter.commas() ? "Csv.of(" + name + ")" : name));
    }
    ApiOperation.Body body = operation.body();
    if (body != null && body.isMultipart()) {
      Property file = body.files().get(0);
      String part = "file.part(" + Literals.string(file.wireName()) + ")";
      arguments.add(new Argument("Upload", "file", part, file.doc(), true));
      body.texts().stream()
          .filter(Property::required)
          .forEach(text -> arguments.add(plain(text, "Parts.text(" + text.name() + ")")));
    } else if (body != null) {
      arguments.add(new Argument(body.json().name(), "request", "request", "what to send", true));
    }
    return arguments;
  }

  private static Argument path(ApiOperation.Parameter parameter, boolean numbers) {
    String name = parameter.name();
    String doc = parameter.value().doc();
    return switch (parameter.role()) {
      case ACCOUNT -> new Argument("", "", "calls.accountId()", "", false);
      case USER, USER_ID -> {
        String user = name.replaceFirst("Id$", "");
        yield new Argument("UserRef", user, user + ".value()", doc, true);
      }
      case UUID -> {
        String either = name.endsWith("Id") ? name + "OrUuid" : name;
        yield numbers
            ? new Argument("long", name, "Long.toString(" + name + ")", doc, false)
            : new Argument("String", either, either, doc, true);
      }
      case OTHER -> plain(parameter.value(), name);
    };
  }

  private static Argument plain(Property value, String expression) {
    JavaType type = value.type();
    boolean checked = type.primitive() == null;
    return new Argument(type.required(), value.name(), expression, value.doc(), checked);
  }
}
