package dev.zoomkit.transfer;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.parallel.FanOut;
import dev.zoomkit.parallel.Results;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.transfer.DownloadResult.Outcome;
import dev.zoomkit.value.Downloadable;
import dev.zoomkit.value.FileLink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Saves the files that models lead to, such as all of a recording, several at once. Immutable and
 * thread-safe; changes of how it saves are copies.
 *
 * <p>A name is made of the start in UTC, the number of the meeting, the type and the extension:
 * {@code 2027-03-08T090000Z_98520143677_audio_only.m4a}. Names are safe on all file systems and
 * differ within a call; files that would have the same get a number.
 */
public final class Downloads {

  private static final CallInfo CALL = new CallInfo("download", null);
  private static final int USUALLY_AT_ONCE = 4;
  private static final int MOST_AT_ONCE = 32;

  private final Function<String, Download> links;
  private final int parallel;
  private final boolean overwrite;
  private final BiConsumer<FileLink, TransferProgress> listener;

  private Downloads(
      Function<String, Download> links,
      int parallel,
      boolean overwrite,
      BiConsumer<FileLink, TransferProgress> listener) {
    this.links = links;
    this.parallel = parallel;
    this.overwrite = overwrite;
    this.listener = listener;
  }

  /** Of what makes downloads of links; made by the SDK alone. */
  public Downloads(Function<String, Download> links) {
    this(
        Arguments.require("Downloads", "links", links),
        USUALLY_AT_ONCE,
        false,
        (file, progress) -> {});
  }

  /**
   * How many files are downloaded at once; 4 unless set.
   *
   * @throws IllegalArgumentException if it is not 1 to 32
   */
  public Downloads parallel(int files) {
    if (files < 1 || files > MOST_AT_ONCE) {
      throw Arguments.unfit("Downloads", "parallel", "from 1 to 32; it was " + files + ".");
    }
    return new Downloads(links, files, overwrite, listener);
  }

  /** Replaces files of the same name and another size, which are failures unless set. */
  public Downloads overwrite() {
    return new Downloads(links, parallel, true, listener);
  }

  /**
   * Is told how far each file has come, by several threads at once; must be thread-safe. What it
   * throws is the failure of that file.
   */
  public Downloads onProgress(BiConsumer<FileLink, TransferProgress> value) {
    Arguments.require("Downloads", "listener", value);
    return new Downloads(links, parallel, overwrite, value);
  }

  /** Saves all files of a recording or the like, as {@link #save(Iterable, Path)} does. */
  public List<DownloadResult> save(Downloadable files, Path folder) {
    Arguments.require("Downloads.save", "files", files);
    return save(List.of(files), folder);
  }

  /**
   * Saves all files into a folder, which is made where there is none. Blocks until each is saved or
   * has failed; a file that fails does not keep the others. A file that is there already, with the
   * size that Zoom gives, is skipped, so that a job that was broken off can run again; one that
   * broke off goes on where it was, as {@link Download#saveTo} has it.
   *
   * @param files such as a list of recordings; read to its end first, because names depend on all
   * @return what became of each file, in order
   * @throws UncheckedIOException if the folder cannot be made
   * @throws dev.zoomkit.error.ZoomException if the list cannot be read
   * @throws CallInterruptedException if the thread is interrupted; files under way are given up
   *     first, which takes as long as a call needs to notice that (see {@link
   *     dev.zoomkit.ZoomClient})
   */
  public List<DownloadResult> save(Iterable<? extends Downloadable> files, Path folder) {
    Arguments.require("Downloads.save", "files", files);
    Arguments.require("Downloads.save", "folder", folder);
    List<FileLink> all = new ArrayList<>();
    files.forEach(file -> all.addAll(file.fileLinks()));
    List<String> names = FileNames.of(all);
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "Downloads.save needs a folder that is there or can be made; \"%s\" cannot."
              .formatted(folder),
          failure);
    }
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      places.add(new Place(all.get(i), folder.resolve(names.get(i))));
    }
    try (Results<DownloadResult> results =
        FanOut.over(places).inFlight(parallel).map(this::saved)) {
      return results.stream().toList();
    } catch (CallInterruptedException fanOut) {
      throw new CallInterruptedException(
          CALL, new InterruptedIOException("interrupted while files were saved"));
    }
  }

  /** A file, and where it goes. */
  private record Place(FileLink file, Path path) {}

  private DownloadResult saved(Place place) {
    try {
      Outcome outcome = outcome(place.file(), place.path());
      return new DownloadResult(place.file(), place.path(), outcome, null);
    } catch (RuntimeException failure) {
      return new DownloadResult(place.file(), place.path(), Outcome.FAILED, failure);
    }
  }

  private Outcome outcome(FileLink file, Path path) {
    Long size = file.size();
    if (size != null && isThere(path, size)) {
      return Outcome.SKIPPED;
    }
    String url = file.url();
    if (url == null) {
      throw new LinkException(
          CALL,
          "Zoom gives no link to the file: it is still being made, or lies in the account's own"
              + " storage. List the files again later.",
          null);
    }
    try (Download download = links.apply(url)) {
      if (size == null && Files.exists(path) && isThere(path, download.size())) {
        return Outcome.SKIPPED;
      }
      download.saveTo(
          path,
          save -> {
            save.size(size).onProgress(progress -> listener.accept(file, progress));
            if (overwrite) {
              save.overwrite();
            }
          });
      return Outcome.SAVED;
    }
  }

  private static boolean isThere(Path path, @Nullable Long size) {
    try {
      return size != null && Files.isRegularFile(path) && Files.size(path) == size;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
