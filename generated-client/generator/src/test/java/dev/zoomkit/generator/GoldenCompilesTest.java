package dev.zoomkit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The golden files compile without a warning against the client's hand-written types, and against
 * stand-ins for the few types of the SDK that the facade names.
 */
class GoldenCompilesTest {
  private static final Path GOLDEN = Path.of("src/test/golden");
  private static final Path CLIENT = Path.of("../client/src/main/java/dev");
  private static final Path STAND_INS = Path.of("src/test/sdk");

  @TempDir Path classes;

  @Test
  void withoutWarnings() throws IOException {
    assertThat(compile(files(GOLDEN))).isEmpty();
  }

  @Test
  void aWarningWouldBeSeen() throws IOException {
    Path source = Files.createDirectories(classes.resolve("source")).resolve("Careless.java");
    Files.writeString(source, "class Careless { java.util.List list = null; }");

    assertThat(compile(List.of(source.toFile()))).contains("[rawtypes]");
  }

  private String compile(List<File> files) throws IOException {
    List<File> sources = new ArrayList<>(files);
    sources.addAll(files(CLIENT));
    sources.addAll(files(STAND_INS));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-Xlint:all,-processing",
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      compiler
          .getTask(
              messages, manager, null, options, null, manager.getJavaFileObjectsFromFiles(sources))
          .call();
    }
    return messages.toString();
  }

  private static List<File> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".java")).map(Path::toFile).toList();
    }
  }
}
