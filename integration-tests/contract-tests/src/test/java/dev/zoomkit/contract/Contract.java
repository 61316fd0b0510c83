package dev.zoomkit.contract;

import dev.zoomkit.retry.Sleeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Runs the contract check before a release: against the mock, or against the API that {@code
 * contract.baseUrl} names; with the operations of {@code contract.overlay}, where that names a
 * file, against the mock with those alone.
 */
final class Contract {

  private Contract() {}

  /**
   * Takes the directory for the reports. Ends the build with 1 where there are findings: an
   * exception would come with a stack trace, which says nothing to whoever runs the check.
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> said = new HashMap<>(System.getenv());
    Properties properties = System.getProperties();
    properties.stringPropertyNames().stream()
        .filter(LiveSettings::isOption)
        .forEach(name -> said.put(name, properties.getProperty(name)));
    if (!run(Path.of(arguments[0]), said, Clock.systemUTC(), Sleeper.THREAD)) {
      System.exit(1);
    }
  }

  /**
   * Runs the check.
   *
   * @param said settings by name
   * @param sleeper waits where a rate limit asks for it, by the clock
   * @return whether all is as described
   */
  static boolean run(Path directory, Map<String, String> said, Clock clock, Sleeper sleeper)
      throws IOException {
    try {
      LiveSettings settings = LiveSettings.of(said);
      String overlay = said.get(LiveSettings.OVERLAY);
      if (overlay != null) {
        OverlaidBundle overlaid = OverlaidBundle.of(Path.of(overlay), directory);
        return settings == null
            ? againstMock(
                overlaid.operations(),
                new MockRun(overlaid),
                new MutationReport(List.of()),
                directory)
            : LiveRun.run(settings, overlaid.description(), directory, clock, sleeper);
      }
      BundledDescription description = BundledDescription.load();
      return settings == null
          ? againstMock(description.operations(), new MockRun(description), mutations(), directory)
          : LiveRun.run(settings, description, directory, clock, sleeper);
    } catch (LiveException wrong) {
      System.out.println("Contract check: " + wrong.getMessage());
      return false;
    }
  }

  private static MutationReport mutations() throws IOException {
    try (MutationRun run = new MutationRun()) {
      return new MutationReport(run.run(run.choose(MutationRun.OF_EACH_KIND)));
    }
  }

  private static boolean againstMock(
      List<Operation> operations, MockRun run, MutationReport mutations, Path directory)
      throws IOException {
    Tally tally = run.run();
    ContractReport report =
        new ContractReport(operations, tally, run.trust(), run.notMet(), mutations);
    report.write(directory);
    System.out.println("Contract check: " + report.summary());
    tally.findings().stream()
        .distinct()
        .limit(20)
        .forEach(finding -> System.out.println("  " + finding));
    System.out.println("Report: " + directory.resolve("contract-report.html").toAbsolutePath());
    return tally.findings().isEmpty() && mutations.isEnough();
  }
}
