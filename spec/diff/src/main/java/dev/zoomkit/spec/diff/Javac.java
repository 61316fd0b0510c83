package dev.zoomkit.spec.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles folders of sources. */
final class Javac {
  private Javac() {}

  /**
   * Something that does not compile.
   *
   * @param file the source
   * @param line from 1; 0 where the file as a whole is meant
   * @param message what javac says, on one line
   */
  record Problem(Path file, long line, String message) {

    /** The file as a person writes it on any system. */
    String shownFile() {
      return file.toString().replace('\\', '/');
    }

    @Override
    public String toString() {
      return shownFile() + (line > 0 ? ":" + line : "") + ": " + message;
    }
  }

  /**
   * Compiles all sources below some folders.
   *
   * @param classPath as javac takes it
   * @param classes the folder for the classes; it is made
   * @return what does not compile; empty where all does
   */
  static List<Problem> compile(List<Path> folders, String classPath, Path classes)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-nowarn",
            "-Xmaxerrs",
            "10000",
            // A class that cannot be imported is no reason to look no further.
            "-XDshould-stop.ifError=FLOW",
            "-d",
            Files.createDirectories(classes).toString(),
            "-classpath",
            classPath);
    List<Path> sources = folders.stream().flatMap(folder -> sources(folder).stream()).toList();
    if (sources.isEmpty()) {
      return List.of();
    }
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      compiler
          .getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return said.getDiagnostics().stream()
        .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
        .map(Javac::problem)
        .toList();
  }

  private static Problem problem(Diagnostic<? extends JavaFileObject> error) {
    JavaFileObject source = error.getSource();
    Path file = source == null ? Path.of("") : Path.of(source.toUri());
    String message = error.getMessage(Locale.ROOT).strip().replaceAll("\\s+", " ");
    return new Problem(file, error.getLineNumber(), message);
  }

  private static List<Path> sources(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
