package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.diff.Checkout.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
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
    checkout.write(
        Path.of("integration-tests/recipes/src/main/java/dev/zoomkit/recipes/Old.java"),
        """
        package dev.zoomkit.recipes;

        final class Old {
          void run(dev.zoomkit.ZoomAccount account) {
            account.widgets();
          }
        }
        """);
    git("init", "-q");
    git("add", "spec/src", "integration-tests");
    git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "Widgets");
    git("tag", "first");
    git("tag", "v0.3.0");
  }

  @Test
  void isBundledAndCompared() throws Exception {
    describe("clearWidgets", "0.3.0");

    Run run = checkout.compare("first");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(line -> line.contains("`deleteWidgets` has the name `clearWidgets`."));
  }

  @Test
  void saysThatItsApiIsGeneratedWithTodaysGenerator() throws Exception {
    describe("deleteWidgets", "0.3.0");

    assertThat(checkout.compare("first").lines())
        .contains(
            "The API of first is generated with today's generator: a change of generator or"
                + " templates does not show.");
    assertThat(checkout.markdown()).contains("today's generator");
  }

  @Test
  void whoseOwnCodeNoLongerCompilesFails() throws Exception {
    describe("deleteWidgets", "0.3.0");

    Run run = checkout.compare("first");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines())
        .anyMatch(
            line ->
                line.contains("Line 5 of `integration-tests/recipes/")
                    && line.contains(
                        "no longer compiles: cannot find symbol symbol: method" + " widgets()")
                    && line.contains("asks for a minor version"));
    assertThat(checkout.json().at("/changes").findValuesAsText("rule"))
        .contains("java-code-broken");
  }

  @Test
  void whoseOwnCodeNoLongerCompilesIsAdmittedByTheVersion() throws Exception {
    describe("deleteWidgets", "0.4.0");

    assertThat(checkout.compare("first").exit()).isZero();
  }

  @Test
  void whoseOwnCodeNoLongerCompilesIsAdmittedByADecision() throws Exception {
    describe("deleteWidgets", "0.3.0");
    checkout.compare("first");
    StringBuilder decisions = new StringBuilder();
    for (JsonNode change : checkout.json().path("changes")) {
      String fingerprint = change.path("fingerprint").asText();
      decisions.append("- {fingerprint: %s, because: Nobody uses it.}\n".formatted(fingerprint));
    }
    checkout.write(Path.of("spec/diff/decisions.yaml"), decisions.toString());

    assertThat(checkout.compare("first").exit()).isZero();
  }

  @Test
  void thatIsTheTagOfAReleaseIsThatRelease() throws Exception {
    describe("deleteWidgets", "0.3.0");
    List<Base> bases = new ArrayList<>();

    for (String name : List.of("v0.3.0", "0.3.0")) {
      Run run = released("0.3.0", name, bases);

      assertThat(run.lines()).noneMatch(line -> line.contains("today's generator"));
      assertThat(bases).hasSize(1);
      Base base = bases.remove(0);
      assertThat(base.generated()).hasSize(2);
      assertThat(base.sources()).isNotNull();
      assertThat(base.unseen()).isEmpty();
    }
  }

  @Test
  void thatIsTheTagOfAReleaseWithoutJarsIsSaidToBeARevision() throws Exception {
    describe("deleteWidgets", "0.3.0");

    for (String name : List.of("v0.3.0", "0.3.0")) {
      assertThat(checkout.compare(name).lines())
          .contains(
              "There is no zoomkit-spec 0.3.0 in any repository. The API of "
                  + name
                  + " is generated with today's generator: a change of generator or templates does"
                  + " not show.");
    }
  }

  @Test
  void aReleaseWithoutATagSaysThatNoCodeOfItIsCompiled() throws Exception {
    describe("deleteWidgets", "0.3.0");

    assertThat(released("0.2.0", "0.2.0", new ArrayList<>()).lines())
        .contains(
            "There is no tag v0.2.0: no examples, recipes and contract calls of the base are"
                + " compiled.");
  }

  /** Compares with a base, where a repository has the jars of a version. */
  private Run released(String version, String base, List<Base> seen) throws Exception {
    Path repository = Files.createDirectories(root.resolve("repository"));
    for (String name : List.of("zoomkit-spec", "zoomkit-client", "zoomkit")) {
      Path jar = repository.resolve("dev/zoomkit/" + name + "/" + version);
      Files.createDirectories(jar);
      try (JarOutputStream out =
          new JarOutputStream(Files.newOutputStream(jar.resolve(name + "-" + version + ".jar")))) {
        out.putNextEntry(new JarEntry("dev/zoomkit/spec/zoom.json"));
        Files.copy(root.resolve("spec/target/classes/dev/zoomkit/spec/zoom.json"), out);
      }
    }
    System.setProperty("repository", repository.toString());
    try {
      return checkout.compare(
          base,
          (found, work, classPath) -> {
            seen.add(found);
            return List.of();
          });
    } finally {
      System.clearProperty("repository");
    }
  }

  /** Our description: that of the commit, but for a name and a version. */
  private void describe(String operation, String version) throws IOException {
    checkout.describe(
        Widgets.edited(
            "/info/version = "
                + version
                + " && /paths = {/widgets: {delete: {operationId: "
                + operation
                + ", tags: [Widgets], x-zoom-effect: destroy, security: [], responses: {'204':"
                + " {description: They are gone.}, '400': {description: Wrong.}, '401':"
                + " {description: Nobody.}, '429': {description: Too much.}}}}}"));
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
