package dev.zoomkit.contract;

import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import dev.zoomkit.contract.Finding.Rule;
import dev.zoomkit.error.ApiException;
import dev.zoomkit.error.ZoomException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Calls operations through the client, and holds against the description what went over the wire.
 */
final class ClientRun {

  private final Sandbox sandbox;
  private final Tally tally;

  ClientRun(Sandbox sandbox, Tally tally) {
    this.sandbox = sandbox;
    this.tally = tally;
  }

  /** A call that succeeds, with only the required values or with all. */
  List<Finding> success(Operation operation, String account, boolean optionalToo) {
    sandbox.resetFor(operation, account);
    return success(operation, account, optionalToo, false);
  }

  /** A call to which the mock has been told how to respond. */
  List<Finding> scriptedSuccess(Operation operation) {
    return success(operation, sandbox.accounts(operation).get(0), false, true);
  }

  private List<Finding> success(
      Operation operation, String account, boolean optionalToo, boolean scripted) {
    List<Finding> findings = new ArrayList<>();
    try {
      Object response = sandbox.call(operation, account, optionalToo);
      if (response == null && sandbox.description.returnsBody(operation)) {
        findings.add(new Finding(Rule.CLIENT, operation.id(), "returns nothing"));
      }
    } catch (ZoomException failure) {
      findings.add(new Finding(Rule.CLIENT, operation.id(), failure.getMessage()));
    }
    List<Exchange> exchanges = sandbox.recorder.drain();
    if (exchanges.size() != 1 || !operation.success().equals("" + exchanges.get(0).status())) {
      findings.add(new Finding(Rule.CLIENT, operation.id(), "no single success, but " + exchanges));
    }
    return withThoseOf(operation, exchanges, scripted, findings);
  }

  /** A call that the mock is told to refuse. */
  List<Finding> refusal(Operation operation, DocumentedError error) {
    sandbox.reset();
    // After a 401 the call is sent again with a new token, so it takes two of them.
    for (int i = 0; i < (error.status() == 401 ? 2 : 1); i++) {
      sandbox.mock.on(operation.id()).next().respond(error.status(), error.code());
    }
    List<Finding> findings = new ArrayList<>();
    String expected = "%s %s".formatted(operation, error);
    try {
      sandbox.call(operation, sandbox.accounts(operation).get(0), false);
      findings.add(new Finding(Rule.CLIENT, expected, "is no exception"));
    } catch (ApiException thrown) {
      String actual = "%s %s %s".formatted(thrown.operation(), thrown.status(), thrown.code());
      if (!Objects.equals(actual, expected)) {
        findings.add(new Finding(Rule.CLIENT, expected, "is the exception of " + actual));
      }
    } catch (ZoomException other) {
      findings.add(new Finding(Rule.CLIENT, expected, "is " + other));
    }
    return withThoseOf(operation, sandbox.recorder.drain(), true, findings);
  }

  private List<Finding> withThoseOf(
      Operation operation, List<Exchange> exchanges, boolean scripted, List<Finding> ofClient) {
    ofClient.forEach(tally::add);
    List<Finding> all = new ArrayList<>(ofClient);
    exchanges.forEach(exchange -> all.addAll(tally.check(operation, exchange, scripted)));
    return all;
  }
}
