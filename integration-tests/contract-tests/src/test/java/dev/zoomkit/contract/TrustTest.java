package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zoomkit.error.ApiException;
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
    sandbox.reset();
    try {
      sandbox.call(operation, sandbox.accounts(operation).get(0), false);
    } catch (ApiException refused) {
      assertThat(refused.operation()).isEqualTo(operation.id());
    }
    Exchange exchange = sandbox.recorder.drain().get(0);
    JsonNode example = sandbox.description.responseExample(operation);
    boolean agrees =
        !example.isMissingNode() && agrees(JSON.readTree(exchange.response()), example);

    boolean inferred = operation.node().has("x-zoom-inferred");
    assertThat(sandbox.mock.trust(operation.id()))
        .isEqualTo(inferred ? Trust.INFERRED : agrees ? Trust.EXAMPLE : Trust.DESCRIBED);
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
