package dev.zoomkit.transfer;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.FileLink;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param file that was asked for
 * @param path where it is, or would be
 * @param outcome whether it is there
 * @param failure why it is not; null where it is
 */
public record DownloadResult(
    FileLink file, Path path, Outcome outcome, @Nullable RuntimeException failure) {

  /** With what became of the file; made by the SDK, and by tests of yours. */
  public DownloadResult {
    Arguments.require("DownloadResult", "file", file);
    Arguments.require("DownloadResult", "path", path);
    Arguments.require("DownloadResult", "outcome", outcome);
  }

  /** Whether a file is there. */
  public enum Outcome {
    /** It was downloaded now. */
    SAVED,
    /** A file of its name and size was there before. */
    SKIPPED,
    /** It is not there; {@link DownloadResult#failure()} says why. */
    FAILED
  }

  /**
   * The path of a file that is there.
   *
   * @throws RuntimeException the failure of one that is not
   */
  public Path orThrow() {
    if (failure != null) {
      throw failure;
    }
    return path;
  }
}
