package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.FacadeSignature;
import dev.zoomkit.generator.java.FacadeSignature.Argument;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    methods().forEach(FacadeMethod::javadoc);
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
   * For each list of required arguments a method that takes all, and one without optional values;
   * both again for a span of any length, where the operation covers some days and has no pages.
   */
  List<FacadeMethod> methods() {
    List<FacadeMethod> methods = new ArrayList<>();
    for (ApiOperation operation : plan.operations().get(tag)) {
      methods.addAll(methods(operation, false));
      WindowView window = WindowView.of(operation);
      if (plan.pages(operation) == null && window != null && window.cuts()) {
        methods.addAll(methods(operation, true));
      }
    }
    return methods;
  }

  private List<FacadeMethod> methods(ApiOperation operation, boolean byWindow) {
    List<FacadeMethod> methods = new ArrayList<>();
    for (List<Argument> arguments : FacadeSignature.overloads(operation)) {
      boolean optional = operation.optionsType().isPresent();
      if (optional && !(byWindow && WindowView.of(operation).isOptional())) {
        methods.add(new FacadeMethod(plan, linked, operation, arguments, false, byWindow));
      }
      methods.add(new FacadeMethod(plan, linked, operation, arguments, true, byWindow));
    }
    return methods;
  }
}
