package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.ResponseKind;
import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.FacadeSignature;
import dev.zoomkit.generator.java.FacadeSignature.Argument;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.PagePosition;
import dev.zoomkit.generator.java.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the template prints of the class of a tag that users call. The account is known, so that its
 * id is no argument; required values are arguments, optional ones are set in a function.
 */
public final class FacadeView {
  private final String tag;
  private final ClientPlan plan;
  private final String packageName;
  private final String apiPackage;
  private final Set<String> links;

  public FacadeView(String tag, ClientPlan plan, String packageName, String apiPackage) {
    this.tag = tag;
    this.plan = plan;
    this.packageName = packageName;
    this.apiPackage = apiPackage;
    this.links =
        plan.operations().get(tag).stream()
            .map(operation -> "#" + operation.id())
            .collect(Collectors.toSet());
  }

  String packageName() {
    return packageName;
  }

  List<String> imports() {
    List<ApiOperation> operations = plan.operations().get(tag);
    Stream<String> ofApi =
        Stream.concat(
                Stream.of(api()), operations.stream().flatMap(each -> each.optionsType().stream()))
            .map(name -> apiPackage + "." + name);
    Stream<JavaType> types =
        operations.stream().flatMap(each -> Stream.concat(each.types(), items(each).stream()));
    return Imports.elsewhere(
        packageName, Stream.concat(ofApi, types.flatMap(type -> type.imports().stream())));
  }

  private List<JavaType> items(ApiOperation operation) {
    Model.Pages pages = plan.pages(operation);
    return pages == null ? List.of() : List.of(pages.list().type().item());
  }

  /** The paragraphs about the tag alone. */
  Javadoc tagDoc() {
    return new Javadoc(link -> false).paragraphs(plan.tagDocs().get(tag));
  }

  Javadoc javadoc() {
    return tagDoc()
        .paragraph(
            "Of one account. Immutable and thread-safe. Each method blocks until Zoom has"
                + " answered, but lists are fetched only as they are read.");
  }

  String name() {
    return Names.typeOfTag(tag);
  }

  /** The name of the method that leads to the tag. */
  String accessor() {
    return Names.decapitalized(name());
  }

  String api() {
    return name() + "Api";
  }

  List<Method> methods() {
    return plan.operations().get(tag).stream()
        .flatMap(operation -> new Printer(operation).methods().stream())
        .toList();
  }

  /**
   * One method.
   *
   * @param operation the operation that it calls
   * @param usesDeprecated whether its body does what is deprecated
   * @param parameters their declarations
   */
  record Method(
      ApiOperation operation,
      Javadoc javadoc,
      boolean usesDeprecated,
      String type,
      List<String> parameters,
      List<String> statements) {}

  /** Prints the methods of one operation. */
  private final class Printer {
    private final ApiOperation operation;
    private final Model.Pages pages;

    Printer(ApiOperation operation) {
      this.operation = operation;
      this.pages = plan.pages(operation);
    }

    List<Method> methods() {
      List<Method> methods = new ArrayList<>();
      for (List<Argument> arguments : FacadeSignature.overloads(operation)) {
        operation.optionsType().ifPresent(type -> methods.add(withoutOptions(arguments)));
        methods.add(whole(arguments));
      }
      return methods;
    }

    private Method withoutOptions(List<Argument> arguments) {
      List<String> values = new ArrayList<>(named(arguments).map(Argument::name).toList());
      values.add(operation.optionsName() + " -> {}");
      String statement = (returnsNothing() ? "" : "return ") + invocation("", values) + ";";
      return method(arguments, List.of(), false, List.of(statement));
    }

    private Method whole(List<Argument> arguments) {
      List<String> statements = new ArrayList<>();
      arguments.stream()
          .filter(Argument::checked)
          .forEach(argument -> statements.add(require(argument.name())));
      List<String> more = new ArrayList<>();
      List<String> values = new ArrayList<>(arguments.stream().map(Argument::value).toList());
      String optionsName = operation.optionsName();
      String optionsType = operation.optionsType().orElse("");
      String options = optionsType + ".of(" + optionsName + ")";
      if (!optionsType.isEmpty()) {
        more.add("Consumer<" + optionsType + ".Builder> " + optionsName);
        statements.add(require(optionsName));
      }
      if (pages == null) {
        if (!optionsType.isEmpty()) {
          values.add(options);
        }
        statements.add(call(values));
        return method(arguments, more, false, statements);
      }
      statements.add(optionsType + " first = " + options + ";");
      Map<String, Property> position = position();
      statements.add(pages(values, position));
      boolean deprecated = position.values().stream().anyMatch(Property::deprecated);
      return method(arguments, more, deprecated, statements);
    }

    private String require(String name) {
      return "Arguments.require(%s, %s, %s);"
          .formatted(Literals.string(operation.id()), Literals.string(name), name);
    }

    /** The parameters that ask for a page, by what the function that fetches it calls them. */
    private Map<String, Property> position() {
      Map<String, Property> position = new LinkedHashMap<>();
      operation.query(PagePosition.TOKEN).ifPresent(token -> position.put("token", token));
      operation.query(PagePosition.NUMBER).ifPresent(number -> position.put("number", number));
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
      return switch (operation.response().kind()) {
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
      Stream<String> required =
          named(arguments).map(argument -> argument.type() + " " + argument.name());
      return new Method(
          operation,
          javadoc(arguments, !more.isEmpty()),
          usesDeprecated && !operation.deprecated(),
          returnType(),
          Stream.concat(required, more.stream()).toList(),
          statements);
    }

    private String returnType() {
      return switch (operation.response().kind()) {
        case NOTHING -> "void";
        case BYTES -> "Download";
        case JSON ->
            pages == null
                ? operation.response().type().name()
                : "Pages<" + pages.list().type().item().name() + ">";
      };
    }

    private boolean returnsNothing() {
      return operation.response().kind() == ResponseKind.NOTHING;
    }

    private static Stream<Argument> named(List<Argument> arguments) {
      return arguments.stream().filter(argument -> !argument.name().isEmpty());
    }

    private Javadoc javadoc(List<Argument> arguments, boolean withOptions) {
      Javadoc javadoc = new Javadoc(links::contains).paragraphs(operation.docs());
      named(arguments).forEach(each -> javadoc.tag("@param " + each.name() + " " + each.doc()));
      if (withOptions) {
        javadoc.tag("@param " + operation.optionsName() + " sets optional values");
      }
      if (!returnsNothing()) {
        javadoc.tag("@return " + responseDoc());
      }
      if (operation.deprecated()) {
        javadoc.tag("@deprecated Zoom has deprecated it.");
      }
      return javadoc;
    }

    private String responseDoc() {
      if (pages != null) {
        return "the items of all pages; sends nothing before it is read";
      }
      String description = operation.response().description();
      return operation.response().kind() == ResponseKind.BYTES
          ? description + " To be closed."
          : description;
    }
  }
}
