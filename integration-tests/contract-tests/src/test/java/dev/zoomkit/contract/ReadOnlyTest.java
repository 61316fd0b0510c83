package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.ReadOnlyException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Of all operations, what the description marks as reading is all that leaves a read-only client.
 */
class ReadOnlyTest {

  @Test
  void onlyReadsThatTellNobodyArrive() {
    List<String> reads = new ArrayList<>();
    List<String> arrived = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    try (Sandbox sandbox = new Sandbox();
        ZoomClient zoom = sandbox.newClient().readOnly()) {
      for (Operation operation : sandbox.description.operations()) {
        if (operation.node().path("x-zoom-effect").asText().equals("read")
            && !operation.node().has("x-zoom-notifies")) {
          reads.add(operation.id());
        }
        sandbox.reset();
        String account = sandbox.accounts(operation).get(0);
        try {
          zoom.execute(sandbox.calls.call(zoom, operation, account, false));
        } catch (ReadOnlyException wanted) {
          refused.add(wanted.operation());
        }
        if (!sandbox.recorder.drain().isEmpty()) {
          arrived.add(operation.id());
        }
      }

      assertThat(reads).hasSizeGreaterThan(100);
      assertThat(arrived).containsExactlyElementsOf(reads);
      assertThat(refused)
          .hasSizeGreaterThan(100)
          .hasSize(sandbox.description.operations().size() - reads.size())
          .doesNotContainAnyElementsOf(reads);
    }
  }
}
