package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.RetrofitSignature;
import dev.zoomkit.spec.reader.JavaNames;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template of a tag's Retrofit interface prints. */
public final class ApiView {
  private static final String SUFFIX = "Api";

  private final String tag;
  private final ClientPlan plan;
  private final String packageName;
  private final String modelPackage;
  private final Set<String> linked = new TreeSet<>();

  public ApiView(String tag, ClientPlan plan, String packageName, String modelPackage) {
    this.tag = tag;
    this.plan = plan;
    this.packageName = packageName;
    this.modelPackage = modelPackage;
  }

  List<String> imports() {
    javadoc();
    operations().forEach(Call::javadoc);
    Stream<JavaType> types = plan.operations().get(tag).stream().flatMap(ApiOperation::types);
    return Imports.elsewhere(
        packageName,
        Stream.concat(
            types.map(JavaType::className),
            linked.stream().map(name -> modelPackage + "." + name)));
  }

  Javadoc javadoc() {
    String docs = String.join(" ", plan.tagDocs().get(tag));
    return new Javadoc(Links.ofTag(plan, tag, SUFFIX, linked))
        .paragraph("Zoom's " + tag + " operations as Retrofit calls. " + docs)
        .paragraph(
            "The annotations state facts; acting on them is left to the client that creates this.");
  }

  String name() {
    return Names.typeOfTag(tag) + SUFFIX;
  }

  /** What reads and writes its models, where that is not the published client's. */
  String json() {
    return modelPackage.equals(JavaNames.MODEL_PACKAGE) ? null : modelPackage + ".ZoomJson";
  }

  List<Call> operations() {
    return plan.operations().get(tag).stream().map(Call::new).toList();
  }

  /** One operation, and its shortcut that takes the optional values as one object. */
  final class Call {
    private final ApiOperation operation;
    private final List<RetrofitSignature.Argument> arguments;

    Call(ApiOperation operation) {
      this.operation = operation;
      this.arguments = RetrofitSignature.of(operation, operation.optionsName());
    }

    ApiOperation operation() {
      return operation;
    }

    List<RetrofitSignature.Argument> arguments() {
      return arguments;
    }

    List<RetrofitSignature.Argument> requiredArguments() {
      return arguments.stream().filter(argument -> !argument.optional()).toList();
    }

    /** The annotation with the method and the path; a DELETE has no body unless it says so. */
    String verb() {
      String path = Literals.string(operation.path());
      return operation.method().equals("DELETE") && operation.body() != null
          ? "@HTTP(method = \"DELETE\", path = " + path + ", hasBody = true)"
          : "@" + operation.method() + "(" + path + ")";
    }

    String responseType() {
      return switch (operation.response().kind()) {
        case NOTHING -> "Void";
        case BYTES -> "ResponseBody";
        case JSON -> operation.response().type().name();
      };
    }

    Javadoc javadoc() {
      Javadoc javadoc = new Javadoc(links()).paragraphs(operation.docs());
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
        javadoc.tag("@deprecated " + operation.deprecation());
      }
      return javadoc;
    }

    private Links links() {
      List<Property> taken =
          Stream.concat(
                  operation.requiredQuery().stream().map(ApiOperation.Parameter::value),
                  operation.options().stream())
              .toList();
      return Links.ofOperation(plan, SUFFIX, operation, taken, linked);
    }

    private static void param(Javadoc javadoc, Property value, String addition) {
      String text = value.doc();
      String end = addition.isEmpty() ? text : text.replaceFirst("\\.$", "") + addition;
      javadoc.tag("@param " + value.name() + " " + end);
    }

    Javadoc shortcutDoc() {
      String types =
          arguments.stream()
              .map(RetrofitSignature.Argument::erasedType)
              .collect(Collectors.joining(", "));
      return new Javadoc(links())
          .paragraph("The same with the optional values as one object.")
          .tag("@see #" + operation.id() + "(" + types + ")");
    }

    String shortcutType() {
      return operation.optionsType().orElse(null);
    }

    boolean usesDeprecated() {
      return operation.options().stream().anyMatch(Property::deprecated);
    }
  }
}
