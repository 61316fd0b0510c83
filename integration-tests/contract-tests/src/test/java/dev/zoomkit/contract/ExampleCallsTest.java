package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What is covered must not depend on what is generated: one of two calls leaves nothing out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleCallsTest {

  @AutoClose private final Sandbox sandbox = new Sandbox();

  @TestFactory
  Stream<DynamicTest> oneCallHasEveryParameter() {
    return sandbox.description.operations().stream()
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> hasAll(operation)));
  }

  private void hasAll(Operation operation) {
    List<String> names =
        sandbox.description.parameters(operation).stream()
            .filter(parameter -> parameter.get("in").textValue().equals("query"))
            .map(parameter -> parameter.get("name").textValue())
            .filter(name -> !name.equals("next_page_token"))
            .toList();
    String account = sandbox.accounts(operation).get(0);

    assertThat(
            sandbox
                .calls
                .call(sandbox.newClient(), operation, account, true)
                .request()
                .url()
                .queryParameterNames())
        .containsAll(names);
  }
}
