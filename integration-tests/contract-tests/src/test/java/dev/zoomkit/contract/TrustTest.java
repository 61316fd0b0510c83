package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zoomkit.mock.Trust;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The mock claims of no response that it agrees with its example, but of those that do, as the
 * client got them over HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Sandbox sandbox = new Sandbox();

  @AfterAll
  void close() {
    sandbox.close();
  }

  @TestFactory
  Stream<DynamicTest> claimsWhatIsSo() {
    return sandbox.description.operations().stream()
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> claimsWhatIsSo(operation)));
  }

  private void claimsWhatIsSo(Operation operation) throws IOException {
    JsonNode example = sandbox.description.responseExample(operation);
    boolean agrees =
        !example.isMissingNode()
            && (agrees(response(operation, false), example)
                || agrees(response(operation, true), example));

    Trust trust = sandbox.mock.trust(operation.id());
    if (operation.node().has("x-zoom-inferred")) {
      assertThat(trust).isEqualTo(Trust.INFERRED);
    } else if (agrees || example.isMissingNode() || !hasChoice(operation)) {
      assertThat(trust).isEqualTo(agrees ? Trust.EXAMPLE : Trust.DESCRIBED);
    } else {
      assertThat(trust).isNotEqualTo(Trust.INFERRED);
    }
  }

  /** Whether some optional parameters may be sent without the others. */
  private boolean hasChoice(Operation operation) {
    return sandbox.description.parameters(operation).stream()
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .anyMatch(parameter -> !parameter.path("required").asBoolean());
  }

  private JsonNode response(Operation operation, boolean optionalToo) throws IOException {
    String account = sandbox.accounts(operation).get(0);
    sandbox.resetFor(operation, account);
    sandbox.call(operation, account, optionalToo);
    return JSON.readTree(sandbox.recorder.drain().get(0).response());
  }

  private static boolean agrees(JsonNode value, JsonNode example) {
    if (value.getNodeType() != example.getNodeType()) {
      return false;
    }
    if (example.isArray()) {
      return example.isEmpty() || value.has(0) && agrees(value.get(0), example.get(0));
    }
    for (var field : example.properties()) {
      if (!agrees(value.path(field.getKey()), field.getValue())) {
        return false;
      }
    }
    return true;
  }
}
