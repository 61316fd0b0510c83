package dev.zoomkit.transfer;

import dev.zoomkit.internal.http.FileResponse;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * A file that Zoom sends, not yet read: it holds a connection until it is read to its end or
 * closed. For one thread, once.
 */
public final class Download implements AutoCloseable {

  private static final Pattern ENCODED_NAME =
      Pattern.compile("filename\\*\\s*=\\s*utf-8''([^;\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private final Headers headers;
  private final ResponseBody body;
  private boolean taken;

  /** For a response; made by the SDK alone. */
  @SuppressWarnings("exports")
  public Download(FileResponse response) {
    headers = response.headers();
    body = response.body();
  }

  /**
   * The name Zoom gives the file, without any folder; null where it gives none. From {@code
   * Content-Disposition}.
   */
  public @Nullable String fileName() {
    String disposition = headers.get("Content-Disposition");
    if (disposition == null) {
      return null;
    }
    Matcher encoded = ENCODED_NAME.matcher(disposition);
    Matcher plain = NAME.matcher(disposition);
    String name =
        encoded.find()
            ? percentDecoded(encoded.group(1))
            : plain.find() ? (plain.group(1) != null ? plain.group(1) : plain.group(2)) : "";
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.isBlank() || last.equals("..") || last.equals(".") ? null : last;
  }

  /** Such as {@code application/pdf}; null where Zoom does not say. */
  public @Nullable String mediaType() {
    MediaType type = body.contentType();
    return type == null ? null : type.toString();
  }

  /** In bytes; null where Zoom does not say. */
  public @Nullable Long size() {
    return body.contentLength() < 0 ? null : body.contentLength();
  }

  /**
   * The content, to be read once; reading blocks. Closing it closes this download.
   *
   * @throws IllegalStateException if the content was saved, read or closed before
   */
  public InputStream stream() {
    take("Download.stream");
    return body.byteStream();
  }

  /**
   * Writes the content to a new file and closes this download. Blocks. A file that could not be
   * written whole is deleted again.
   *
   * @return the file
   * @throws UncheckedIOException if the file exists already, cannot be written, or the content
   *     breaks off
   * @throws IllegalStateException if the content was saved, read or closed before
   */
  public Path saveTo(Path file) {
    Arguments.require("Download.saveTo", "file", file);
    take("Download.saveTo");
    try (InputStream content = body.byteStream()) {
      if (Files.isDirectory(file)) {
        throw new FileSystemException(file.toString(), null, "a folder");
      }
      Files.createFile(file);
      try (var out = Files.newOutputStream(file)) {
        content.transferTo(out);
      } catch (IOException brokeOff) {
        Files.deleteIfExists(file);
        throw brokeOff;
      }
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException("Download.saveTo " + problem(file, failure), failure);
    }
  }

  /** Gives the connection back; what was not read is lost. */
  @Override
  public void close() {
    taken = true;
    body.close();
  }

  @Override
  public String toString() {
    return "Download[%s, %s, %s bytes]".formatted(fileName(), mediaType(), size());
  }

  private void take(String caller) {
    if (taken) {
      throw new IllegalStateException(
          caller + ": the content was saved, read or closed before. Download it again.");
    }
    taken = true;
  }

  private static String problem(Path file, IOException failure) {
    if (Files.isDirectory(file)) {
      return "needs a file to write; \"%s\" is a folder. Name a file in it.".formatted(file);
    } else if (failure instanceof FileAlreadyExistsException) {
      return "writes new files only; \"%s\" exists already.".formatted(file);
    } else if (failure instanceof NoSuchFileException) {
      return "needs a folder that exists; there is no \"%s\".".formatted(file.getParent());
    }
    return "did not get to the end of \"%s\": %s.".formatted(file, failure.getMessage());
  }

  private static String percentDecoded(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
