package dev.zoomkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What comes with the SDK, held against the README. */
class DependenciesTest {

  private static final Path README = Path.of("../../README.md");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([\\w.-]+\\.jar)` \\| ([\\d,]+) kB \\|");

  /** What other frameworks bring in versions of their own, and nobody should get from us. */
  private static final Pattern LEAK =
      Pattern.compile(
          "(META-INF/versions/\\d+/)?(javax|jakarta|com/fasterxml|com/google/gson)/.*\\.class");

  @Test
  void theReadmeHasEachWithItsSize() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Path jar : jars()) {
      rows.add("| `%s` | %,d kB |".formatted(jar.getFileName(), Math.round(Files.size(jar) / 1e3)));
    }

    assertThat(ROW.matcher(Files.readString(README)).results().map(row -> row.group()))
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void noneHasClassesThatOthersBring() throws IOException {
    assertThat(jars()).hasSizeGreaterThan(5);
    for (Path jar : jars()) {
      try (ZipFile file = new ZipFile(jar.toFile())) {
        assertThat(file.stream().map(ZipEntry::getName))
            .as(jar.toString())
            .noneMatch(LEAK.asMatchPredicate());
      }
    }
  }

  /** Else one would hide the other on the module path. */
  @Test
  void noTwoAreOneModule() throws IOException {
    assertThat(jars().stream().map(jar -> ModuleFinder.of(jar).findAll().iterator().next()))
        .extracting(module -> module.descriptor().name())
        .doesNotHaveDuplicates();
  }

  /** Those of others. */
  private static List<Path> jars() throws IOException {
    String classPath = Files.readString(Path.of(System.getProperty("class.path.of.users"))).strip();
    return Stream.of(classPath.split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .filter(jar -> !jar.getFileName().toString().startsWith("zoomkit"))
        .toList();
  }
}
