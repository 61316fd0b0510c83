package dev.zoomkit.transfer;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Another process that saves to a place, over and over, and says what came of it. */
final class PartProcess {

  /** With {@code -Dzoomkit.soak=true} more. */
  static final int ROUNDS = Boolean.getBoolean("zoomkit.soak") ? 20_000 : 200;

  private static final int SIZE = 10_000;

  private PartProcess() {}

  /** Starts it, and returns what it says. */
  static String start(Path file, int rounds) throws IOException {
    return line(of(file, rounds));
  }

  static Process of(Path file, int rounds) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PartProcess.class.getName(),
            file.toString(),
            "" + rounds)
        .redirectErrorStream(true)
        .start();
  }

  static String line(Process process) throws IOException {
    return process.inputReader().readLine();
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println(saved(Path.of(arguments[0]), Integer.parseInt(arguments[1])));
  }

  /** Saves so many times what the other process does not keep from it. */
  static String saved(Path file, int rounds) throws IOException {
    byte[] content = new byte[SIZE];
    Arrays.fill(content, (byte) 'x');
    String refusal = null;
    for (int round = 0; round < rounds; round++) {
      try (PartFile part = PartFile.of(file)) {
        part.begin(new ContentMark("link", null, (long) SIZE));
        part.write(content, SIZE);
        part.moveIntoPlace(true);
        refusal = null;
      } catch (FileSystemException another) {
        refusal = another.getReason();
      }
      if (Files.exists(file) && Files.size(file) != SIZE) {
        return "%d bytes in round %d".formatted(Files.size(file), round);
      }
    }
    return refusal == null || rounds > 1 ? "whole" : refusal;
  }
}
