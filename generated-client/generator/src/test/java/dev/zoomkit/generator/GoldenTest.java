package dev.zoomkit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the generators make of {@code everything.yaml}, against the files in src/test/golden. After
 * a wanted change, renew them with {@code mvn -pl generated-client/generator test -Dtest=GoldenTest
 * -Dgolden.renew=true}, and read the diff.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/golden");
  private static final Path DESCRIPTION = Path.of("src/test/resources/everything.yaml");

  @TempDir Path folder;

  @Test
  void generatesWhatIsCommitted() throws IOException {
    SortedMap<String, String> generated = generate();
    if (Boolean.getBoolean("golden.renew")) {
      renew(generated);
    }

    SortedMap<String, String> golden = Generation.javaFiles(GOLDEN);
    assertThat(generated.keySet()).isEqualTo(golden.keySet());
    generated.forEach((name, text) -> assertThat(text).as(name).isEqualTo(golden.get(name)));
  }

  @Test
  void generatesTheSameTwice() throws IOException {
    assertThat(generate()).isEqualTo(generate());
  }

  private SortedMap<String, String> generate() throws IOException {
    Path run = Files.createTempDirectory(folder, "run");
    Generation.run("zoomkit-client", DESCRIPTION, run);
    Generation.run("zoomkit-facade", DESCRIPTION, run);
    return Generation.javaFiles(run.resolve("src/main/java"));
  }

  private static void renew(SortedMap<String, String> generated) throws IOException {
    for (String old : Generation.javaFiles(GOLDEN).keySet()) {
      Files.delete(GOLDEN.resolve(old));
    }
    for (var file : generated.entrySet()) {
      Path path = GOLDEN.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
