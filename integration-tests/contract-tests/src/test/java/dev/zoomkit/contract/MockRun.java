package dev.zoomkit.contract;

import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import dev.zoomkit.contract.Finding.Rule;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Trust;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole check against the mock: every operation through the client and raw. */
final class MockRun {

  private final BundledDescription description;
  private final Tally tally;
  private final List<String> notMet = new ArrayList<>();
  private final Map<String, Trust> trust = new HashMap<>();

  MockRun(BundledDescription description) {
    this.description = description;
    this.tally = new Tally(description);
  }

  /** Runs the check. */
  Tally run() throws IOException {
    try (Sandbox usual = new Sandbox();
        Sandbox whole = new Sandbox(MockZoom.builder().everyField().start())) {
      for (Sandbox sandbox : List.of(usual, whole)) {
        for (Operation operation : description.operations()) {
          successes(sandbox, operation);
        }
      }
      for (Operation operation : description.operations()) {
        trust.put(operation.id(), usual.mock.trust(operation.id()));
        refusals(usual, operation);
      }
      Boundaries boundaries = new Boundaries(description);
      BoundaryWalk walk = new BoundaryWalk(usual, tally);
      for (Operation operation : description.operations()) {
        notMet.addAll(walk.walk(boundaries.of(operation)));
      }
    }
    for (Dimension dimension : tally.coverage.all()) {
      if (!dimension.isEnough()) {
        tally.add(new Finding(Rule.COVERAGE, dimension.name(), dimension.shortfall()));
      }
    }
    return tally;
  }

  /** How far the mock's response to each operation is to be trusted, by its id. */
  Map<String, Trust> trust() {
    return trust;
  }

  /** The sides of keywords that the mock does not keep, a line each. */
  List<String> notMet() {
    return notMet;
  }

  private void successes(Sandbox sandbox, Operation operation) throws IOException {
    ClientRun client = new ClientRun(sandbox, tally);
    for (String account : sandbox.accounts(operation)) {
      client.success(operation, account, false);
      client.success(operation, account, true);
    }
    RawRun raw = new RawRun(sandbox, tally);
    raw.successes(operation);
    raw.nextPage(operation);
    raw.alternatives(operation);
    raw.unknownToMock(operation);
  }

  private void refusals(Sandbox sandbox, Operation operation) throws IOException {
    ClientRun client = new ClientRun(sandbox, tally);
    RawRun raw = new RawRun(sandbox, tally);
    for (DocumentedError error : DocumentedErrors.of(operation)) {
      client.refusal(operation, error);
      raw.refusal(operation, error);
    }
    raw.strangers(operation);
  }
}
