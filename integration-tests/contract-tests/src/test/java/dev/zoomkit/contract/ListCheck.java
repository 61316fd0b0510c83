package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.contract.Finding.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Lists: their pages have each row once, and a parameter lists only what has its value. */
final class ListCheck {

  private static final int MOST_PAGES = 20;
  private static final int ROWS = 3;
  private static final Set<String> MANNERS = Set.of("page_size", "page_number", "next_page_token");

  private final Sandbox sandbox;
  private final Consumer<Finding> found;

  ListCheck(Sandbox sandbox, Consumer<Finding> found) {
    this.sandbox = sandbox;
    this.found = found;
  }

  void check(Operation operation) throws IOException {
    if (!operation.isPaged()) {
      return;
    }
    sandbox.mock.reset();
    RawCalls calls = sandbox.raw();
    RawRequest request = sandbox.requests.needed(operation);
    JsonNode first = RawCalls.json(calls.exchange(request).response());
    JsonNode list = operation.itemsOf(first);
    if (!list.isArray()) {
      add(operation, "has no list at " + operation.items() + ": " + first);
      return;
    }
    sandbox.seed(request, list.path(0), Math.max(0, ROWS - list.size()));
    pages(calls, request);
    filters(calls, request);
  }

  private void pages(RawCalls calls, RawRequest request) throws IOException {
    Operation operation = request.operation();
    if (sandbox.description.parameter(operation, "page_size").isMissingNode()) {
      return;
    }
    List<JsonNode> all = walk(calls, request);
    int total = page(calls, request).path("total_records").asInt(all.size());
    if (total != all.size()) {
      add(operation, "counts " + total + " rows and has " + all.size());
    }
    List<JsonNode> walked = walk(calls, request.withQuery("page_size", "1"));
    if (!walked.equals(all)) {
      add(
          operation,
          "has " + all.size() + " rows, and page by page " + walked.size() + " or others");
    }
  }

  private List<JsonNode> walk(RawCalls calls, RawRequest first) throws IOException {
    boolean token =
        !sandbox.description.parameter(first.operation(), "next_page_token").isMissingNode();
    List<JsonNode> walked = new ArrayList<>();
    RawRequest request = first;
    for (int number = 1; number <= MOST_PAGES; number++) {
      JsonNode page = page(calls, request);
      first.operation().itemsOf(page).forEach(walked::add);
      String next = page.path("next_page_token").asText();
      if (token ? next.isEmpty() : number >= page.path("page_count").asInt()) {
        return walked;
      }
      request =
          token
              ? first.withQuery("next_page_token", next)
              : first.withQuery("page_number", "" + (number + 1));
    }
    return walked;
  }

  private JsonNode page(RawCalls calls, RawRequest request) throws IOException {
    return RawCalls.json(calls.exchange(request).response());
  }

  /** Parameters that bear the name of a row's property, with values in common. */
  private void filters(RawCalls calls, RawRequest request) throws IOException {
    Operation operation = request.operation();
    for (String name : filterNames(operation)) {
      for (String value : values(operation, name)) {
        JsonNode page = page(calls, request.withQuery(name, value));
        for (JsonNode item : operation.itemsOf(page)) {
          if (item.has(name) && !item.get(name).asText().equals(value)) {
            add(operation, "lists for " + name + "=" + value + " " + item.get(name));
          }
        }
      }
    }
  }

  /** The query parameters that list what has their value. */
  List<String> filterNames(Operation operation) {
    return operation.isPaged()
        ? sandbox.description.parameters(operation).stream()
            .filter(parameter -> parameter.get("in").textValue().equals("query"))
            .map(parameter -> parameter.get("name").textValue())
            .filter(name -> !MANNERS.contains(name))
            .filter(name -> properties(operation).containsKey(name))
            .filter(name -> !values(operation, name).isEmpty())
            .toList()
        : List.of();
  }

  private Map<String, JsonNode> properties(Operation operation) {
    JsonNode row = sandbox.description.items(rowsSchema(operation));
    return sandbox.description.properties(row);
  }

  private JsonNode rowsSchema(Operation operation) {
    JsonNode schema = sandbox.description.responseSchema(operation);
    for (String name : operation.items().split("\\.")) {
      schema = sandbox.description.properties(schema).get(name);
    }
    return schema;
  }

  /** What both enumerations have; of a text without one, a text that no row has. */
  private Set<String> values(Operation operation, String name) {
    JsonNode parameter = sandbox.description.parameter(operation, name).get("schema");
    JsonNode property = properties(operation).get(name);
    JsonNode wanted = sandbox.description.keyword(parameter, "enum");
    JsonNode shown = sandbox.description.keyword(property, "enum");
    Set<String> values = new LinkedHashSet<>();
    if (wanted != null && shown != null) {
      wanted.forEach(value -> values.add(value.asText()));
      values.retainAll(shown.valueStream().map(JsonNode::asText).toList());
    } else if (wanted == null && sandbox.description.items(parameter) == null) {
      JsonNode text = sandbox.description.keyword(parameter, "format");
      values.add(text == null ? "none-has-this" : "none@example.com");
    }
    return values;
  }

  private void add(Operation operation, String what) {
    found.accept(new Finding(Rule.LIST, operation.id(), what));
  }
}
