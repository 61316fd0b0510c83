package dev.zoomkit.transfer;

import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.internal.http.FileResponse;
import dev.zoomkit.internal.http.FileSource;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A file that Zoom sends, not yet read. One that an operation returned holds a connection until it
 * is saved, read to its end or closed; one of a link is asked for when it is first used. For one
 * thread, once.
 */
public final class Download implements AutoCloseable {

  private final FileSource source;
  private @Nullable FileResponse opened;
  private boolean taken;

  /** For a file that is not asked for yet; made by the SDK alone. */
  @SuppressWarnings("exports")
  public Download(FileSource source) {
    this.source = source;
  }

  /** For a response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public Download(FileSource source, FileResponse response) {
    this.source = source;
    opened = response;
  }

  /**
   * The name Zoom gives the file, without any folder, and changed where a file system or a user
   * could take harm from it: an underscore is in place of a character that some file system refuses
   * or nobody sees, and before a name that Windows keeps for itself; dots do not begin or end it,
   * and it has at most 241 bytes. Null where Zoom gives none. From {@code Content-Disposition}.
   */
  public @Nullable String fileName() {
    String disposition = known("Download.fileName").headers().get("Content-Disposition");
    return disposition == null ? null : ContentDisposition.fileName(disposition);
  }

  /** Such as {@code application/pdf}; null where Zoom does not say. */
  public @Nullable String mediaType() {
    MediaType type = known("Download.mediaType").body().contentType();
    return type == null ? null : type.toString();
  }

  /** In bytes; null where Zoom does not say. */
  public @Nullable Long size() {
    long length = known("Download.size").body().contentLength();
    return length < 0 ? null : length;
  }

  /**
   * The content, to be read once; reading blocks, and throws an {@link IOException} where the
   * connection breaks. Closing it closes this download.
   *
   * @throws IllegalStateException if the content was saved, read or closed before
   */
  public InputStream stream() {
    take("Download.stream");
    return response().body().byteStream();
  }

  /** Writes the content to a new file, as {@link #saveTo(Path, Consumer)} does by default. */
  public Path saveTo(Path file) {
    return saveTo(file, save -> {});
  }

  /**
   * Writes the content to a file and closes this download. Blocks.
   *
   * <p>The content goes to a hidden file beside it first, {@code .name.part}, which takes its place
   * once it is whole: at once, where the file system can. A connection that breaks is taken up
   * where it broke, as often as the retry policy allows without a byte in between, and after its
   * waits. What has come by the time this fails stays, with a note which content it is, and the
   * next download to the same place goes on there; other content begins anew.
   *
   * <p>A symbolic link at that place is a file that exists: it is replaced, and never followed.
   *
   * @return the file
   * @throws UncheckedIOException if the file exists already, cannot be written, or another download
   *     writes it
   * @throws DownloadException if the content broke off too often, or has another size
   * @throws LinkException if a link leads to no file
   * @throws dev.zoomkit.error.ZoomException if there is no successful response
   * @throws IllegalStateException if the content was saved, read or closed before
   */
  public Path saveTo(Path file, Consumer<SaveOptions.Builder> options) {
    Arguments.require("Download.saveTo", "file", file);
    SaveOptions chosen = SaveOptions.of(options);
    take("Download.saveTo");
    try {
      if (Files.isDirectory(file)) {
        throw new FileSystemException(file.toString(), null, "a folder");
      } else if (!chosen.overwrite() && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      try (PartFile part = PartFile.of(file)) {
        new Saving(source, chosen, part).run(opened);
        part.moveIntoPlace(chosen.overwrite());
      }
      return file;
    } catch (ClosedByInterruptException interrupt) {
      throw new CallInterruptedException(source.call(), interrupt);
    } catch (IOException failure) {
      throw new UncheckedIOException("Download.saveTo " + problem(file, failure), failure);
    } finally {
      close();
    }
  }

  /** Gives the connection back; what was not read is lost. */
  @Override
  public void close() {
    taken = true;
    if (opened != null) {
      opened.body().close();
    }
  }

  @Override
  public String toString() {
    return opened == null
        ? "Download[not asked for yet]"
        : "Download[%s, %s, %s bytes]".formatted(fileName(), mediaType(), size());
  }

  private void take(String caller) {
    requireNotTaken(caller);
    taken = true;
  }

  private void requireNotTaken(String caller) {
    if (taken) {
      throw new IllegalStateException(
          caller + ": the content was saved, read or closed before. Download it again.");
    }
  }

  private FileResponse known(String caller) {
    if (opened == null) {
      requireNotTaken(caller);
    }
    return response();
  }

  /** What is known of the file; asks for it first, where that was not done yet. */
  private FileResponse response() {
    if (opened == null) {
      opened = source.open(0, null);
    }
    return opened;
  }

  private static String problem(Path file, IOException failure) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      return "needs a file to write; \"%s\" is a folder. Name a file in it.".formatted(file);
    } else if (failure instanceof FileAlreadyExistsException) {
      return "writes new files only; \"%s\" exists already.".formatted(file);
    } else if (failure instanceof NoSuchFileException && !Files.exists(folder)) {
      return "needs a folder that exists; there is no \"%s\".".formatted(folder);
    }
    return "could not write \"%s\": %s.".formatted(file, reason(failure));
  }

  /** Where the name of a file is all that the message has, its type is the reason. */
  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException denied) {
      return "access to \"%s\" is denied".formatted(denied.getFile());
    } else if (failure instanceof NoSuchFileException gone) {
      return "\"%s\" is gone".formatted(gone.getFile());
    }
    return String.valueOf(failure.getMessage());
  }
}
