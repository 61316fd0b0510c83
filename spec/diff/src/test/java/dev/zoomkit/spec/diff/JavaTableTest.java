package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.spec.diff.BreakTable.Line;
import dev.zoomkit.spec.reader.ApiDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generates, compiles and compares what lines of {@code changes.txt} are marked for: japicmp finds
 * a break where the table states one, and a change of the description explains each. All lines with
 * {@code -Psoak}, else a share.
 */
class JavaTableTest {
  private static final int SHARE = 6;
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir static Path folder;
  private static Path base;

  static Stream<Line> lines() {
    List<Line> marked = BreakTable.lines().stream().filter(Line::java).toList();
    boolean all = Boolean.getBoolean("zoomkit.soak");
    return marked.stream().filter(line -> all || marked.indexOf(line) % SHARE == 0);
  }

  @BeforeAll
  static void generateBase() throws IOException {
    base = generate(new ApiDescription(Widgets.description()), "base");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void breaksInJavaWhatTheTableSays(Line line) throws IOException {
    ApiDescription before = new ApiDescription(Widgets.description());
    ApiDescription after = new ApiDescription(Widgets.edited(line.edit()));
    Path edited = generate(after, "edited" + line.hashCode());

    check(before, after, base, edited, line.there());
    check(after, before, edited, base, line.back());
  }

  private static void check(
      ApiDescription before, ApiDescription after, Path old, Path now, List<String> stated) {
    List<JavaFinding> findings = JavaApi.compare(old, now, CLASS_PATH);
    List<Change> changes =
        Explanations.add(
            before, after, new ArrayList<>(Comparison.of(before, after, Rules.all())), findings);

    assertThat(stated.stream().anyMatch(rule -> rule.matches(".*:s?b.*")))
        .as("whether the table states a break; japicmp finds %s", findings)
        .isEqualTo(!findings.isEmpty());
    assertThat(changes.stream().map(BreakTable::brief).sorted().toList()).isEqualTo(stated);
  }

  private static Path generate(ApiDescription description, String name) throws IOException {
    return GeneratedApi.of(description, folder.resolve(name), CLASS_PATH);
  }
}
