package dev.zoomkit.quickstart;

import dev.zoomkit.quickstart.Markdown.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A Java block of a page: statements that are compiled as the body of a method, with javac as
 * strict as for the rest of the project, and run in an {@link ExampleWorld}.
 *
 * @param line where it begins in the page, from 1
 * @param code the statements as they stand in the page
 * @param output the text block right after it, which is what it prints; null where there is none
 */
record Example(int line, String code, @Nullable String output) {

  /** What a page says to a reader, and what stands for it here. */
  private static final Map<String, String> SUBSTITUTIONS =
      Map.of(
          "ServerToServer.fromEnvironment()", "credentials()",
          "OAuthApp.of(", "oauthApp(",
          "ZoomClient.builder()", "clientBuilder()",
          "Path.of(", "file(",
          "System.getenv(\"TOKEN_KEY\")", "tokenKey");

  /** All that a reader's IDE would import. */
  private static final String IMPORTS =
      Stream.of(
              "static org.assertj.core.api.Assertions.assertThat",
              "dev.zoomkit.*",
              "dev.zoomkit.api.*",
              "dev.zoomkit.auth.*",
              "dev.zoomkit.error.*",
              "dev.zoomkit.listen.*",
              "dev.zoomkit.mock.*",
              "dev.zoomkit.mock.junit.*",
              "dev.zoomkit.model.*",
              "dev.zoomkit.paging.*",
              "dev.zoomkit.parallel.*",
              "dev.zoomkit.rate.*",
              "dev.zoomkit.quickstart.ExampleWorld",
              "dev.zoomkit.record.*",
              "dev.zoomkit.retry.*",
              "dev.zoomkit.schedule.*",
              "dev.zoomkit.scope.*",
              "dev.zoomkit.transfer.*",
              "dev.zoomkit.user.*",
              "java.net.URI",
              "java.nio.file.Files",
              "java.nio.file.Path",
              "java.time.*",
              "java.util.*",
              "java.util.concurrent.*",
              "javax.crypto.SecretKey",
              "javax.crypto.spec.SecretKeySpec",
              "org.junit.jupiter.api.Test")
          .map(name -> "import " + name + "; ")
          .collect(Collectors.joining());

  /** All on the first line, so that a line of the code keeps its distance to the first. */
  private static final String FRAME =
      IMPORTS
          + "public final class Example extends ExampleWorld {"
          + " public Example(Path files) throws java.io.IOException { super(files); }"
          + " @Override public void run() throws Exception {\n%s}}\n";

  /** All Java blocks of a page. */
  static List<Example> of(String page) {
    List<Example> examples = new ArrayList<>();
    List<Block> blocks = Markdown.blocks(page);
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      if (block.language().equals("java")) {
        boolean printed = next != null && next.followsBlock() && next.language().equals("text");
        examples.add(new Example(block.line(), block.text(), printed ? next.text() : null));
      }
    }
    return examples;
  }

  /**
   * Compiles and runs it.
   *
   * @param folder an empty one, for its class and its files
   * @return what it printed
   * @throws AssertionError if javac has anything to say; by the lines of the page
   * @throws Exception what it throws
   */
  String run(Path folder) throws Exception {
    compile(folder);
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {folder.toUri().toURL()}, Example.class.getClassLoader());
        ExampleWorld world =
            loader
                .loadClass("Example")
                .asSubclass(ExampleWorld.class)
                .getConstructor(Path.class)
                .newInstance(folder)) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      world.run();
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private void compile(Path folder) throws IOException {
    String body = code;
    for (Map.Entry<String, String> substitution : SUBSTITUTIONS.entrySet()) {
      body = body.replace(substitution.getKey(), substitution.getValue());
    }
    String source = FRAME.formatted(body);
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            null,
            null,
            said,
            List.of(
                "-Xlint:all,-processing",
                "-proc:none",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString()),
            null,
            List.of(file))
        .call();
    if (!said.getDiagnostics().isEmpty()) {
      throw new AssertionError(
          said.getDiagnostics().stream()
              .map(this::located)
              .collect(Collectors.joining("\n", "javac does not like an example:\n", "")));
    }
  }

  private String located(Diagnostic<?> diagnostic) {
    return "line %d: %s"
        .formatted(line + diagnostic.getLineNumber() - 2, diagnostic.getMessage(null));
  }
}
