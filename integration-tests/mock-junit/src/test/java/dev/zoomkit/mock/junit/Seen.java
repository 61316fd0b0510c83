package dev.zoomkit.mock.junit;

import dev.zoomkit.mock.MockZoom;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What the tests of a class that is run here got. */
final class Seen {
  private static final Queue<Row> ROWS = new ConcurrentLinkedQueue<>();

  private Seen() {}

  /** A mock, and where somebody got it. */
  record Row(String where, MockZoom mock) {}

  static void note(String where, MockZoom mock) {
    ROWS.add(new Row(where, mock));
  }

  /** The mocks that were got somewhere, in order. */
  static List<MockZoom> at(String where) {
    return ROWS.stream().filter(row -> row.where().equals(where)).map(Row::mock).toList();
  }

  static List<MockZoom> all() {
    return ROWS.stream().map(Row::mock).toList();
  }

  /** Runs a class, and nothing else. */
  static EngineExecutionResults run(Class<?> tests) {
    return run(tests, kit -> {});
  }

  static EngineExecutionResults run(Class<?> tests, Consumer<EngineTestKit.Builder> settings) {
    ROWS.clear();
    EngineTestKit.Builder kit =
        EngineTestKit.engine("junit-jupiter").selectors(DiscoverySelectors.selectClass(tests));
    settings.accept(kit);
    return kit.execute();
  }

  /** What failed, as its message says. */
  static List<String> failures(EngineExecutionResults results) {
    return results
        .allEvents()
        .failed()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> String.valueOf(result.getThrowable().orElseThrow().getMessage()))
        .toList();
  }
}
