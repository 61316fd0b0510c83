package dev.zoomkit.spec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules about lists and the days that they cover. */
enum PagingRules implements HouseRule {
  /** A list is paged or says why it is not; nothing else says so. */
  LIST(PagingRules::list),
  /** {@code x-zoom-paging} agrees with the parameters and with the response. */
  PAGING(PagingRules::paging),
  /**
   * {@code x-zoom-date-window} names query parameters; where those are from and to, it is there.
   */
  DATE_WINDOW(PagingRules::dateWindow);

  /** What tells where a page is, and its type. */
  private static final Map<String, String> POSITIONS =
      Map.of(
          "next_page_token", "string",
          "page_count", "integer",
          "page_number", "integer",
          "total_records", "integer");

  private final Look look;

  PagingRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static void list(Description description, Report report) {
    for (Operation operation : description.operations()) {
      Spot spot = operation.spot();
      boolean named = operation.id().startsWith("list");
      boolean list = named || description.isOf("array", operation.result());
      boolean mayBeList = named || description.mayBeOf("array", operation.result());
      boolean paged = spot.has("x-zoom-paging");
      boolean excused = spot.has("x-zoom-not-paged");
      boolean pages =
          operation.query("next_page_token").isPresent()
              || operation.query("page_number").isPresent();
      if (pages && !paged) {
        report.add(spot, "takes a page but has no x-zoom-paging");
      } else if (list && !paged && !excused) {
        report.add(spot, "a list needs x-zoom-paging, or a reason in x-zoom-not-paged");
      }
      if (excused && (paged || !mayBeList)) {
        report.add(spot, "x-zoom-not-paged is for lists without x-zoom-paging");
      }
    }
  }

  private static void paging(Description description, Report report) {
    Map<Spot, String> itemsOf = new HashMap<>();
    for (Operation operation : description.operations()) {
      Spot mark = operation.spot().at("x-zoom-paging");
      if (mark.exists() && operation.hasWholeParameters()) {
        items(operation, mark, report);
        positions(operation, report);
        if (mark.has("largeItems") && operation.query("page_size").isEmpty()) {
          report.add(mark.at("largeItems"), "there is no page_size to leave to Zoom");
        }
        String items = mark.text("items");
        String other = itemsOf.putIfAbsent(description.resolve(operation.result()), items);
        if (other != null && !other.equals(items)) {
          report.add(mark.at("items"), "another operation has the items of this page in " + other);
        }
      }
    }
  }

  private static void positions(Operation operation, Report report) {
    Map<String, Spot> members = operation.description().members(operation.result());
    POSITIONS.forEach(
        (name, type) -> {
          operation
              .query(name)
              .map(parameter -> parameter.at("schema"))
              .ifPresent(schema -> position(operation, name, type, schema, report));
          if (members.containsKey(name)) {
            position(operation, name, type, members.get(name), report);
          }
        });
    for (String name : List.of("next_page_token", "page_number")) {
      if (operation.query(name).filter(it -> it.node().path("required").asBoolean()).isPresent()) {
        report.add(operation.spot(), name + " has to be optional: the first page has none");
      }
    }
  }

  private static void position(
      Operation operation, String name, String type, Spot value, Report report) {
    Description description = operation.description();
    boolean wide = description.keyword(value, "format").node().asText().equals("int64");
    if (!description.mayBeOf(type, value) || wide && !name.equals("total_records")) {
      report.add(value, name + " has to be of type " + type + ", of 32 bits but for a total");
    }
  }

  private static void items(Operation operation, Spot mark, Report report) {
    Description description = operation.description();
    Spot page = operation.result();
    Spot items = page;
    for (String name : mark.text("items").split("\\.")) {
      page = items;
      items = description.members(page).getOrDefault(name, description.gap(page));
    }
    if (!description.mayBeOf("array", items)) {
      report.add(mark.at("items"), "'" + mark.text("items") + "' is no array of the response");
      return;
    }
    Map<String, Spot> ofItem = description.members(description.keyword(items, "items"));
    for (Spot name : mark.at("identity").children()) {
      if (!ofItem.containsKey(name.node().asText())) {
        report.add(name, "an item has no '" + name.node().asText() + "'");
      }
    }
    boolean byToken = operation.query("next_page_token").isPresent();
    Map<String, Spot> members = description.members(page);
    if (!byToken && members.containsKey("next_page_token")) {
      report.add(mark, "the response has a next_page_token that no parameter takes");
    } else if (!byToken && operation.query("page_number").isEmpty()) {
      report.add(mark, "pages need a parameter next_page_token or page_number");
    }
    String name = byToken ? "next_page_token" : "page_number";
    if (!members.containsKey(name) && !description.gap(page).exists()) {
      report.add(mark, "the response needs a " + name);
    }
  }

  private static void dateWindow(Description description, Report report) {
    for (Operation operation : description.operations()) {
      Spot window = operation.spot().at("x-zoom-date-window");
      for (Spot name : List.of(window.at("from"), window.at("to"), window.at("zone"))) {
        boolean there = operation.query(name.node().asText()).isPresent();
        if (name.exists() && !there && operation.hasWholeParameters()) {
          report.add(name, "there is no such query parameter");
        }
      }
      boolean days = operation.query("from").isPresent() && operation.query("to").isPresent();
      if (days && !window.exists()) {
        report.add(operation.spot(), "takes from and to but has no x-zoom-date-window");
      }
    }
  }
}
