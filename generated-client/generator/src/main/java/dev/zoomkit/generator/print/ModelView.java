package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.PagePosition;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the template of a model's class prints. */
public final class ModelView {
  private final Model model;
  private final String packageName;
  private final boolean json;
  private final Links links;
  private final String fileLinks;
  private final String apiPackage;

  private ModelView(
      Model model,
      String packageName,
      boolean json,
      Links links,
      String fileLinks,
      String apiPackage) {
    this.model = model;
    this.packageName = packageName;
    this.json = json;
    this.links = links;
    this.fileLinks = fileLinks;
    this.apiPackage = apiPackage;
  }

  /** The class of a schema, which is read from and written to JSON. */
  public static ModelView ofSchema(
      Model model, String packageName, String apiPackage, ClientPlan plan) {
    return new ModelView(
        model,
        packageName,
        true,
        Links.ofModel(plan, model),
        FileLinks.of(model, plan),
        apiPackage);
  }

  /** The class of an operation's optional values. */
  public static ModelView ofOptions(Model model, String packageName, ClientPlan plan) {
    return new ModelView(
        model, packageName, false, Links.ofOptions(plan, model), null, packageName);
  }

  String packageName() {
    return packageName;
  }

  List<String> imports() {
    return Imports.of(packageName, model.properties().stream().map(Property::type));
  }

  Javadoc javadoc() {
    return new Javadoc(links).paragraphs(model.docs());
  }

  String name() {
    return model.name();
  }

  boolean json() {
    return json;
  }

  /** The type of the items, where it is a page. */
  String pageOf() {
    return model.pages() == null ? null : model.pages().list().type().item().name();
  }

  /** The files that it leads to; null where it leads to none. */
  String fileLinks() {
    return fileLinks;
  }

  /** The request that sends it back; null where nothing takes one. */
  SentBack sentBack() {
    return model.update() == null
        ? null
        : new SentBack(model.update().request().name(), sentBackDoc(model.update()));
  }

  /** The class of a request, and what the method says that makes it. */
  record SentBack(String request, Javadoc javadoc) {}

  private Javadoc sentBackDoc(Model.Update update) {
    List<String> operations =
        update.operations().stream()
            .map(each -> apiPackage + "." + Names.typeOfTag(each.tag()) + "Api#" + each.id())
            .map(method -> "{@link " + method + "}")
            .toList();
    int last = operations.size() - 1;
    String takers =
        last == 0
            ? operations.get(0) + " takes"
            : String.join(", ", operations.subList(0, last))
                + " and "
                + operations.get(last)
                + " take";
    String leftOut =
        update.leftOut().stream()
            .map(Prose::literal)
            .map(links::in)
            .distinct()
            .collect(Collectors.joining(", "));
    String unknown =
        "fields that the description lacks, and values of another type than described.";
    Javadoc javadoc =
        new Javadoc(links)
            .paragraph(
                "Makes the request that sets these values, here or on another account; "
                    + takers
                    + " it. What is absent stays absent.")
            .paragraph(
                leftOut.isEmpty()
                    ? "Left out are " + unknown
                    : "Left out is what no request sets: " + leftOut + ". So are " + unknown);
    return update.demanding()
        ? javadoc.tag(
            "@throws IllegalStateException if a value is absent that the request needs; the message"
                + " names it")
        : javadoc;
  }

  boolean checked() {
    return model.properties().stream().anyMatch(model::checks);
  }

  List<Value> values() {
    return model.properties().stream().map(Value::new).toList();
  }

  /** The names of all fields. */
  List<String> fields() {
    List<String> fields = new ArrayList<>();
    model.properties().forEach(property -> fields.add(property.name()));
    if (json) {
      fields.add("additionalProperties");
    }
    return fields;
  }

  /** One value with all that the class says about it. */
  final class Value {
    private final Property property;

    Value(Property property) {
      this.property = property;
    }

    String name() {
      return property.name();
    }

    String literal() {
      return Literals.string(property.wireName());
    }

    /** Whether build() refuses to do without it. */
    boolean checked() {
      return model.checks(property);
    }

    String fieldType() {
      return checked() ? property.type().name() : builderType();
    }

    String builderType() {
      return "@Nullable " + property.type().name();
    }

    /** The type that the accessor returns. */
    String accessorType() {
      return model.alwaysPresent(property) ? property.type().required() : type();
    }

    /** What the accessor returns. */
    String accessorValue() {
      String names = Literals.string(model.name()) + ", " + Literals.string(name()) + ", ";
      return model.alwaysPresent(property) ? "Values.present(" + names + name() + ")" : name();
    }

    /** The type that the setter takes. */
    String type() {
      return checked() ? property.type().required() : builderType();
    }

    Javadoc accessorDoc() {
      return doc(List.of());
    }

    /** Whether PagedResponse declares the accessor. */
    boolean override() {
      return model.pages() != null && PagePosition.FIELDS.containsKey(property.wireName());
    }

    boolean deprecated() {
      return property.deprecated();
    }

    boolean secret() {
      return property.secret();
    }

    /** Whether it has an accessor: the page's own items() already is the one of its items. */
    boolean readable() {
      return model.pages() == null || !name().equals("items");
    }

    Javadoc setterDoc() {
      List<String> more = new ArrayList<>();
      if (checked()) {
        more.add("Required.");
      }
      return doc(more);
    }

    private Javadoc doc(List<String> more) {
      Javadoc javadoc = new Javadoc(links).paragraphs(property.docs());
      if (model.inRequests() || !model.inResponses()) {
        javadoc.paragraph(property.limits());
      }
      javadoc.paragraphs(more);
      return deprecated() ? javadoc.tag("@deprecated Zoom has deprecated it.") : javadoc;
    }

    /** What the setter stores: required values are checked, lists and free values are copied. */
    String setterValue() {
      JavaType type = property.type();
      String value = name();
      String names = Literals.string(model.name()) + ", " + Literals.string(value) + ", ";
      if (checked() && type.primitive() == null) {
        value = "Arguments.require(" + names + value + ")";
      }
      boolean copied = type.holdsMany() || type == JavaType.FREE;
      return copied ? "Values.copy(" + names + value + ")" : value;
    }

    /** The name of the value that has its time zone, for setters of the types of java.time. */
    String timeZone() {
      return property.type() == JavaType.START_TIME
          ? model.property(property.timeZone()).map(Property::name).orElse("")
          : "";
    }
  }

  /** The methods that PagedResponse declares and the class has besides its accessors. */
  List<PageMethods.Method> pageMethods() {
    return model.pages() == null ? List.of() : new PageMethods(model).all();
  }
}
