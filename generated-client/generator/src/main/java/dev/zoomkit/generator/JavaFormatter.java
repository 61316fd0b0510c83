package dev.zoomkit.generator;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.Main;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats Java files with google-java-format, which also takes out the imports that a file does not
 * need. In a process of its own: the formatter needs parts of the compiler that Java opens by flags
 * only, and no build that uses the generator should have to give them.
 */
final class JavaFormatter {
  private JavaFormatter() {}

  /**
   * Formats files below a folder, where they are. The list of them has no place for blanks, which
   * may well be in the folder's name.
   */
  static void format(Path folder, List<File> files) {
    if (files.isEmpty()) {
      return;
    }
    try {
      Path arguments = Files.createTempFile("zoomkit-format", ".txt");
      try {
        Path root = folder.toAbsolutePath();
        Files.write(
            arguments,
            files.stream()
                .map(it -> root.relativize(it.toPath().toAbsolutePath()).toString())
                .toList());
        run(folder, arguments);
      } finally {
        Files.delete(arguments);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The generated files could not be formatted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while formatting the generated files", e);
    }
  }

  private static void run(Path folder, Path arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It runs for seconds: code that is compiled fast is better than code that is fast.
    command.add("-XX:TieredStopAtLevel=1");
    for (String part : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", classPath(), Main.class.getName(), "--replace", "@" + arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The generated files could not be formatted:\n" + said);
    }
  }

  private static String classPath() {
    return Stream.of(Formatter.class, ImmutableList.class, InternalFutureFailureAccess.class)
        .map(JavaFormatter::jarOf)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No jar of " + type.getName(), e);
    }
  }
}
