package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import dev.zoomkit.error.ApiException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every operation of the description through the client, over HTTP, to the mock and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllOperationsTest {

  private final Sandbox sandbox = new Sandbox();
  private final List<Operation> operations = sandbox.description.operations();
  private final ContractReport report = new ContractReport();

  @AfterAll
  void everyDocumentedStatusWasSeen() throws IOException {
    sandbox.close();
    report.write(operations);
    assertThat(report.missing(operations)).as("documented statuses that no call had").isEmpty();
  }

  /** What is refused to an account with a base plan, as that of the examples has. */
  private static final Set<String> NEEDS_A_FREE_ACCOUNT =
      Set.of("subscribePlans", "disassociateSubAccount");

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

  private Operation operation(String id) {
    return operations.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private void succeeds(Operation operation, String account, boolean optionalToo) {
    sandbox.reset();
    if (NEEDS_A_FREE_ACCOUNT.contains(operation.id())) {
      sandbox.call(operation("cancelBasePlan"), account, false);
      sandbox.recorder.drain();
    }
    Object response = sandbox.call(operation, account, optionalToo);
    assertThat(checked(operation))
        .singleElement()
        .satisfies(exchange -> assertThat("" + exchange.status()).isEqualTo(operation.success()));
    if (sandbox.description.returnsBody(operation)) {
      assertThat(response).isNotNull();
    }
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
    sandbox.reset();
    // After a 401 the call is sent again with a new token, so it takes two of them.
    for (int i = 0; i < (error.status() == 401 ? 2 : 1); i++) {
      sandbox.mock.on(operation.id()).next().respond(error.status(), error.code());
    }
    String account = sandbox.accounts(operation).get(0);

    ApiException thrown =
        catchThrowableOfType(ApiException.class, () -> sandbox.call(operation, account, false));

    assertThat(thrown).as("what %s throws", operation).isNotNull();
    assertThat(thrown.operation()).isEqualTo(operation.id());
    assertThat(thrown.status()).isEqualTo(error.status());
    assertThat(thrown.code()).isEqualTo(error.code());
    if (error.status() >= 400) {
      checked(operation);
    }
  }

  /** The exchanges of the last call, held against the description and counted. */
  private List<Exchange> checked(Operation operation) {
    List<Exchange> exchanges = sandbox.recorder.drain();
    assertThat(exchanges).isNotEmpty();
    for (Exchange exchange : exchanges) {
      List<Finding> findings = sandbox.check.check(exchange);
      report.add(operation, exchange, findings);
      assertThat(findings).as(exchange.toString()).isEmpty();
    }
    return exchanges;
  }
}
