package dev.zoomkit.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the contract check before a release: against the mock, or against the API that {@code
 * contract.baseUrl} names.
 */
final class Contract {

  private Contract() {}

  /**
   * Takes the directory for the reports. Ends the build with 1 where there are findings: an
   * exception would come with a stack trace, which says nothing to whoever runs the check.
   */
  public static void main(String[] arguments) throws IOException {
    if (!run(Path.of(arguments[0]), Contract::setting)) {
      System.exit(1);
    }
  }

  private static @Nullable String setting(String name) {
    String property = System.getProperty(name);
    return property == null ? System.getenv(name) : property;
  }

  /**
   * Runs the check.
   *
   * @param environment settings by name, null for what is not set
   * @return whether all is as described
   */
  static boolean run(Path directory, Function<String, @Nullable String> environment)
      throws IOException {
    try {
      LiveSettings settings = LiveSettings.of(environment);
      return settings == null ? againstMock(directory) : LiveRun.run(settings, directory);
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

  private static boolean againstMock(Path directory) throws IOException {
    BundledDescription description = BundledDescription.load();
    MockRun run = new MockRun(description);
    Tally tally = run.run();
    MutationReport mutations = mutations();
    ContractReport report =
        new ContractReport(description.operations(), tally, run.trust(), run.notMet(), mutations);
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
