package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.ResponseKind;
import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.FacadeSignature;
import dev.zoomkit.generator.java.FacadeSignature.Argument;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.PagePosition;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.RetrofitSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template prints of one method that users call. */
final class FacadeMethod {
  private final ClientPlan plan;
  private final Set<String> linked;
  private final ApiOperation operation;
  private final List<Argument> arguments;
  private final boolean whole;
  private final boolean byWindow;
  private final Model.Pages pages;
  private final WindowView window;

  /**
   * A method.
   *
   * @param linked takes the names of the classes that its Javadoc leads to
   * @param arguments the required ones
   * @param whole whether it takes optional values, if there are any
   * @param byWindow whether it covers a span of any length with one response for each window
   */
  FacadeMethod(
      ClientPlan plan,
      Set<String> linked,
      ApiOperation operation,
      List<Argument> arguments,
      boolean whole,
      boolean byWindow) {
    this.plan = plan;
    this.linked = linked;
    this.operation = operation;
    this.arguments = arguments;
    this.whole = whole;
    this.byWindow = byWindow;
    this.pages = plan.pages(operation);
    this.window = WindowView.of(operation);
  }

  ApiOperation operation() {
    return operation;
  }

  /** Its name. */
  String method() {
    return byWindow ? operation.id() + "ByWindow" : operation.id();
  }

  /** The arguments that a caller gives. */
  List<Argument> parameters() {
    return named(arguments).toList();
  }

  private static Stream<Argument> named(List<Argument> arguments) {
    return arguments.stream().filter(argument -> !argument.name().isEmpty());
  }

  /**
   * What the Retrofit method is called with; the position in a list is that of the next page, and
   * the ends of a span are those of the next window.
   */
  List<String> retrofitArguments() {
    Stream<String> required =
        arguments.stream().map(each -> windowEnd(each.name()).orElse(each.value()));
    Stream<String> optional =
        RetrofitSignature.of(operation, "values").stream()
            .filter(RetrofitSignature.Argument::optional)
            .map(
                each ->
                    variableOf(each)
                        .or(() -> windowEnd(each.name()))
                        .orElseGet(() -> valueOf(each)));
    return Stream.concat(required, optional).toList();
  }

  private Optional<String> windowEnd(String argument) {
    return window != null && (paged() || byWindow) ? window.variableOf(argument) : Optional.empty();
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

  boolean windowed() {
    return byWindow;
  }

  /** The expression of the span that the caller asks for; null where there is none. */
  String range() {
    return window == null ? null : window.range();
  }

  /** How a list goes on: by token, by number, or by either. */
  String pagesBy() {
    List<Step> steps = steps();
    return steps.size() == 1 ? steps.get(0).variable() : "tokenOrNumber";
  }

  /** The variables of the function that makes the call for a page or a window. */
  String variables() {
    List<String> variables = new ArrayList<>();
    if (paged()) {
      steps().forEach(step -> variables.add(step.variable()));
    }
    if (window != null) {
      variables.addAll(WindowView.variables());
    }
    return variables.size() == 1 ? variables.get(0) : "(" + String.join(", ", variables) + ")";
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
              : byWindow
                  ? "Windows<" + operation.response().type().name() + ">"
                  : operation.response().type().name();
    };
  }

  /** All that is known, at one method of an operation; the others lead there. */
  Javadoc javadoc() {
    List<List<Argument>> overloads = FacadeSignature.overloads(operation);
    List<Argument> complete = overloads.get(overloads.size() - 1);
    FacadeJavadoc javadoc =
        new FacadeJavadoc(operation, plan.takenBack(operation), plan.prose()::line, links());
    List<String> differences = new ArrayList<>();
    if (!arguments.equals(complete)) {
      differences.add("by number");
    }
    if (delegates()) {
      differences.add("without optional values");
    }
    if (!differences.isEmpty()) {
      return javadoc.shorter(reference(method(), complete), differences);
    }
    return byWindow
        ? javadoc.byWindow(reference(operation.id(), complete))
        : javadoc.whole(
            parameters(),
            paged(),
            window == null ? null : reference(operation.id() + "ByWindow", complete));
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
  private String reference(String method, List<Argument> complete) {
    Stream<String> types = named(complete).map(each -> each.type().replaceAll("<.*>", ""));
    Stream<String> options = operation.optionsType().stream().map(each -> "Consumer");
    return "#%s(%s)"
        .formatted(method, Stream.concat(types, options).collect(Collectors.joining(", ")));
  }

  /** A parameter that asks for a page, and the variable that it is asked with. */
  record Step(String variable, Property parameter) {}
}
