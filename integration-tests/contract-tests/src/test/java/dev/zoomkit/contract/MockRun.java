package dev.zoomkit.contract;

import dev.zoomkit.contract.Finding.Rule;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole check against the mock: every operation through the client and raw, or raw alone. */
final class MockRun {

  private final BundledDescription description;
  private final List<Operation> operations;
  private final @Nullable Path overlay;
  private final Tally tally;
  private final List<String> notMet = new ArrayList<>();
  private final Map<String, Trust> trust = new HashMap<>();

  MockRun(BundledDescription description) {
    this(description, description.operations(), null);
  }

  /** A run over the operations of an overlay, which the client does not have. */
  MockRun(OverlaidBundle overlaid) {
    this(overlaid.description(), overlaid.operations(), overlaid.file());
  }

  private MockRun(
      BundledDescription description, List<Operation> operations, @Nullable Path overlay) {
    this.description = description;
    this.operations = operations;
    this.overlay = overlay;
    this.tally = new Tally(description, operations);
  }

  private Sandbox sandbox(MockZoom.Builder mock) {
    return new Sandbox((overlay == null ? mock : mock.overlay(overlay)).start(), description);
  }

  /** Runs the check. */
  Tally run() throws IOException {
    try (Sandbox usual = sandbox(MockZoom.builder().startAt(Sandbox.BEFORE_WHAT_IS_TO_COME));
        Sandbox whole =
            sandbox(MockZoom.builder().startAt(Sandbox.BEFORE_WHAT_IS_TO_COME).everyField())) {
      Checks checks = new Checks(usual, whole, tally);
      if (overlay != null) {
        checks.withoutClient();
      }
      for (String name : checks.names()) {
        for (Operation operation : operations) {
          if (!name.equals(Checks.COVERAGE)) {
            checks.run(name, operation).stream()
                .filter(finding -> finding.rule() == Rule.KEYWORD)
                .forEach(finding -> notMet.add(finding.what()));
          }
        }
      }
      for (Operation operation : operations) {
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
