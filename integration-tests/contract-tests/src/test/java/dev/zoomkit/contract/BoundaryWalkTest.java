package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.MockResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The mock keeps the constraining keywords of requests; the contract profile walks over all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundaryWalkTest {

  private static final int SHARE = 20;

  @AutoClose private final Sandbox sandbox = new Sandbox();
  private final List<Operation> operations = sandbox.description.operations();
  private final Boundaries boundaries = new Boundaries(sandbox.description, sandbox.requests);
  private final Tally tally = new Tally(sandbox.description);
  private final BoundaryWalk walk = new BoundaryWalk(sandbox, tally);

  @Test
  void aShareOfTheKeywordsIsKeptFromBothSides() throws IOException {
    for (Operation operation : everyTwentieth()) {
      walk.walk(boundaries.of(operation));
    }

    assertThat(tally.coverage.keywords.expected()).isGreaterThan(100);
    assertThat(tally.coverage.keywords.isEnough())
        .as(() -> String.join("\n", tally.coverage.keywords.missing()))
        .isTrue();
    assertThat(tally.findings()).isEmpty();
  }

  private List<Operation> everyTwentieth() {
    return IntStream.range(0, operations.size())
        .filter(i -> i % SHARE == 0)
        .mapToObj(operations::get)
        .toList();
  }

  @Test
  void aMockThatTakesEverythingIsCaught() throws IOException {
    assertThat(walked("addWebinarRegistrant", MockResponse.empty(204)))
        .filteredOn(line -> line.contains("takes what it forbids"))
        .hasSizeGreaterThan(20)
        .anyMatch(line -> line.startsWith("addWebinarRegistrant /email format"));
  }

  @Test
  void aMockThatTakesNothingIsCaught() throws IOException {
    assertThat(walked("addWebinarRegistrant", MockResponse.error(400, 300, "No.")))
        .hasSizeGreaterThan(20)
        .allMatch(line -> line.contains("refuses what it allows"));
  }

  /** What the walk says of an operation that always responds the same. */
  private List<String> walked(String operationId, MockResponse always) throws IOException {
    BoundaryWalk planted =
        new BoundaryWalk(
            sandbox,
            new Tally(sandbox.description),
            () ->
                sandbox.mock.filterResponses(
                    (id, response) -> id.equals(operationId) ? always : response));
    return planted.walk(boundaries.of(sandbox.description.operation(operationId)));
  }
}
