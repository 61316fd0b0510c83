package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zoomkit.contract.Finding.Rule;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whatever an operation creates can be read, listed, changed and deleted by the operations on its
 * path, and after that each of them says with a code of the description that it is gone. It holds
 * what the request said. A deletion that only writes may leave it in the list, changed; it then
 * refuses to do so again.
 */
final class LifecyclesCheck {

  private final Sandbox sandbox;
  private final List<Operation> operations;
  private final Consumer<Finding> found;
  private final List<Life> lives;

  LifecyclesCheck(Sandbox sandbox, Consumer<Finding> found) {
    this.sandbox = sandbox;
    this.operations = sandbox.description.operations();
    this.found = found;
    this.lives = Life.all(sandbox.description);
  }

  List<Life> lives() {
    return lives;
  }

  /** The lives in which an operation has a part. */
  void check(Operation operation) throws IOException {
    for (Life life : lives) {
      if (life.has(operation)) {
        live(life, operation);
      }
    }
  }

  /** The whole life, after which all operations are called for what is gone. */
  void live(Life life) throws IOException {
    live(life, null);
  }

  private void live(Life life, @Nullable Operation after) throws IOException {
    RawCalls calls = calls();
    String id = create(life, calls);
    Optional<Operation> read = sandbox.description.on(life.itemPath(), "GET");
    if (read.isPresent() && read.get().isPaged()) {
      lists(calls, read.get(), life, id);
      read = Optional.empty();
    }
    if (read.isPresent()) {
      holds(life, read.get(), succeed(calls, read.get(), life, id));
    }
    for (String method : List.of("PATCH", "PUT")) {
      Optional<Operation> operation = sandbox.description.on(life.itemPath(), method);
      if (operation.isPresent()) {
        succeed(calls, operation.get(), life, id);
      }
    }
    if (read.isPresent()) {
      succeed(calls, read.get(), life, id);
    }
    Optional<Operation> deletion = sandbox.description.on(life.itemPath(), "DELETE");
    if (deletion.isPresent()) {
      die(life, deletion.get(), after);
    }
  }

  private void holds(Life life, Operation read, JsonNode item) {
    KeptFields kept = new KeptFields(sandbox.description, life.creation(), read);
    for (String place : kept.lost(sandbox.requests.needed(life.creation()).body(), item)) {
      add(life.creation(), "creates what does not hold its " + place);
    }
  }

  /** A list on the path of an item is one of what it has: a new one may have nothing yet. */
  private void lists(RawCalls calls, Operation list, Life life, String id) throws IOException {
    Exchange exchange = calls.exchange(request(list, life, id));
    if (exchange.status() >= 300 && !AbsenceCheck.isOfMore(list, life.parameter(), exchange)) {
      add(list, "neither lists what a new one has nor says that it has nothing: " + exchange);
    }
  }

  /** A second one, because a change may have moved the first elsewhere. */
  private void die(Life life, Operation deletion, @Nullable Operation after) throws IOException {
    RawCalls calls = calls();
    String id = create(life, calls);
    Optional<Operation> list = sandbox.description.on(life.creation().masterPath(), "GET");
    JsonNode alive = list.isPresent() ? row(calls, list.get(), id) : MissingNode.getInstance();
    succeed(calls, deletion, life, id);
    JsonNode left = list.isPresent() ? row(calls, list.get(), id) : MissingNode.getInstance();
    if (deletion.writes() && !left.isMissingNode() && !left.equals(alive)) {
      Exchange again = calls.exchange(request(deletion, life, id));
      if (!AbsenceCheck.isOfPresent(deletion, again)) {
        add(deletion, "is not refused for what it left in the list: " + again);
      }
      return;
    }
    for (Operation operation : operations) {
      boolean asked = after == null || after.equals(operation);
      if (asked && (operation.masterPath() + "/").startsWith(life.itemPath() + "/")) {
        Exchange exchange = calls.exchange(request(operation, life, id));
        AbsenceCheck.add(operation, life.parameter(), exchange, found);
      }
    }
    if (list.isPresent() && names(calls, list.get()).contains(id)) {
      add(list.get(), "lists what is deleted");
    }
  }

  private RawCalls calls() {
    sandbox.reset();
    return sandbox.raw();
  }

  private RawRequest request(Operation operation, Life life, String id) {
    RawRequest request = sandbox.requests.needed(operation);
    return request.path().containsKey(life.parameter())
        ? request.withPath(life.parameter(), id)
        : request;
  }

  /** Returns the response's JSON; missing where it has none. */
  private JsonNode succeed(RawCalls calls, Operation operation, Life life, String id)
      throws IOException {
    return succeed(calls, request(operation, life, id));
  }

  private JsonNode succeed(RawCalls calls, RawRequest request) throws IOException {
    Exchange exchange = calls.exchange(request);
    if (exchange.status() >= 300) {
      add(request.operation(), "does not succeed: " + exchange + ": " + exchange.text());
      return MissingNode.getInstance();
    }
    return RawCalls.json(exchange.response());
  }

  /** Returns what the new item is known by: as the response says, or the list that has it now. */
  private String create(Life life, RawCalls calls) throws IOException {
    Optional<Operation> list = sandbox.description.on(life.creation().masterPath(), "GET");
    Set<String> before = list.isPresent() ? names(calls, list.get()) : Set.of();
    String id = id(succeed(calls, sandbox.requests.needed(life.creation())), life);
    if (list.isPresent()) {
      Set<String> after = names(calls, list.get());
      if (!after.contains(id)) {
        after.removeAll(before);
        id = after.stream().findFirst().orElse("");
      }
    }
    if (id.isEmpty()) {
      add(life.creation(), "creates nothing that a list or the response names");
    }
    return id.isEmpty() ? "none" : id;
  }

  private void add(Operation operation, String what) {
    found.accept(new Finding(Rule.STATE, operation.id(), what));
  }

  /** The values by which the items of a list may be known. */
  private Set<String> names(RawCalls calls, Operation list) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    rows(calls, list).stream()
        .flatMap(JsonNode::valueStream)
        .filter(JsonNode::isValueNode)
        .forEach(value -> names.add(value.asText()));
    return names;
  }

  /** The item of a list that is known by a value; missing where none is. */
  private JsonNode row(RawCalls calls, Operation list, String id) throws IOException {
    for (JsonNode row : rows(calls, list)) {
      if (row.valueStream().anyMatch(value -> value.isValueNode() && value.asText().equals(id))) {
        return row;
      }
    }
    return MissingNode.getInstance();
  }

  private List<JsonNode> rows(RawCalls calls, Operation list) throws IOException {
    return succeed(calls, sandbox.requests.needed(list))
        .valueStream()
        .filter(JsonNode::isArray)
        .flatMap(JsonNode::valueStream)
        .toList();
  }

  /** By the name of the path parameter, or as {@code id}; empty where the response has neither. */
  private static String id(JsonNode created, Life life) {
    return Stream.of(Life.field(life.parameter()), "id", "uuid", "ids")
        .map(created::findValue)
        .filter(value -> value != null && value.isValueNode())
        .map(value -> value.asText().split(",")[0])
        .findFirst()
        .orElse("");
  }
}
