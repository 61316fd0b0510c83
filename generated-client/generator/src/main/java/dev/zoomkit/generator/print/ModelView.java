package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.read.PageReader;
import dev.zoomkit.generator.read.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model's class, as its template prints it.
 *
 * @param json whether it is read from and written to JSON; else it is a query
 */
public record ModelView(
    String packageName,
    List<String> imports,
    String javadoc,
    String header,
    String name,
    boolean json,
    boolean nulls,
    boolean checked,
    String completeness,
    List<Value> values,
    List<String> pageMethods,
    String equality,
    String hash,
    String text) {

  /** One value with all that the class says about it. */
  public record Value(
      String name,
      String fieldType,
      String builderType,
      String accessorDoc,
      boolean override,
      boolean deprecated,
      boolean readable,
      String accessor,
      String setterDoc,
      String setter,
      String setterValue,
      String setterNull,
      String timeZone) {}

  private static final String NULLABLE = "org.jspecify.annotations.Nullable";
  private static final String RUNTIME = "dev.zoomkit.runtime.";

  /** The class of a schema. */
  public static ModelView ofSchema(Model model, String packageName, Predicate<String> links) {
    return new Printer(model, packageName, true, links).print();
  }

  /** The class of an operation's optional values. */
  public static ModelView ofOptions(Model model, String packageName) {
    return new Printer(model, packageName, false, link -> false).print();
  }

  /** Puts the pieces together. */
  private static final class Printer {
    private final Model model;
    private final String packageName;
    private final boolean json;
    private final Predicate<String> links;
    private final boolean nulls;
    private final Set<String> imports = new TreeSet<>();

    Printer(Model model, String packageName, boolean json, Predicate<String> links) {
      this.model = model;
      this.packageName = packageName;
      this.json = json;
      this.links = links;
      this.nulls = model.properties().stream().anyMatch(model::sendsNull);
    }

    ModelView print() {
      imports.addAll(List.of("java.util.Objects", NULLABLE, RUNTIME + "ToString"));
      if (json) {
        imports.addAll(List.of("java.util.Map", RUNTIME + "Values"));
      } else {
        imports.addAll(List.of("java.util.function.Consumer", RUNTIME + "Arguments"));
      }
      if (nulls) {
        imports.add("java.util.Set");
      }
      List<Value> values = model.properties().stream().map(this::value).toList();
      List<String> pageMethods = model.pages() == null ? List.of() : pageMethods(model.pages());
      boolean checked = model.properties().stream().anyMatch(model::checks);
      String header = header();
      return new ModelView(
          packageName,
          Layout.imports(packageName, imports),
          javadoc(),
          header,
          model.name(),
          json,
          nulls,
          checked,
          completeness(),
          values,
          pageMethods,
          equality(),
          hash(),
          text());
    }

    private String javadoc() {
      String fate = json ? "Immutable; unknown fields are kept and written back." : "Immutable.";
      return new Javadoc(links).paragraphs(model.docs()).paragraph(fate).at(0);
    }

    private String header() {
      String declared = "public final class " + model.name();
      if (model.pages() == null) {
        return declared + " {";
      }
      imports.add(RUNTIME + "PagedResponse");
      String page = "implements PagedResponse<" + model.pages().list().type().item().name() + "> {";
      return declared + " " + page;
    }

    private Value value(Property property) {
      String name = property.name();
      JavaType type = property.type();
      imports.addAll(type.imports());
      boolean checked = model.checks(property);
      String nullable = "@Nullable " + type.name();
      boolean copied =
          type.item() != null || type.kind() == JavaType.Kind.MAP || type == Types.FREE;
      if (copied) {
        imports.add(RUNTIME + "Values");
      }
      return new Value(
          name,
          checked ? type.name() : nullable,
          nullable,
          doc(property, List.of()).at(2),
          overrides(property),
          property.deprecated(),
          !isItems(property),
          (checked ? type.required() : nullable) + " " + name,
          setterDoc(property).at(4),
          (checked ? type.required() : nullable) + " " + name,
          setterValue(property, copied),
          model.sendsNull(property) ? Literals.string(property.wireName()) : "",
          type == Types.START_TIME ? timeZone(property) : "");
    }

    /** The name of the value that has its time zone; with setters for the types of java.time. */
    private String timeZone(Property startTime) {
      for (String type :
          List.of("Instant", "LocalDateTime", "OffsetDateTime", "ZoneOffset", "ZonedDateTime")) {
        imports.add("java.time." + type);
      }
      imports.add(RUNTIME + "Arguments");
      return model.property(startTime.timeZone()).map(Property::name).orElse("");
    }

    /** What the setter keeps: required values are there, lists and the like are copied. */
    private String setterValue(Property property, boolean copied) {
      String value = property.name();
      String names = Literals.string(model.name()) + ", " + Literals.string(value) + ", ";
      if (model.checks(property) && property.type().primitive() == null) {
        imports.add(RUNTIME + "Arguments");
        value = "Arguments.require(" + names + value + ")";
      }
      return copied ? "Values.copy(" + names + value + ")" : value;
    }

    /** Refuses to build without the required values. */
    private String completeness() {
      List<String> arguments = new ArrayList<>(List.of(Literals.string(model.name())));
      for (Property property : model.properties()) {
        if (model.checks(property)) {
          arguments.add(Literals.string(property.name()));
          arguments.add("builder." + property.name());
        }
      }
      return "Values.complete(" + String.join(", ", arguments) + ");";
    }

    private Javadoc doc(Property property, List<String> more) {
      Javadoc javadoc = new Javadoc(links).paragraphs(property.docs()).paragraphs(more);
      return property.deprecated() ? javadoc.tag("@deprecated Zoom has deprecated it.") : javadoc;
    }

    private Javadoc setterDoc(Property property) {
      List<String> more = new ArrayList<>();
      if (model.checks(property)) {
        more.add("Required.");
      }
      if (model.sendsNull(property)) {
        more.add(
            "Null is sent, and takes the value away; where this is never called, nothing is sent.");
      }
      return doc(property, more);
    }

    /** Whether PagedResponse declares the accessor. */
    private boolean overrides(Property property) {
      return model.pages() != null && PageReader.POSITION.containsKey(property.wireName());
    }

    /** Whether the page's own items() already is its accessor. */
    private boolean isItems(Property property) {
      return model.pages() != null && property.name().equals("items");
    }

    private List<String> pageMethods(Model.Pages pages) {
      imports.add("java.util.List");
      List<String> methods = new ArrayList<>();
      String missing = missing(pages.items());
      String items = missing + " ? List.of() : " + path(pages.items());
      methods.add(method(pages.list().type().name(), "items", items));
      String absent = missing + " ? " + Literals.string(wirePath(pages.items())) + " : null";
      methods.add(method("@Nullable String", "absentList", absent));
      if (pages.nested() != null) {
        PageReader.POSITION.forEach(
            (wireName, types) ->
                pages
                    .nested()
                    .property(wireName)
                    .filter(property -> model.property(wireName).isEmpty())
                    .ifPresent(property -> methods.add(position(pages, property))));
      }
      return methods;
    }

    /** Where the page stands in its list, as the object inside says it. */
    private static String position(Model.Pages pages, Property property) {
      List<Property> holder = pages.items().subList(0, pages.items().size() - 1);
      String value = path(holder) + "." + property.name();
      String type = "@Nullable " + property.type().name();
      return method(type, property.name(), missing(holder) + " ? null : " + value);
    }

    private static String wirePath(List<Property> way) {
      return way.stream().map(Property::wireName).collect(Collectors.joining("."));
    }

    private static String path(List<Property> way) {
      return way.stream().map(Property::name).collect(Collectors.joining(".", "this.", ""));
    }

    /** The condition that a value on the way is null. */
    private static String missing(List<Property> way) {
      return IntStream.rangeClosed(1, way.size())
          .mapToObj(length -> path(way.subList(0, length)) + " == null")
          .collect(Collectors.joining(" || "));
    }

    private static String method(String type, String name, String expression) {
      return "  @Override\n  public "
          + type
          + " "
          + name
          + "() {\n"
          + "    return "
          + expression
          + ";\n  }";
    }

    private String equality() {
      List<String> terms = new ArrayList<>();
      for (Property property : model.properties()) {
        terms.add(" && Objects.equals(this.%1$s, that.%1$s)".formatted(property.name()));
      }
      if (nulls) {
        terms.add(" && this.nulls.equals(that.nulls)");
      }
      if (json) {
        terms.add(" && this.additionalProperties.equals(that.additionalProperties)");
      }
      return "other instanceof " + model.name() + " that" + String.join("", terms);
    }

    private String hash() {
      List<String> fields = new ArrayList<>();
      model.properties().forEach(property -> fields.add("this." + property.name()));
      if (nulls) {
        fields.add("this.nulls");
      }
      if (json) {
        fields.add("this.additionalProperties");
      }
      return "Objects.hash(" + String.join(", ", fields) + ")";
    }

    private String text() {
      List<String> calls = new ArrayList<>();
      for (Property property : model.properties()) {
        calls.add(
            ".%s(%s, this.%s)"
                .formatted(
                    property.secret() ? "addSecret" : "add",
                    Literals.string(property.name()),
                    property.name()));
      }
      if (nulls) {
        calls.add(".addNulls(this.nulls)");
      }
      if (json) {
        calls.add(".addUnknown(this.additionalProperties)");
      }
      calls.add(".toString()");
      return "new ToString(" + Literals.string(model.name()) + ")" + String.join("", calls);
    }
  }
}
