package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every operation of the description through the client, over HTTP, to the mock and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllOperationsTest {

  @AutoClose private final Sandbox sandbox = new Sandbox();
  private final List<Operation> operations = sandbox.description.operations();
  private final Tally tally = new Tally(sandbox.description);
  private final ClientRun client = new ClientRun(sandbox, tally);

  @AfterAll
  void everyDocumentedResponseWasSeen() {
    assertThat(tally.coverage.responses.missing()).as("responses that no call had").isEmpty();
  }

  @Test
  void theClientHasTheOperationsOfTheDescription() {
    assertThat(sandbox.calls.names())
        .containsExactlyInAnyOrderElementsOf(operations.stream().map(Operation::id).toList());
  }

  @TestFactory
  Stream<DynamicTest> success() {
    return operations.stream()
        .flatMap(
            operation ->
                sandbox.accounts(operation).stream()
                    .flatMap(
                        account ->
                            Stream.of(false, true)
                                .map(
                                    optionalToo ->
                                        DynamicTest.dynamicTest(
                                            operation.id()
                                                + (account.equals(Sandbox.OWN_ACCOUNT)
                                                    ? ", own account"
                                                    : ", sub-account")
                                                + (optionalToo ? ", everything" : ", required"),
                                            () -> succeeds(operation, account, optionalToo)))));
  }

  private void succeeds(Operation operation, String account, boolean optionalToo) {
    assertThat(client.success(operation, account, optionalToo)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> refusals() {
    return operations.stream()
        .flatMap(
            operation ->
                DocumentedErrors.of(operation).stream()
                    .map(
                        error ->
                            DynamicTest.dynamicTest(
                                operation.id() + " " + error.status() + " " + error.code(),
                                () -> refuses(operation, error))));
  }

  private void refuses(Operation operation, DocumentedError error) {
    assertThat(client.refusal(operation, error)).isEmpty();
  }
}
