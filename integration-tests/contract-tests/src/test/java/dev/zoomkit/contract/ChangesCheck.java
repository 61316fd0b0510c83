package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.contract.Finding.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a change or a deletion leaves behind, as the GETs around it show it. */
final class ChangesCheck {

  private final Sandbox sandbox;
  private final Consumer<Finding> found;

  ChangesCheck(Sandbox sandbox, Consumer<Finding> found) {
    this.sandbox = sandbox;
    this.found = found;
  }

  void check(Operation operation) throws IOException {
    for (Operation each : sandbox.description.operations()) {
      if (isBeside(each, operation)) {
        switch (each.method()) {
          case "PATCH", "PUT" -> change(each);
          case "DELETE" -> {
            if (isSeen(each)) {
              delete(each);
            }
          }
          default -> {}
        }
      }
    }
  }

  /** Itself, or the changes that a GET shows. */
  private static boolean isBeside(Operation change, Operation operation) {
    return change.equals(operation)
        || operation.reads() && change.masterPath().equals(operation.masterPath());
  }

  /** Whether it deletes something of a name, or what a GET on its path lists. */
  private boolean isSeen(Operation deletion) {
    return deletion.masterPath().endsWith("}")
        || sandbox.description.on(deletion.masterPath(), "GET").stream()
            .map(each -> sandbox.description.properties(sandbox.description.responseSchema(each)))
            .anyMatch(properties -> properties.values().stream().anyMatch(this::isList));
  }

  private boolean isList(JsonNode schema) {
    return sandbox.description.items(schema) != null;
  }

  private void change(Operation update) throws IOException {
    Operation read = sandbox.description.on(update.masterPath(), "GET").orElse(null);
    if (read == null || sandbox.description.requestSchema(update).isMissingNode()) {
      return;
    }
    sandbox.mock.reset();
    RawCalls calls = sandbox.raw();
    RawRequest request = sandbox.requests.needed(update);
    JsonNode before = read(calls, read);
    calls.exchange(request);
    JsonNode after = read(calls, read);
    KeptFields kept = new KeptFields(sandbox.description, update, read);
    kept.lost(request.body(), after).forEach(at -> add(update, "does not change " + at));
    turn(kept, request, read);
    if (update.method().equals("PATCH")) {
      stays(kept, request.body(), before, after, update);
      merge(kept, request, read);
    }
  }

  private void stays(
      KeptFields kept, JsonNode request, JsonNode before, JsonNode after, Operation update) {
    kept.changed(request, before, after)
        .forEach(at -> add(update, "changes " + at + ", which it does not name"));
  }

  /** Each switch the other way, unless it is locked; an example may say what there is already. */
  private void turn(KeptFields kept, RawRequest request, Operation read) throws IOException {
    JsonNode turned = turned(request.body());
    RawCalls calls = sandbox.raw();
    if (!turned.equals(request.body()) && calls.exchange(request.withBody(turned)).status() < 300) {
      List<JsonNode> locks = locks(calls);
      kept.lost(turned, read(calls, read)).stream()
          .filter(at -> locks.stream().noneMatch(lock -> lock.at(at).asBoolean()))
          .forEach(at -> add(request.operation(), "does not change " + at));
    }
  }

  /** What accounts and groups lock, at the places of the settings. */
  private List<JsonNode> locks(RawCalls calls) throws IOException {
    List<JsonNode> locks = new ArrayList<>();
    for (Operation each : sandbox.description.operations()) {
      if (each.reads() && each.id().endsWith("LockSettings")) {
        locks.add(read(calls, each));
      }
    }
    return locks;
  }

  private static JsonNode turned(JsonNode body) {
    if (body.isBoolean()) {
      return JsonNodeFactory.instance.booleanNode(!body.booleanValue());
    }
    if (!body.isObject()) {
      return body;
    }
    ObjectNode turned = JsonNodeFactory.instance.objectNode();
    body.properties().forEach(field -> turned.set(field.getKey(), turned(field.getValue())));
    return turned;
  }

  /** A single field, beside which all that was changed before has to stay. */
  private void merge(KeptFields kept, RawRequest request, Operation read) throws IOException {
    RawCalls calls = sandbox.raw();
    for (Map.Entry<String, JsonNode> field : request.body().properties()) {
      JsonNode single = JsonNodeFactory.instance.objectNode().set(field.getKey(), field.getValue());
      JsonNode before = read(calls, read);
      if (calls.exchange(request.withBody(single)).status() < 300) {
        stays(kept, single, before, read(calls, read), request.operation());
        return;
      }
    }
  }

  private JsonNode read(RawCalls calls, Operation read) throws IOException {
    Exchange exchange = calls.exchange(sandbox.requests.needed(read));
    return exchange.status() < 300 ? RawCalls.json(exchange.response()) : MissingNode.getInstance();
  }

  /** Something has to be another than before: what shows it, or the same call once more. */
  private void delete(Operation deletion) throws IOException {
    sandbox.resetFor(deletion, sandbox.accounts(deletion).get(0));
    RawCalls calls = sandbox.raw();
    List<String> before = seen(calls, deletion);
    RawRequest request = sandbox.requests.needed(deletion);
    Exchange first = calls.exchange(request);
    if (seen(calls, deletion).equals(before)
        && calls.exchange(request).status() == first.status()) {
      add(deletion, "deletes nothing: " + first);
    }
  }

  private List<String> seen(RawCalls calls, Operation deletion) throws IOException {
    List<String> responses = new ArrayList<>();
    for (Operation read : sandbox.description.operations()) {
      if (read.reads()
          && read.category().equals(deletion.category())
          && (deletion.masterPath().startsWith(read.masterPath())
              || read.masterPath().startsWith(deletion.masterPath()))) {
        Exchange exchange = calls.exchange(sandbox.requests.needed(read));
        responses.add(exchange.status() + exchange.text());
      }
    }
    return responses;
  }

  private void add(Operation operation, String what) {
    found.accept(new Finding(Rule.STATE, operation.id(), what));
  }
}
