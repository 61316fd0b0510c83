package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zoomkit.mock.Trust;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The mock claims of those responses that they agree with their example that do so over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustTest {

  @AutoClose private final Sandbox sandbox = new Sandbox();

  @TestFactory
  Stream<DynamicTest> claimsWhatIsSo() {
    return sandbox.description.operations().stream()
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> claimsWhatIsSo(operation)));
  }

  private void claimsWhatIsSo(Operation operation) throws IOException {
    assertThat(sandbox.mock.trust(operation.id())).isEqualTo(expected(operation));
  }

  private Trust expected(Operation operation) throws IOException {
    if (operation.node().has("x-zoom-inferred")) {
      return Trust.INFERRED;
    }
    JsonNode example = sandbox.description.responseExample(operation);
    return !example.isMissingNode() && nearest(operation, example) == agreeing(example, example)
        ? Trust.EXAMPLE
        : Trust.DESCRIBED;
  }

  /** How much the nearest response agrees, with the optional parameters that bring it nearer. */
  private int nearest(Operation operation, JsonNode example) throws IOException {
    RawRequest request = sandbox.requests.needed(operation);
    int nearest = agreeing(response(request), example);
    for (JsonNode parameter : sandbox.description.parameters(operation)) {
      if (isOffered(parameter)) {
        String value = RawRequests.text(sandbox.requests.usual(parameter));
        RawRequest asking = request.withQuery(parameter.get("name").textValue(), value);
        int agreeing = agreeing(response(asking), example);
        request = agreeing > nearest ? asking : request;
        nearest = Math.max(agreeing, nearest);
      }
    }
    return nearest;
  }

  /** Whether it is optional, and the description names a value of it. */
  private boolean isOffered(JsonNode parameter) {
    JsonNode schema = parameter.get("schema");
    return parameter.get("in").textValue().equals("query")
        && !parameter.path("required").booleanValue()
        && (parameter.has("example")
            || sandbox.description.keyword(schema, "default") != null
            || sandbox.description.keyword(schema, "enum") != null);
  }

  private JsonNode response(RawRequest request) throws IOException {
    sandbox.resetFor(request.operation(), sandbox.accounts(request.operation()).get(0));
    Exchange exchange = sandbox.raw().exchange(request);
    return exchange.status() < 300 ? RawCalls.json(exchange.response()) : MissingNode.getInstance();
  }

  /** How many fields of an example a value has, each of the same type. */
  private static int agreeing(JsonNode value, JsonNode example) {
    if (value.getNodeType() != example.getNodeType()) {
      return 0;
    }
    int agreeing = 1;
    for (var field : example.properties()) {
      agreeing += agreeing(value.path(field.getKey()), field.getValue());
    }
    return example.has(0) ? agreeing + agreeing(value.path(0), example.get(0)) : agreeing;
  }
}
