package dev.zoomkit.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two commands, each in a process of its own. */
class CommandsTest {
  @TempDir Path folder;

  private String bundle = "";

  @BeforeEach
  void writeBundle() throws IOException {
    bundle = Small.write(folder, "zoom.json", Small.read("bundle.yaml")).toString();
  }

  @Test
  void driftWritesItsWorkList() throws Exception {
    Run run =
        drift(Small.RESOURCES.resolve("new.yaml") + "," + Small.RESOURCES.resolve("upstream.yaml"));
    assertThat(run.lines())
        .containsExactly(
            "2 differences, of which 0 are decided and 2 are open: "
                + folder.resolve("target/drift.md"));
    assertThat(run.exit()).isZero();
    assertThat(folder.resolve("target/drift.md"))
        .content()
        .contains("## Photo Albums\n\n### POST /things/{id}/photo\n- `z")
        .contains("## Things\n\n### GET /things/old\n- `z")
        .contains(
            "operation-lacks: Zoom `for sub-accounts, too` (master and ordinary), ours nothing");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("target/drift.json").toFile());
    assertThat(json.path("differences")).hasSize(2);
  }

  @Test
  void badInputIsOneLineAndExitOneAndWritesNothing() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"openapi\": \"3.0.0\", ");
    Run drift = drift(broken.toString());
    assertThat(drift.exit()).isEqualTo(1);
    assertThat(drift.lines())
        .containsExactly("broken.json: is neither JSON nor YAML, or ends too early, at line 1");
    assertThat(folder.resolve("target")).doesNotExist();

    Path ours = Files.createDirectories(folder.resolve("ours"));
    Files.copy(Small.FOLDER.resolve("zoom.yaml"), ours.resolve("zoom.yaml"));
    Run skeleton = run(Skeleton.class, ours.toString(), bundle, "gone.json", "new", "", "");
    assertThat(skeleton.exit()).isEqualTo(1);
    assertThat(skeleton.lines()).containsExactly("gone.json: there is no such file");
    assertThat(ours).isDirectoryNotContaining(file -> !file.endsWith("zoom.yaml"));
  }

  @Test
  void aSkeletonOfNothingNewSaysSo() throws Exception {
    Path ours = Files.createDirectories(folder.resolve("ours"));
    Files.copy(Small.FOLDER.resolve("zoom.yaml"), ours.resolve("zoom.yaml"));
    Path known =
        Files.writeString(
            folder.resolve("known.yaml"),
            """
            openapi: 3.0.3
            servers: [{url: 'https://api.zoom.us/v2'}]
            paths: {/things: {get: {responses: {'200': {description: ''}}}}}
            """);
    Run skeleton = run(Skeleton.class, ours.toString(), bundle, known.toString(), "new", "", "");
    assertThat(skeleton.lines()).containsExactly("Ours has every operation of these files.");
  }

  private Run drift(String upstream) throws Exception {
    Path decisions = Files.writeString(folder.resolve("decisions.yaml"), "decisions: []\n");
    return run(
        Drift.class,
        Small.FOLDER.toString(),
        bundle,
        upstream,
        decisions.toString(),
        folder.resolve("target").toString());
  }

  private static Run run(Class<?> main, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    return new Run(process.waitFor(), said.lines().toList());
  }

  private record Run(int exit, List<String> lines) {}
}
