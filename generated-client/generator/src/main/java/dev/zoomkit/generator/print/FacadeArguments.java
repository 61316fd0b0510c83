package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Operation;
import dev.zoomkit.generator.java.Operation.Role;
import dev.zoomkit.generator.java.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The required arguments of a facade's method, and what becomes of them in the Retrofit call. */
public final class FacadeArguments {
  /**
   * A required argument.
   *
   * @param name its name; empty where the facade knows the value
   * @param value what the Retrofit method takes of it
   * @param checked whether null is refused
   */
  public record Argument(String type, String name, String value, String doc, boolean checked) {}

  private final Operation operation;
  private final Set<String> imports;

  /**
   * Of an operation.
   *
   * @param imports takes the classes that the arguments name
   */
  public FacadeArguments(Operation operation, Set<String> imports) {
    this.operation = operation;
    this.imports = imports;
  }

  /** One list of arguments, or two where a path parameter takes a number or a UUID. */
  public List<List<Argument>> overloads() {
    boolean uuid = operation.pathParameters().stream().anyMatch(value -> value.role() == Role.UUID);
    return uuid ? List.of(arguments(true), arguments(false)) : List.of(arguments(false));
  }

  private List<Argument> arguments(boolean numbers) {
    List<Argument> arguments = new ArrayList<>();
    for (Operation.Parameter parameter : operation.pathParameters()) {
      arguments.add(path(parameter, numbers));
    }
    operation.requiredQuery().forEach(parameter -> arguments.add(query(parameter)));
    Operation.Body body = operation.body();
    if (body != null && body.isMultipart()) {
      arguments.add(file(body.files().get(0)));
      body.texts().stream().filter(Property::required).map(this::text).forEach(arguments::add);
    } else if (body != null) {
      imports.addAll(body.json().imports());
      arguments.add(new Argument(body.json().name(), "request", "request", "what to send", true));
    }
    return arguments;
  }

  private Argument path(Operation.Parameter parameter, boolean numbers) {
    String name = parameter.name();
    String doc = doc(parameter.value());
    return switch (parameter.role()) {
      case ACCOUNT -> new Argument("", "", "calls.accountId()", "", false);
      case USER -> {
        imports.add("dev.zoomkit.user.UserRef");
        String user = name.replaceFirst("Id$", "");
        yield new Argument("UserRef", user, user + ".value()", doc, true);
      }
      case UUID -> {
        String either = name.endsWith("Id") ? name + "OrUuid" : name;
        yield numbers
            ? new Argument("long", name, "Long.toString(" + name + ")", doc, false)
            : new Argument("String", either, either, doc, true);
      }
      case OTHER -> plain(parameter.value(), name, doc);
    };
  }

  private Argument plain(Property value, String expression, String doc) {
    imports.addAll(value.type().imports());
    boolean checked = value.type().primitive() == null;
    return new Argument(value.type().required(), value.name(), expression, doc, checked);
  }

  private Argument query(Operation.Parameter parameter) {
    String name = parameter.name();
    if (parameter.commas()) {
      imports.add("dev.zoomkit.runtime.Csv");
    }
    return plain(
        parameter.value(),
        parameter.commas() ? "Csv.of(" + name + ")" : name,
        doc(parameter.value()));
  }

  private Argument file(Property file) {
    imports.add("dev.zoomkit.transfer.Upload");
    String value = "file.part(" + Literals.string(file.wireName()) + ")";
    return new Argument("Upload", "file", value, doc(file), true);
  }

  private Argument text(Property text) {
    imports.add("dev.zoomkit.runtime.Parts");
    return plain(text, "Parts.text(" + text.name() + ")", doc(text));
  }

  private static String doc(Property value) {
    return String.join(" ", value.docs()).strip();
  }
}
