package dev.zoomkit.transfer;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each test, a file that is saved in it, and what lies beside that until it is whole.
 */
abstract class InFolder {

  @TempDir Path folder;

  final Path file() {
    return folder.resolve("video.mp4");
  }

  final Path part() {
    return folder.resolve(".video.mp4.part");
  }

  final Path mark() {
    return folder.resolve(".video.mp4.part.mark");
  }
}
