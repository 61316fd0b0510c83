package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.PagePosition;
import dev.zoomkit.generator.java.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the class of a page says of it as PagedResponse asks. */
final class PageMethods {
  /** The types that a day has in a response, and the call that leads to it, if any. */
  private static final Map<JavaType, String> DAYS =
      Map.of(
          JavaType.DATE, "",
          JavaType.DATE_TIME, ".toLocalDate()",
          JavaType.MOMENT, ".toLocalDate()",
          JavaType.DATE_OR_DATE_TIME, ".toDate()");

  private final Model page;
  private final Model.Pages pages;

  PageMethods(Model page) {
    this.page = page;
    this.pages = page.pages();
  }

  /** A method that PagedResponse declares. */
  record Method(String type, String name, String parameter, String expression) {

    private Method(String type, String name, String expression) {
      this(type, name, "", expression);
    }
  }

  List<Method> all() {
    List<Method> methods = new ArrayList<>();
    String missing = missing(pages.items());
    String items = missing + " ? List.of() : " + path(pages.items());
    methods.add(new Method(pages.list().type().name(), "items", items));
    String absent = missing + " ? " + Literals.string(wirePath(pages.items())) + " : null";
    methods.add(new Method("@Nullable String", "absentList", absent));
    if (!pages.identity().isEmpty()) {
      methods.add(identity());
    }
    covered("from", "coveredFrom").ifPresent(methods::add);
    covered("to", "coveredTo").ifPresent(methods::add);
    if (pages.nested() != null) {
      for (String wireName : PagePosition.FIELDS.keySet()) {
        pages
            .nested()
            .property(wireName)
            .filter(property -> page.property(wireName).isEmpty())
            .ifPresent(property -> methods.add(position(property)));
      }
    }
    return methods;
  }

  /** What tells an item from the others. */
  private Method identity() {
    String checked = "Arguments.require(\"identity\", \"item\", item)";
    List<String> values = new ArrayList<>();
    for (Property property : pages.identity()) {
      values.add((values.isEmpty() ? checked : "item") + "." + property.name());
    }
    return new Method(
        "@Nullable Object",
        "identity",
        pages.list().type().item().name() + " item",
        "Values.identity(" + String.join(", ", values) + ")");
  }

  /** The day that a response of a span of days begins or ends with. */
  private Optional<Method> covered(String wireName, String method) {
    boolean own = pages.nested() == null || page.property(wireName).isPresent();
    List<Property> holder = own ? List.of() : pages.items().subList(0, pages.items().size() - 1);
    return (own ? page : pages.nested())
        .property(wireName)
        .filter(end -> DAYS.containsKey(end.type()))
        .map(
            end -> {
              List<Property> way = new ArrayList<>(holder);
              way.add(end);
              String value = missing(way) + " ? null : " + path(way) + DAYS.get(end.type());
              return new Method("@Nullable LocalDate", method, value);
            });
  }

  /** The position of the page in its list, which the nested object has. */
  private Method position(Property property) {
    List<Property> holder = pages.items().subList(0, pages.items().size() - 1);
    String value = path(holder) + "." + property.name();
    String type = "@Nullable " + property.type().name();
    return new Method(type, property.name(), missing(holder) + " ? null : " + value);
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
}
