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
 * need. It runs in a process of its own: it needs packages of the compiler that are opened only by
 * flags of the JVM, and a build that uses the generator should need no flags.
 */
final class JavaFormatter {
  private JavaFormatter() {}

  /**
   * Formats files below a folder in place. They are listed relative to the folder, since the list
   * cannot hold blanks, which the folder's own path may contain.
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
    // It runs for seconds only: quick compilation matters more than quick code.
    command.add("-XX:TieredStopAtLevel=1");
    for (String part : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", classPath(), Main.class.getName(), "--replace", "@" + arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The generated files could not be formatted:\n" + output);
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
