package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ApiOperation;
import dev.zoomkit.generator.java.ApiOperation.Paging;
import dev.zoomkit.generator.java.ApiOperation.ResponseKind;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.PagePosition;
import dev.zoomkit.generator.java.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the items and the position of the page in the responses of operations that page. */
final class PageReader {
  private final Map<String, Model> models;
  private final Problems problems;

  PageReader(Map<String, Model> models, Problems problems) {
    this.models = models;
    this.problems = problems;
  }

  /** Tells the model of the response where its items are, if the operation pages. */
  void read(ApiOperation operation) {
    String where = "operation " + operation.id();
    if (operation.facts().paging() == null) {
      return;
    }
    Model page =
        operation.response().kind() == ResponseKind.JSON
            ? models.get(operation.response().type().name())
            : null;
    if (page == null) {
      problems.add(
          where, "x-zoom-paging without a response that is an object", "Describe the response");
      return;
    }
    Model.Pages pages = pages(page, operation.facts().paging(), where);
    if (pages == null) {
      return;
    }
    checkPosition(page);
    if (pages.nested() != null) {
      checkPosition(pages.nested());
    }
    checkParameters(operation, where);
    if (page.pages() != null && !page.pages().items().equals(pages.items())) {
      problems.add(
          "schema " + page.name(),
          "two operations find their items in different places of it",
          "Give one of them a response of its own");
    }
    if (page.pages() != null && !page.pages().identity().equals(pages.identity())) {
      problems.add(
          "schema " + page.name(),
          "two operations tell its items apart by different properties",
          "Give both the same identity, or one of them a response of its own");
    }
    page.pages(pages);
    if (page.property("items").isPresent() && !pages.list().wireName().equals("items")) {
      problems.add(
          "schema " + page.name() + ", property items",
          "a page has a method items() of its own",
          "Give it another name with " + PropertyReader.NAME);
    }
  }

  /** The way from the page to its items; null where it leads to no array. */
  private Model.Pages pages(Model page, Paging paging, String where) {
    List<String> steps = paging.items();
    List<Property> way = new ArrayList<>();
    Model holder = null;
    for (String step : steps) {
      holder = way.isEmpty() ? page : models.get(way.get(way.size() - 1).type().name());
      Property property = holder == null ? null : holder.property(step).orElse(null);
      if (property == null) {
        problems.add(
            where,
            "x-zoom-paging names items that " + page.name() + " does not have",
            "Correct the path " + String.join(".", steps));
        return null;
      }
      way.add(property);
    }
    JavaType list = way.get(way.size() - 1).type();
    if (list.kind() != JavaType.Kind.LIST) {
      problems.add(
          where, "the items of x-zoom-paging are no array", "Name the array of the response");
      return null;
    }
    List<Property> identity = identity(list.item(), paging.identity(), where);
    return new Model.Pages(way, holder == page ? null : holder, identity);
  }

  private List<Property> identity(JavaType item, List<String> names, String where) {
    Model model = models.get(item.name());
    List<Property> identity = new ArrayList<>();
    for (String name : names) {
      Optional<Property> property = model == null ? Optional.empty() : model.property(name);
      property.ifPresentOrElse(
          identity::add,
          () ->
              problems.add(
                  where,
                  "x-zoom-paging tells items apart by " + name + ", which they do not have",
                  "Name properties of the items"));
    }
    return identity;
  }

  private void checkPosition(Model holder) {
    checkTypes("schema " + holder.name() + ", property ", "A page needs", holder::property);
  }

  private void checkParameters(ApiOperation operation, String where) {
    if (operation.query(PagePosition.TOKEN).isEmpty()
        && operation.query(PagePosition.NUMBER).isEmpty()) {
      problems.add(
          where,
          "it pages, but takes neither next_page_token nor page_number as optional query parameter",
          "Add one, or write x-zoom-not-paged");
    }
    checkTypes(where + ", parameter ", "Paging needs", operation::query);
    checkType(
        where + ", parameter ",
        "Paging needs",
        PagePosition.SIZE,
        List.of("Integer"),
        operation::query);
  }

  private void checkTypes(
      String where, String need, Function<String, Optional<Property>> properties) {
    PagePosition.FIELDS.forEach(
        (wireName, types) -> checkType(where, need, wireName, types, properties));
  }

  private void checkType(
      String where,
      String need,
      String wireName,
      List<String> types,
      Function<String, Optional<Property>> properties) {
    properties
        .apply(wireName)
        .map(property -> property.type().name())
        .filter(type -> !types.contains(type))
        .ifPresent(
            type ->
                problems.add(
                    where + wireName,
                    "it is of the Java type " + type,
                    need + " it as " + String.join(" or ", types) + "; correct the type"));
  }
}
