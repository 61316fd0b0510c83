package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Operation;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The Retrofit interface of a tag, as its template prints it. */
public record ApiView(
    String packageName, List<String> imports, String javadoc, String name, List<Call> operations) {

  /** One operation, and its shortcut with a query object; null where it has no optional values. */
  public record Call(
      String javadoc, List<String> annotations, String signature, Shortcut shortcut) {}

  /** A default method that takes the optional values as one object. */
  public record Shortcut(
      String javadoc, boolean deprecated, boolean usesDeprecated, String signature, String body) {}

  public static ApiView of(
      String tag, List<Operation> operations, List<String> docs, String packageName) {
    Set<String> imports = new TreeSet<>();
    String name = name(tag);
    List<Call> calls =
        operations.stream()
            .map(operation -> new Printer(operation, operations, imports).call())
            .toList();
    String javadoc =
        new Javadoc(link -> false)
            .paragraph("Zoom's " + tag + " operations as Retrofit calls. " + String.join(" ", docs))
            .paragraph("Facts only: what follows from them is up to the client that creates this.")
            .at(0);
    return new ApiView(packageName, Layout.imports(packageName, imports), javadoc, name, calls);
  }

  /** The interface's name. */
  public static String name(String tag) {
    return Names.typeOfTag(tag) + "Api";
  }

  /** Prints one operation. */
  private static final class Printer {
    private final Operation operation;
    private final Set<String> imports;
    private final List<Signature.Argument> arguments;
    private final Predicate<String> links;

    Printer(Operation operation, List<Operation> all, Set<String> imports) {
      this.operation = operation;
      this.imports = imports;
      this.arguments = new Signature(operation, imports).arguments();
      Set<String> ids = all.stream().map(other -> "#" + other.id()).collect(Collectors.toSet());
      this.links = ids::contains;
    }

    Call call() {
      imports.add("retrofit2.Call");
      List<String> declarations = arguments.stream().map(Signature.Argument::declaration).toList();
      return new Call(
          javadoc(),
          new Annotations(operation, imports).lines(),
          answer() + " " + operation.id() + "(" + String.join(", ", declarations) + ");",
          operation.optionsType().map(this::shortcut).orElse(null));
    }

    private String answer() {
      return switch (operation.answer().kind()) {
        case NOTHING -> "Call<Void>";
        case BYTES -> {
          imports.add("okhttp3.ResponseBody");
          yield "Call<ResponseBody>";
        }
        case JSON -> {
          imports.addAll(operation.answer().type().imports());
          yield "Call<" + operation.answer().type().name() + ">";
        }
      };
    }

    private String javadoc() {
      Javadoc javadoc = new Javadoc(links).paragraphs(operation.docs());
      operation.pathParameters().forEach(parameter -> param(javadoc, parameter.value(), ""));
      operation.requiredQuery().forEach(parameter -> param(javadoc, parameter.value(), ""));
      if (operation.body() != null) {
        operation.body().files().forEach(file -> param(javadoc, file, ""));
        operation.body().texts().stream()
            .filter(Property::required)
            .forEach(text -> param(javadoc, text, ""));
        if (!operation.body().isMultipart()) {
          javadoc.tag("@param request what to send, as JSON");
        }
      }
      operation.options().forEach(value -> param(javadoc, value, "; null leaves it out"));
      if (operation.deprecated()) {
        javadoc.tag("@deprecated Zoom has deprecated it.");
      }
      return javadoc.at(2);
    }

    private static void param(Javadoc javadoc, Property value, String addition) {
      String text = String.join(" ", value.docs()).strip();
      String end = addition.isEmpty() ? text : text.replaceFirst("\\.$", "") + addition;
      javadoc.tag("@param " + value.name() + " " + end);
    }

    private Shortcut shortcut(String optionsType) {
      List<String> parameters = new ArrayList<>();
      for (Signature.Argument argument : arguments) {
        if (!argument.optional()) {
          parameters.add(argument.declaration().replaceAll("@\\w+(\\([^)]*\\))? ", ""));
        }
      }
      parameters.add(optionsType + " " + operation.optionsName());
      List<String> values = arguments.stream().map(Signature.Argument::fromOptions).toList();
      return new Shortcut(
          new Javadoc(links)
              .paragraph("The same with the optional values as one object.")
              .tag("@see #" + operation.id() + "(" + erasedTypes() + ")")
              .at(2),
          operation.deprecated(),
          operation.options().stream().anyMatch(Property::deprecated),
          answer() + " " + operation.id() + "(" + String.join(", ", parameters) + ")",
          operation.id() + "(" + String.join(", ", values) + ")");
    }

    /** The types of the Retrofit method's arguments, as a link names them. */
    private String erasedTypes() {
      return arguments.stream()
          .map(argument -> argument.declaration().replaceAll("@\\w+(\\([^)]*\\))? ", ""))
          .map(declaration -> declaration.substring(0, declaration.lastIndexOf(' ')))
          .map(type -> type.replaceAll("<.*>", ""))
          .collect(Collectors.joining(", "));
    }
  }
}
