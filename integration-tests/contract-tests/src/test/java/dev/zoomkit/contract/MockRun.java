package dev.zoomkit.contract;

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
      Checks checks = new Checks(usual, whole, tally);
      for (String name : checks.names()) {
        for (Operation operation : description.operations()) {
          if (!name.equals(Checks.COVERAGE)) {
            checks.run(name, operation).stream()
                .filter(finding -> finding.rule() == Rule.KEYWORD)
                .forEach(finding -> notMet.add(finding.what()));
          }
        }
      }
      for (Operation operation : description.operations()) {
        trust.put(operation.id(), usual.mock.trust(operation.id()));
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
}
