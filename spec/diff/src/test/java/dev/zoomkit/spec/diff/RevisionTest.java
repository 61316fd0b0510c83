package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.spec.diff.Checkout.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base that is a commit: its description is bundled from its own files. */
class RevisionTest {

  @TempDir Path root;
  private Checkout checkout;

  @BeforeEach
  void commit() throws Exception {
    checkout = new Checkout(root);
    bundler();
    Path sources = Path.of("spec/src/main/openapi");
    checkout.write(
        sources.resolve("zoom.yaml"),
        """
        openapi: 3.0.3
        info: {title: Widgets, version: 0.3.0}
        tags: [{name: Widgets}]
        paths:
          /widgets:
            delete: {$ref: widgets/deleteWidgets.yaml}
        x-zoom-error-responses:
          '400': {description: Wrong.}
          '401': {description: Nobody.}
          '429': {description: Too much.}
        """);
    checkout.write(
        sources.resolve("widgets/deleteWidgets.yaml"),
        """
        operationId: deleteWidgets
        responses:
          '204': {description: They are gone.}
        """);
    git("init", "-q");
    git("add", "spec/src");
    git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "Widgets");
    git("tag", "first");
  }

  @Test
  void isBundledAndCompared() throws Exception {
    checkout.describe(
        Widgets.edited(
            "/paths = {/widgets: {delete: {operationId: clearWidgets, tags: [Widgets],"
                + " x-zoom-effect: destroy, security: [], responses: {'204': {description: They"
                + " are gone.}, '400': {description: Wrong.}, '401': {description: Nobody.},"
                + " '429': {description: Too much.}}}}}"));

    Run run = checkout.compare("first");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(line -> line.contains("`deleteWidgets` has the name `clearWidgets`."));
  }

  @Test
  void thatIsNoneIsRefused() throws Exception {
    checkout.describe(Widgets.description());

    assertThat(checkout.compare("second").lines())
        .containsExactly("There is no file, version or revision second.");
  }

  /** The bundler of this project, as the checkout has built it. */
  private void bundler() throws IOException {
    Path from = Path.of("../target/classes/dev/zoomkit/spec");
    Path to = Files.createDirectories(root.resolve("spec/target/classes/dev/zoomkit/spec"));
    try (Stream<Path> classes = Files.list(from)) {
      for (Path file : (Iterable<Path>) classes::iterator) {
        if (file.toString().endsWith(".class")) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).directory(root.toFile()).inheritIO().start();
    assertThat(git.waitFor()).as("%s", command).isZero();
  }
}
