package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.retry.Sleeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations of an overlay are checked as those of the description are, but for the client. */
class OverlaidBundleTest {
  private static final Path SAMPLE = Path.of("../plugin-user/src/it/overlay/acme.overlay.yaml");

  @TempDir private Path directory;

  @Test
  void theOperationsOfAnOverlayAreHeldAgainstIt() throws IOException {
    String said = run(SAMPLE);

    assertThat(said).startsWith("true Contract check: 2 operations, ").contains(" 0 findings; ");
    assertThat(directory.resolve("contract-report.md"))
        .content()
        .contains("listNotices", "createNotice")
        .doesNotContain("listUsers");
    assertThat(directory.resolve("contract-description.json"))
        .content()
        .contains("listNotices", "listUsers");
  }

  @Test
  void anApiIsHeldAgainstTheOverlayAsWell() throws IOException {
    try (MockZoom mock = MockZoom.builder().overlay(SAMPLE).start()) {
      Map<String, String> settings =
          Map.of(
              "contract.overlay",
              SAMPLE.toString(),
              "contract.baseUrl",
              mock.apiBase().toString(),
              "contract.accessToken",
              mock.appToken());

      assertThat(run(settings)).startsWith("true ").contains(" 0 departures ");
      assertThat(mock.requests("listNotices")).isNotEmpty();
      assertThat(mock.requests("createNotice")).isEmpty();
    }
  }

  @Test
  void whatDoesNotFitIsOneLine() throws IOException {
    String text = Files.readString(SAMPLE).replace("listNotices", "listUsers");
    Path taken = Files.writeString(directory.resolve("taken.yaml"), text);
    Path missing = directory.resolve("missing.yaml");

    assertThat(run(missing).strip())
        .isEqualTo("false Contract check: " + missing + ": there is no such file.");
    assertThat(run(taken).strip())
        .startsWith("false Contract check: " + taken + ": the operationId listUsers is taken")
        .doesNotContain("\n");
  }

  private String run(Path overlay) throws IOException {
    return run(Map.of("contract.overlay", overlay.toString()));
  }

  private String run(Map<String, String> settings) throws IOException {
    PrintStream usual = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    boolean fits;
    try {
      fits = Contract.run(directory, settings, Clock.systemUTC(), Sleeper.THREAD);
    } finally {
      System.setOut(usual);
    }
    return fits + " " + said.toString(StandardCharsets.UTF_8);
  }
}
