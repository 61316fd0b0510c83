import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prints what the consumers' programs said, which stands in the logs of their builds. */
final class Lines {

  private static final String MARK = "consumer: ";

  private Lines() {}

  public static void main(String[] args) throws IOException {
    List<Path> logs;
    try (Stream<Path> files =
        Files.find(Path.of(args[0]), 2, (file, is) -> file.endsWith("build.log"))) {
      logs = files.sorted().toList();
    }
    for (Path log : logs) {
      try (Stream<String> lines = Files.lines(log)) {
        lines
            .filter(line -> line.startsWith(MARK))
            .map(line -> line.substring(MARK.length()))
            .forEach(System.out::println);
      }
    }
  }
}
