package dev.zoomkit.judge;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Specmatic as npm has it. It runs on the JDK of this program, reaches this machine alone, because
 * it can look up no other one, and so reports to nobody.
 */
final class Specmatic {

  private static final String PACKAGE = "specmatic@2.55.1";
  private static final int MINUTES = 10;

  private final Path folder;
  private final Path jar;

  private Specmatic(Path folder) {
    this.folder = folder;
    jar = folder.resolve("node_modules/specmatic/specmatic.jar");
  }

  /**
   * Installs it into a folder, unless it is there.
   *
   * @return null where npm is not there
   * @throws IOException if npm cannot get it
   */
  static @Nullable Specmatic in(Path folder) throws IOException, InterruptedException {
    Specmatic specmatic = new Specmatic(folder);
    Files.createDirectories(folder);
    if (!Files.exists(specmatic.jar)) {
      try {
        specmatic.run("npm", "install", "--ignore-scripts", "--no-save", "--prefix", ".", PACKAGE);
      } catch (IOException noNpm) {
        return null;
      }
      if (!Files.exists(specmatic.jar)) {
        throw new IOException(
            "npm got no %s; what it said is in %s.".formatted(PACKAGE, specmatic.log()));
      }
    }
    return specmatic;
  }

  /**
   * Tests a server against a description.
   *
   * @return the report in JUnit's XML
   * @throws IOException if there is none
   */
  Path test(Path description, HttpUrl server) throws IOException, InterruptedException {
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
    Path report = folder.resolve("report/TEST-junit-jupiter.xml");
    Files.deleteIfExists(report);
    run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djdk.net.hosts.file=" + hosts,
        "-jar",
        jar.toString(),
        "test",
        "--testBaseURL=" + server,
        "--junitReportDir=" + report.getParent(),
        description.toString());
    if (!Files.exists(report)) {
      throw new IOException("Specmatic wrote no report; what it said is in " + log() + ".");
    }
    return report;
  }

  /** What the last command said. */
  Path log() {
    return folder.resolve("said.log");
  }

  private void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
    File log = log().toFile();
    builder
        .redirectErrorStream(true)
        .redirectOutput(log)
        .environment()
        .put("MAX_TEST_REQUEST_COMBINATIONS", "1");
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(command[0] + " took longer than " + MINUTES + " minutes.");
    }
  }
}
