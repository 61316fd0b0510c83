package dev.zoomkit.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs Specmatic over all operations against a mock. Exits with 1 where a scenario fails for no
 * reason that is known. Where npm is not there, says so and does nothing.
 */
public final class Judge {

  private static final String FILE_WITHOUT_NAME =
      "Explained: Specmatic sends the file as a part without a name, which is no file of a form.";

  private Judge() {}

  /** Takes the folder to work in. Ends the build with 1, after a line that says why. */
  public static void main(String[] arguments) throws InterruptedException {
    boolean good;
    try {
      good = judge(Path.of(arguments[0], "specmatic").toAbsolutePath());
    } catch (IOException failure) {
      System.out.println("Nobody could judge: " + failure.getMessage());
      good = false;
    }
    if (!good) {
      System.exit(1);
    }
  }

  /** Returns whether all that fails is explained. */
  private static boolean judge(Path folder) throws IOException, InterruptedException {
    Specmatic specmatic = Specmatic.in(folder);
    if (specmatic == null) {
      System.out.println("Nobody judges here: Specmatic comes from npm, which is not installed.");
      return true;
    }
    JudgedDescription description = JudgedDescription.load();
    Verdict verdict;
    try (TokenProxy proxy = TokenProxy.start(description.refusedWithBasePlan())) {
      verdict =
          Verdict.read(
              specmatic.test(description.writeTo(folder.resolve("zoom.json")), proxy.url()));
    }
    System.out.printf(
        "Specmatic: %d of %d scenarios pass.%n",
        verdict.scenarios() - verdict.failures().size(), verdict.scenarios());
    int unexplained = 0;
    for (Map.Entry<String, String> failure : verdict.failures().entrySet()) {
      boolean file = description.takesFile(failure.getKey());
      unexplained += file ? 0 : 1;
      System.out.printf(
          "  %s%n    %s%n", failure.getKey(), file ? FILE_WITHOUT_NAME : failure.getValue());
    }
    if (unexplained > 0) {
      System.out.println(
          unexplained + " are not explained; what was sent is in " + specmatic.log());
    }
    return unexplained == 0;
  }
}
