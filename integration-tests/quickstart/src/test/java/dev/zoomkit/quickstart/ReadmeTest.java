package dev.zoomkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.quickstart.Markdown.Block;
import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds the README against the code: its examples, what they print, its tables, its links. */
class ReadmeTest {

  @TempDir Path folder;

  private final String readme = Markdown.readme();

  @TestFactory
  Stream<DynamicTest> examplesRunAndPrintWhatStandsBelowThem() {
    List<Example> examples = Example.of(readme);
    assertThat(examples).isNotEmpty();
    return examples.stream()
        .map(
            example ->
                DynamicTest.dynamicTest("README.md:" + example.line(), () -> check(example)));
  }

  /** A shown line may be broken where the printed one is not. */
  private void check(Example example) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("line" + example.line()));
    String printed;
    try {
      printed = example.run(classes);
    } catch (Exception thrown) {
      throw new AssertionError("The example of line " + example.line() + " throws.", thrown);
    }
    if (example.output() != null) {
      assertThat(printed)
          .as("what the example of line %d prints", example.line())
          .isEqualToNormalizingWhitespace(example.output());
    }
  }

  @Test
  void showsWhatTheQuickstartPrints() throws Exception {
    String printed = Running.quickstart(Map.of()).printed();

    assertThat(Markdown.blocks(readme).stream().map(Block::text).map(ReadmeTest::masked))
        .contains(masked(printed));
  }

  /** Without what the mock makes up, which changes with the description's examples. */
  private static String masked(String text) {
    return text.replaceAll("\\b\\d{11}\\b", "98520143677").replaceAll("\\?tk=\\S+", "?tk=…");
  }

  @Test
  void saysWhatTheDescriptionCovers() throws IOException {
    JsonNode bundle;
    try (InputStream json = ReadmeTest.class.getResourceAsStream("/dev/zoomkit/spec/zoom.json")) {
      bundle = new ObjectMapper().readTree(json);
    }
    int operations = bundle.path("paths").findValues("operationId").size();
    List<String> categories = bundle.path("tags").findValuesAsText("name");

    assertThat(readme)
        .containsIgnoringWhitespaces(
            "The description covers %d operations in %d categories: %s."
                .formatted(operations, categories.size(), String.join(", ", categories)));
  }

  @Test
  void saysOfEachExceptionWhatToDo() throws Exception {
    assertThat(matches("(?m)^\\| `(\\w+Exception)` \\|"))
        .containsExactlyInAnyOrderElementsOf(exceptions().map(Class::getSimpleName).toList());
  }

  /** Those that a call can throw: all of the SDK that can be instantiated. */
  private static Stream<Class<?>> exceptions() throws Exception {
    URI sdk = ZoomException.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    if (Files.isDirectory(Path.of(sdk))) {
      return exceptions(Path.of(sdk));
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(sdk))) {
      return exceptions(jar.getPath("/"));
    }
  }

  private static Stream<Class<?>> exceptions(Path root) throws Exception {
    Stream.Builder<Class<?>> found = Stream.builder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith("Exception.class")) {
          String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
          Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
          if (ZoomException.class.isAssignableFrom(type)
              && !Modifier.isAbstract(type.getModifiers())) {
            found.add(type);
          }
        }
      }
    }
    return found.build();
  }

  @Test
  void saysWhatTheMocksAdminApiHas() throws IOException {
    JsonNode admin;
    try (InputStream json = MockZoom.class.getResourceAsStream("admin.json")) {
      admin = new ObjectMapper().readTree(json);
    }
    Stream<String> requests =
        admin.path("paths").properties().stream()
            .flatMap(
                path ->
                    path.getValue().properties().stream()
                        .map(o -> o.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));

    assertThat(matches("(?m)^\\| `([A-Z]+ /_mock\\S*)` \\|"))
        .containsExactlyInAnyOrderElementsOf(requests.toList());
  }

  @Test
  void saysTheDefaultsOfRetries() {
    RetryPolicy policy = RetryPolicy.standard();

    assertThat(readme)
        .contains("| attempts a call | %d |".formatted(policy.maxAttempts()))
        .contains("| %.1f s at most, doubled".formatted(policy.firstWait().toMillis() / 1000.0))
        .contains("| longest wait | %d s;".formatted(policy.longestWait().toSeconds()));
  }

  @Test
  void leadsToFilesAndHeadingsThatExist() {
    List<String> headings =
        matches("(?m)^#+ (.*)$").stream()
            .map(h -> "#" + h.toLowerCase(Locale.ROOT).replace("`", "").replace(' ', '-'))
            .toList();

    assertThat(matches("]\\(([^):]+)\\)"))
        .isNotEmpty()
        .allMatch(
            target ->
                target.startsWith("#")
                    ? headings.contains(target)
                    : Files.exists(Path.of("../..").resolve(target)));
  }

  private List<String> matches(String pattern) {
    return Pattern.compile(pattern).matcher(readme).results().map(m -> m.group(1)).toList();
  }
}
