package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.ResponseKind;
import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.FacadeSignature;
import dev.zoomkit.generator.java.FacadeSignature.Argument;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.PagePosition;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.RetrofitSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private final String modelPackage;
  private final Set<String> linked = new TreeSet<>();

  public FacadeView(
      String tag, ClientPlan plan, String packageName, String apiPackage, String modelPackage) {
    this.tag = tag;
    this.plan = plan;
    this.packageName = packageName;
    this.apiPackage = apiPackage;
    this.modelPackage = modelPackage;
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
        packageName,
        Stream.of(ofApi, types.map(JavaType::className), ofJavadoc()).flatMap(each -> each));
  }

  /** The classes that only Javadoc names. */
  private Stream<String> ofJavadoc() {
    javadoc();
    methods().forEach(Method::javadoc);
    Stream<String> exceptions =
        plan.operations().get(tag).stream()
            .flatMap(
                each -> DocumentedExceptions.byException(each.facts().errors()).keySet().stream())
            .map(DocumentedExceptions::className);
    return Stream.concat(linked.stream().map(name -> modelPackage + "." + name), exceptions);
  }

  private List<JavaType> items(ApiOperation operation) {
    Model.Pages pages = plan.pages(operation);
    return pages == null ? List.of() : List.of(pages.list().type().item());
  }

  Javadoc javadoc() {
    return new Javadoc(Links.ofTag(plan, tag, "", linked)).paragraphs(plan.tagDocs().get(tag));
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

  /**
   * For each list of required arguments a method that takes all, and one without optional values.
   */
  List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (ApiOperation operation : plan.operations().get(tag)) {
      for (List<Argument> arguments : FacadeSignature.overloads(operation)) {
        if (operation.optionsType().isPresent()) {
          methods.add(new Method(operation, arguments, false));
        }
        methods.add(new Method(operation, arguments, true));
      }
    }
    return methods;
  }

  /** One method. */
  final class Method {
    private final ApiOperation operation;
    private final List<Argument> arguments;
    private final boolean whole;
    private final Model.Pages pages;

    Method(ApiOperation operation, List<Argument> arguments, boolean whole) {
      this.operation = operation;
      this.arguments = arguments;
      this.whole = whole;
      this.pages = plan.pages(operation);
    }

    ApiOperation operation() {
      return operation;
    }

    /** The arguments that a caller gives. */
    List<Argument> parameters() {
      return named(arguments).toList();
    }

    private static Stream<Argument> named(List<Argument> arguments) {
      return arguments.stream().filter(argument -> !argument.name().isEmpty());
    }

    /** What the Retrofit method is called with; the position in a list is that of the next page. */
    List<String> retrofitArguments() {
      Stream<String> optional =
          RetrofitSignature.of(operation, "values").stream()
              .filter(RetrofitSignature.Argument::optional)
              .map(argument -> variableOf(argument).orElseGet(() -> valueOf(argument)));
      return Stream.concat(arguments.stream().map(Argument::value), optional).toList();
    }

    private Optional<String> variableOf(RetrofitSignature.Argument argument) {
      return paged()
          ? steps().stream()
              .filter(step -> step.parameter().name().equals(argument.name()))
              .map(Step::variable)
              .findFirst()
          : Optional.empty();
    }

    /** An optional value; where the caller sets no page size, the largest. */
    private String valueOf(RetrofitSignature.Argument argument) {
      boolean sizes =
          paged()
              && operation.facts().paging().pageSize() > 0
              && operation
                  .query(PagePosition.SIZE)
                  .filter(size -> size.name().equals(argument.name()))
                  .isPresent();
      return sizes
          ? "Objects.requireNonNullElse(%s, %d)"
              .formatted(argument.fromOptions(), operation.facts().paging().pageSize())
          : argument.fromOptions();
    }

    /** Whether it takes optional values. */
    boolean takesOptions() {
      return whole && optionsType() != null;
    }

    /** Whether it leaves them to the other method. */
    boolean delegates() {
      return !whole;
    }

    String optionsType() {
      return operation.optionsType().orElse(null);
    }

    List<Argument> checked() {
      return arguments.stream().filter(Argument::checked).toList();
    }

    boolean paged() {
      return pages != null;
    }

    /** How a list goes on: by token, by number, or by either. */
    String pagesBy() {
      return variables().startsWith("(") ? "tokenOrNumber" : variables();
    }

    /** The variables of the function that fetches a page. */
    String variables() {
      List<Step> steps = steps();
      return steps.size() == 1 ? steps.get(0).variable() : "(token, number)";
    }

    /** The parameters that ask for a page. */
    List<Step> steps() {
      return Stream.of(
              operation.query(PagePosition.TOKEN).map(each -> new Step("token", each)),
              operation.query(PagePosition.NUMBER).map(each -> new Step("number", each)))
          .flatMap(Optional::stream)
          .toList();
    }

    boolean usesDeprecated() {
      return whole
          && !operation.deprecated()
          && operation.options().stream().anyMatch(Property::deprecated);
    }

    /** The method of the calls that waits for what comes back. */
    String ending() {
      return switch (operation.response().kind()) {
        case NOTHING -> "run";
        case BYTES -> "download";
        case JSON -> "body";
      };
    }

    boolean returns() {
      return operation.response().kind() != ResponseKind.NOTHING;
    }

    String type() {
      return switch (operation.response().kind()) {
        case NOTHING -> "void";
        case BYTES -> "Download";
        case JSON ->
            paged()
                ? "Pages<" + pages.list().type().item().name() + ">"
                : operation.response().type().name();
      };
    }

    /** All that is known, at one method of an operation; the others lead there. */
    Javadoc javadoc() {
      List<List<Argument>> overloads = FacadeSignature.overloads(operation);
      List<Argument> complete = overloads.get(overloads.size() - 1);
      FacadeJavadoc javadoc = new FacadeJavadoc(operation, plan.prose()::line, links());
      List<String> differences = new ArrayList<>();
      if (!arguments.equals(complete)) {
        differences.add("by number");
      }
      if (delegates()) {
        differences.add("without optional values");
      }
      return differences.isEmpty()
          ? javadoc.whole(parameters(), paged())
          : javadoc.shorter(reference(complete), differences);
    }

    private Links links() {
      return Links.ofOperation(
          plan,
          "",
          operation,
          operation.requiredQuery().stream().map(ApiOperation.Parameter::value).toList(),
          linked);
    }

    /** The method that takes all arguments, as a link names it. */
    private String reference(List<Argument> complete) {
      Stream<String> types = named(complete).map(each -> each.type().replaceAll("<.*>", ""));
      Stream<String> options = operation.optionsType().stream().map(each -> "Consumer");
      return "#%s(%s)"
          .formatted(
              operation.id(), Stream.concat(types, options).collect(Collectors.joining(", ")));
    }
  }

  /** A parameter that asks for a page, and the variable that it is asked with. */
  record Step(String variable, Property parameter) {}
}
