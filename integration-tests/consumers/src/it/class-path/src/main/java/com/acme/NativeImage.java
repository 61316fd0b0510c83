package com.acme;

import dev.zoomkit.mock.MockZoom;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a native image of {@link ListsUsersAt} and runs it, where GraalVM is installed. */
public final class NativeImage {

  private NativeImage() {}

  /** Takes the case. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Optional<Path> maker = maker();
    if (maker.isEmpty()) {
      System.out.printf("consumer: %s: skipped, there is no native-image here%n", args[0]);
      return;
    }
    Path program = Files.createTempDirectory("native").resolve("lists-users");
    run(
        maker.get().toString(),
        "--no-fallback",
        "-classpath",
        System.getProperty("java.class.path"),
        "-o",
        program.toString(),
        ListsUsersAt.class.getName());
    try (MockZoom mock = MockZoom.start()) {
      run(program.toString(), args[0], mock.apiBase().toString());
    }
  }

  /** What makes native images, where GraalVM's variable says that it is, or else on the path. */
  private static Optional<Path> maker() {
    String graal = System.getenv("GRAALVM_HOME");
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
            Stream.ofNullable(graal).map(home -> Path.of(home, "bin")),
            Stream.of(path.split(File.pathSeparator)).map(Path::of))
        .map(folder -> folder.resolve("native-image"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command[0] + " ended with " + exit);
    }
  }
}
