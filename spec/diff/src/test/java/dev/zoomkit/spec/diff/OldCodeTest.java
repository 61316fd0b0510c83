package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody wrote against an older edition, compiled with the classes of today. */
class OldCodeTest {
  private static final Path QUICKSTART = Path.of("integration-tests/quickstart/src");
  private static final Path RECIPES =
      Path.of("integration-tests/recipes/src/main/java/dev/zoomkit/recipes");

  @TempDir Path folder;
  private Path sources;

  @BeforeEach
  void sources() throws IOException {
    sources = Files.createDirectories(folder.resolve("sources"));
    Files.createDirectories(sources.resolve(RECIPES));
  }

  @Test
  void aRecipeThatCallsWhatIsGoneIsListed() throws IOException {
    Files.writeString(
        sources.resolve(RECIPES).resolve("Old.java"),
        """
        package dev.zoomkit.recipes;

        final class Old {
          void run(dev.zoomkit.ZoomAccount account) {
            account.webinars().deleteWebinars(1);
            account.webinars().deleteWebinar(1);
          }
        }
        """);

    assertThat(compile())
        .containsExactly(
            "integration-tests/recipes/src/main/java/dev/zoomkit/recipes/Old.java:5: cannot find"
                + " symbol symbol: method deleteWebinars(int) location: class"
                + " dev.zoomkit.operations.Webinars");
  }

  @Test
  void anExampleThatCallsWhatIsGoneIsListedByItsLine() throws IOException {
    copy(Path.of("../..").resolve(QUICKSTART), sources.resolve(QUICKSTART));
    Files.writeString(
        sources.resolve("README.md"),
        """
        # Old
        ```java
        account.webinars().deleteWebinar(1);
        ```
        ```java
        account.webinars().deleteWebinars(1);
        ```
        """);

    assertThat(compile()).singleElement().asString().startsWith("README.md:6: cannot find symbol");
  }

  @Test
  void ofSourcesWithoutAnyOfItThereIsNothingToSay() throws IOException {
    assertThat(compile()).isEmpty();
  }

  private List<String> compile() throws IOException {
    return OldCode.compile(sources, folder.resolve("work"), System.getProperty("java.class.path"))
        .stream()
        .map(Javac.Problem::toString)
        .toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
