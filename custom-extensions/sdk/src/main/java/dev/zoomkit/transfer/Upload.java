package dev.zoomkit.transfer;

import dev.zoomkit.runtime.Arguments;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * A file to send. Read when it is sent, and again should the call be repeated; a call whose content
 * has vanished or changed by then throws an {@link UncheckedIOException}. Immutable, as long as the
 * content is.
 */
public final class Upload {

  private static final MediaType BYTES = MediaType.get("application/octet-stream");

  private final String fileName;
  private final MediaType type;
  private final ContentBody.Content content;
  private final Consumer<TransferProgress> listener;

  private Upload(
      String fileName,
      MediaType type,
      ContentBody.Content content,
      Consumer<TransferProgress> listener) {
    this.fileName = fileName;
    this.type = type;
    this.content = content;
    this.listener = listener;
  }

  /**
   * A file of the file system, its media type guessed from its name.
   *
   * @throws UncheckedIOException if there is no such readable file
   */
  public static Upload of(Path file) {
    Arguments.require("Upload.of", "file", file);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UncheckedIOException(
          "Upload.of needs a file to read; \"" + file + "\" is none.",
          new NoSuchFileException(file.toString()));
    }
    String name = Objects.toString(file.getFileName());
    String guess = URLConnection.guessContentTypeFromName(name);
    MediaType type = guess == null ? BYTES : MediaType.get(guess);
    return new Upload(name, type, new ContentBody.OfFile(file), progress -> {});
  }

  /**
   * A file in memory. The bytes are copied.
   *
   * @param fileName what Zoom sees as the file's name
   * @param mediaType such as {@code image/png}
   * @throws IllegalArgumentException if the name is blank or the media type is none
   */
  public static Upload of(String fileName, String mediaType, byte[] content) {
    checkName(fileName, mediaType);
    byte[] copy = Arguments.require("Upload.of", "content", content).clone();
    return of(fileName, mediaType, () -> new ByteArrayInputStream(copy), copy.length);
  }

  /**
   * A stream, which is read once and closed. Its call is therefore never repeated, not even after a
   * 429, and the upload cannot be sent again.
   *
   * @param fileName what Zoom sees as the file's name
   * @param mediaType such as {@code image/png}
   * @param size of the content in bytes, which has to be right
   * @throws IllegalArgumentException if the name is blank, the media type is none or the size is
   *     negative
   */
  public static Upload of(String fileName, String mediaType, InputStream content, long size) {
    checkName(fileName, mediaType);
    Arguments.require("Upload.of", "content", content);
    return of(
        fileName,
        mediaType,
        new ContentBody.OfStream(fileName, content, checked(size), new AtomicBoolean()));
  }

  /**
   * Streams of one content: each time it is sent another one is asked for, read and closed.
   *
   * @param fileName what Zoom sees as the file's name
   * @param mediaType such as {@code image/png}
   * @param size of the content in bytes, which has to be right
   * @throws IllegalArgumentException if the name is blank, the media type is none or the size is
   *     negative
   */
  public static Upload of(
      String fileName, String mediaType, Supplier<InputStream> content, long size) {
    checkName(fileName, mediaType);
    Arguments.require("Upload.of", "content", content);
    return of(fileName, mediaType, new ContentBody.OfStreams(fileName, content, checked(size)));
  }

  private static Upload of(String fileName, String mediaType, ContentBody.Content content) {
    return new Upload(fileName, MediaType.get(mediaType), content, progress -> {});
  }

  private static void checkName(String fileName, String mediaType) {
    Arguments.requireText("Upload.of", "fileName", fileName);
    Arguments.requireText("Upload.of", "mediaType", mediaType);
    if (MediaType.parse(mediaType) == null) {
      throw Arguments.unfit(
          "Upload.of", "mediaType", "such as image/png; \"" + mediaType + "\" is none.");
    }
  }

  private static long checked(long size) {
    if (size < 0) {
      throw Arguments.unfit("Upload.of", "size", "from 0; it was " + size + ".");
    }
    return size;
  }

  /**
   * The same file, and who is told how far it has gone, by the thread that sends it. A call that is
   * repeated begins at 0 again.
   */
  public Upload onProgress(Consumer<TransferProgress> value) {
    return new Upload(
        fileName, type, content, Arguments.require("Upload.onProgress", "listener", value));
  }

  /** What Zoom sees as the file's name. */
  public String fileName() {
    return fileName;
  }

  /** Such as {@code image/png}; {@code application/octet-stream} where it is unknown. */
  public String mediaType() {
    return type.toString();
  }

  /**
   * The file as one part of a multipart body.
   *
   * @throws UncheckedIOException if the file is not there any more
   */
  public MultipartBody.Part part(String field) {
    Arguments.requireText("Upload.part", "field", field);
    RequestBody body = new ContentBody(content, type, listener);
    return MultipartBody.Part.createFormData(field, fileName, body);
  }

  @Override
  public String toString() {
    return "Upload[%s, %s]".formatted(fileName, mediaType());
  }
}
