package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.contract.Finding.Rule;
import dev.zoomkit.error.ZoomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the client makes of its arguments on the way: path, query and body. */
final class ClientCheck {

  /** A UUID that has to be encoded twice, and what then stands in a path. */
  static final String UUID = "/qyU//9zRYK5xzU1r+Q3Lg==";

  private static final String UUID_ENCODED = "%252FqyU%252F%252F9zRYK5xzU1r%252BQ3Lg%253D%253D";

  private static final String UNKNOWN = "known_to_nobody";

  private final Sandbox sandbox;
  private final Consumer<Finding> found;

  ClientCheck(Sandbox sandbox, Consumer<Finding> found) {
    this.sandbox = sandbox;
    this.found = found;
  }

  void check(Operation operation) throws IOException {
    for (String account : sandbox.accounts(operation)) {
      asSent(operation, account);
    }
    uuids(operation);
    unknown(operation);
  }

  private void asSent(Operation operation, String account) throws IOException {
    Exchange sent = sent(operation, account, null);
    boolean own = account.equals(Sandbox.OWN_ACCOUNT);
    List<String> path = new ArrayList<>();
    for (String segment : operation.segments(own && operation.onOwnAccount())) {
      path.add(segment.equals("{accountId}") ? account : segment);
    }
    Operation.Path expected = new Operation.Path(operation, path);
    if (!expected.fits(Operation.segments(sent.path()))) {
      add(operation, "is sent to " + sent.path() + ", not to " + path);
    }
    RawRequest everything = sandbox.requests.everything(operation);
    Set<String> query = new TreeSet<>(ContractCheck.queryValues(sent.query()).keySet());
    for (String name : everything.query().keySet()) {
      if (!query.contains(name)) {
        add(operation, "sends no " + name);
      }
    }
    JsonNode body = everything.body();
    if (body.isObject() && !sent.hasForm() && !RawCalls.json(sent.request()).equals(body)) {
      add(operation, "sends another body: " + RawCalls.json(sent.request()) + ", not " + body);
    }
  }

  /** A field that the description lacks, as one of tomorrow's. */
  private void unknown(Operation operation) throws IOException {
    JsonNode body = sandbox.description.requestExample(operation);
    if (sandbox.description.requestSchema(operation).isMissingNode() || !body.isObject()) {
      return;
    }
    ObjectNode more = body.deepCopy();
    Object request = sandbox.calls.body(operation, more.put(UNKNOWN, true));
    Exchange sent = sent(operation, sandbox.accounts(operation).get(0), request);
    if (!RawCalls.json(sent.request()).has(UNKNOWN)) {
      add(operation, "does not send a field that the description lacks");
    }
  }

  private Exchange sent(Operation operation, String account, @Nullable Object body) {
    sandbox.resetFor(operation, account);
    try (ZoomClient zoom = sandbox.newClient()) {
      zoom.execute(sandbox.calls.call(zoom, operation, account, true, body));
    } catch (ZoomException refused) {
      // What was sent is recorded all the same.
    }
    return sandbox.recorder.drain().get(0);
  }

  private void uuids(Operation operation) {
    boolean hasUuid = false;
    ObjectNode copy = operation.node().deepCopy();
    ArrayNode parameters = copy.putArray("parameters");
    for (JsonNode parameter : sandbox.description.parameters(operation)) {
      ObjectNode other = parameters.addObject().setAll((ObjectNode) parameter.deepCopy());
      if (parameter.path("x-zoom-param").asText().equals("uuid")) {
        hasUuid = true;
        other.put("example", UUID);
      }
    }
    if (hasUuid) {
      Operation changed = new Operation(operation.method(), operation.masterPath(), copy);
      String account = sandbox.accounts(operation).get(0);
      Exchange sent = sent(changed, account, null);
      if (!sent.path().contains(UUID_ENCODED)) {
        add(operation, "does not encode a UUID twice: " + sent.path());
      }
    }
  }

  private void add(Operation operation, String what) {
    found.accept(new Finding(Rule.CLIENT, operation.id(), what));
  }
}
