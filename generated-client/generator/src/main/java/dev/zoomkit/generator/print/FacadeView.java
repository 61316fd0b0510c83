package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Operation;
import dev.zoomkit.generator.java.Operation.AnswerKind;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.print.FacadeArguments.Argument;
import dev.zoomkit.generator.read.Description;
import dev.zoomkit.generator.read.PageReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The class of a tag that users call, as its template prints it. The account is known, so that its
 * id is no argument; required values are arguments, optional ones are set in a function.
 */
public record FacadeView(
    String packageName,
    List<String> imports,
    String javadoc,
    String name,
    String api,
    List<Method> methods) {

  /** One method with its body. */
  public record Method(
      String javadoc,
      boolean deprecated,
      boolean usesDeprecated,
      String signature,
      List<String> statements) {}

  public static FacadeView of(
      String tag,
      List<Operation> operations,
      Description description,
      String packageName,
      String apiPackage) {
    Set<String> imports = new TreeSet<>();
    imports.add("dev.zoomkit.internal.AccountCalls");
    imports.add(apiPackage + "." + ApiView.name(tag));
    List<Method> methods =
        operations.stream()
            .flatMap(
                operation ->
                    new Printer(operation, operations, description, imports, apiPackage)
                        .methods().stream())
            .toList();
    String javadoc =
        new Javadoc(link -> false)
            .paragraphs(description.tagDoc(tag))
            .paragraph(
                "Of one account. Immutable and thread-safe. Each method blocks until Zoom has"
                    + " answered, but lists are fetched only as they are read.")
            .at(0);
    return new FacadeView(
        packageName,
        Layout.imports(packageName, imports),
        javadoc,
        Names.typeOfTag(tag),
        ApiView.name(tag),
        methods);
  }

  /** Prints the methods of one operation. */
  private static final class Printer {
    private final Operation operation;
    private final Description description;
    private final Set<String> imports;
    private final String apiPackage;
    private final Predicate<String> links;
    private final Model.Pages pages;

    Printer(
        Operation operation,
        List<Operation> all,
        Description description,
        Set<String> imports,
        String apiPackage) {
      this.operation = operation;
      this.description = description;
      this.imports = imports;
      this.apiPackage = apiPackage;
      Set<String> ids = all.stream().map(other -> "#" + other.id()).collect(Collectors.toSet());
      this.links = ids::contains;
      this.pages =
          operation.facts().paging() == null
              ? null
              : description.models().get(operation.answer().type().name()).pages();
    }

    List<Method> methods() {
      List<Method> methods = new ArrayList<>();
      for (List<Argument> arguments : new FacadeArguments(operation, imports).overloads()) {
        operation.optionsType().ifPresent(type -> methods.add(withoutOptions(arguments)));
        methods.add(whole(arguments));
      }
      return methods;
    }

    private Method withoutOptions(List<Argument> arguments) {
      List<String> values = new ArrayList<>(names(arguments));
      values.add(operation.optionsName() + " -> {}");
      return method(
          arguments,
          List.of(),
          false,
          List.of((returnsNothing() ? "" : "return ") + invocation("", values) + ";"));
    }

    private Method whole(List<Argument> arguments) {
      List<String> statements = new ArrayList<>();
      for (Argument argument : arguments) {
        if (argument.checked()) {
          statements.add(require(argument.name()));
        }
      }
      List<String> more = new ArrayList<>();
      List<String> values = new ArrayList<>(arguments.stream().map(Argument::value).toList());
      String optionsName = operation.optionsName();
      operation
          .optionsType()
          .ifPresent(
              type -> {
                imports.add(apiPackage + "." + type);
                imports.add("java.util.function.Consumer");
                more.add("Consumer<" + type + ".Builder> " + optionsName);
                statements.add(require(optionsName));
              });
      if (pages == null) {
        operation.optionsType().ifPresent(type -> values.add(type + ".of(" + optionsName + ")"));
        statements.add(call(values));
        return method(arguments, more, false, statements);
      }
      String type = operation.optionsType().orElseThrow();
      statements.add(type + " first = " + type + ".of(" + optionsName + ");");
      Map<String, Property> position = position();
      statements.add(pages(values, position));
      boolean deprecated = position.values().stream().anyMatch(Property::deprecated);
      return method(arguments, more, deprecated, statements);
    }

    private String require(String name) {
      imports.add("dev.zoomkit.runtime.Arguments");
      return "Arguments.require(%s, %s, %s);"
          .formatted(Literals.string(operation.id()), Literals.string(name), name);
    }

    /** The parameters that ask for a page, by what the function that fetches it calls them. */
    private Map<String, Property> position() {
      Map<String, Property> position = new LinkedHashMap<>();
      operation.query(PageReader.TOKEN).ifPresent(token -> position.put("token", token));
      operation.query(PageReader.NUMBER).ifPresent(number -> position.put("number", number));
      return position;
    }

    private String pages(List<String> values, Map<String, Property> position) {
      StringBuilder start = new StringBuilder(Literals.string(operation.id()));
      StringBuilder query = new StringBuilder("first.toBuilder()");
      position.forEach(
          (step, parameter) -> {
            start.append(", first.").append(parameter.name()).append("()");
            query.append(".%s(%s)".formatted(parameter.name(), step));
          });
      List<String> next = new ArrayList<>(values);
      next.add(query + ".build()");
      String fetch = invocation("api.", next);
      return position.size() == 1
          ? "return calls.%1$sPages(%2$s, %1$s -> %3$s);"
              .formatted(position.keySet().iterator().next(), start, fetch)
          : "return calls.tokenOrNumberPages(%s, (token, number) -> %s);".formatted(start, fetch);
    }

    private String call(List<String> values) {
      String invocation = invocation("api.", values);
      return switch (operation.answer().kind()) {
        case NOTHING -> "calls.done(" + invocation + ");";
        case BYTES -> "return calls.download(" + invocation + ");";
        case JSON -> "return calls.answer(" + invocation + ");";
      };
    }

    private String invocation(String on, List<String> values) {
      return on + operation.id() + "(" + String.join(", ", values) + ")";
    }

    private Method method(
        List<Argument> arguments,
        List<String> more,
        boolean usesDeprecated,
        List<String> statements) {
      List<String> declarations = new ArrayList<>();
      for (Argument argument : arguments) {
        if (!argument.name().isEmpty()) {
          declarations.add(argument.type() + " " + argument.name());
        }
      }
      declarations.addAll(more);
      return new Method(
          javadoc(arguments, !more.isEmpty()),
          operation.deprecated(),
          usesDeprecated && !operation.deprecated(),
          returnType() + " " + invocation("", declarations),
          statements);
    }

    private String returnType() {
      return switch (operation.answer().kind()) {
        case NOTHING -> "void";
        case BYTES -> {
          imports.add("dev.zoomkit.transfer.Download");
          yield "Download";
        }
        case JSON -> {
          if (pages == null) {
            imports.addAll(operation.answer().type().imports());
            yield operation.answer().type().name();
          }
          imports.add("dev.zoomkit.paging.Pages");
          JavaType item = pages.list().type().item();
          imports.addAll(item.imports());
          yield "Pages<" + item.name() + ">";
        }
      };
    }

    private boolean returnsNothing() {
      return operation.answer().kind() == AnswerKind.NOTHING;
    }

    private static List<String> names(List<Argument> arguments) {
      return arguments.stream().map(Argument::name).filter(name -> !name.isEmpty()).toList();
    }

    private String javadoc(List<Argument> arguments, boolean withOptions) {
      Javadoc javadoc = new Javadoc(links).paragraphs(operation.docs());
      for (Argument argument : arguments) {
        if (!argument.name().isEmpty()) {
          javadoc.tag("@param " + argument.name() + " " + argument.doc());
        }
      }
      if (withOptions) {
        javadoc.tag("@param " + operation.optionsName() + " sets optional values");
      }
      if (!returnsNothing()) {
        javadoc.tag("@return " + answerDoc());
      }
      if (operation.deprecated()) {
        javadoc.tag("@deprecated Zoom has deprecated it.");
      }
      return javadoc.at(2);
    }

    private String answerDoc() {
      if (pages != null) {
        return "the items of all pages; sends nothing before it is read";
      }
      return operation.answer().kind() == AnswerKind.BYTES
          ? operation.answer().description() + " To be closed."
          : operation.answer().description();
    }
  }
}
