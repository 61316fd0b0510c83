package dev.zoomkit.spec.diff;

import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Takes sources of other revisions out of a repository. */
final class Git {
  private final Path root;

  Git(Path root) {
    this.root = root;
  }

  /** Whether the repository has a commit of that name. A name that could be an option is none. */
  boolean has(String revision) throws IOException, InterruptedException {
    return !revision.startsWith("-")
        && run(List.of("git", "rev-parse", "--verify", "--quiet", revision + "^{commit}")) == 0;
  }

  /** Writes all files of a revision below a folder. */
  void export(String revision, Path folder) throws IOException, InterruptedException {
    Path zip = folder.resolve("revision.zip");
    List<String> command =
        List.of("git", "archive", "--format=zip", "-0", "-o", zip.toString(), revision);
    if (run(command) != 0) {
      throw new UnusableException("git cannot export " + revision + ".");
    }
    try (FileSystem files = FileSystems.newFileSystem(zip);
        Stream<Path> all = Files.walk(files.getPath("/"))) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Path target = folder.resolve(file.toString().substring(1));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Files.delete(zip);
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return git.waitFor();
  }
}
