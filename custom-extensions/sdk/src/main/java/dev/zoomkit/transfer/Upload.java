package dev.zoomkit.transfer;

import dev.zoomkit.runtime.Arguments;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/**
 * A file to send. Read when it is sent, and again should the call be repeated; a call whose file
 * has vanished or changed by then throws an {@link UncheckedIOException}. Immutable, as long as the
 * file is.
 */
public final class Upload {

  private static final MediaType BYTES = MediaType.get("application/octet-stream");

  private final String fileName;
  private final MediaType type;
  private final Supplier<RequestBody> body;

  private Upload(String fileName, MediaType type, Supplier<RequestBody> body) {
    this.fileName = fileName;
    this.type = type;
    this.body = body;
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
    return new Upload(name, type, () -> new FileBody(file, type));
  }

  /**
   * A file in memory. The bytes are copied.
   *
   * @param fileName what Zoom sees as the file's name
   * @param mediaType such as {@code image/png}
   * @throws IllegalArgumentException if the name is blank or the media type is none
   */
  public static Upload of(String fileName, String mediaType, byte[] content) {
    Arguments.requireText("Upload.of", "fileName", fileName);
    Arguments.requireText("Upload.of", "mediaType", mediaType);
    Arguments.require("Upload.of", "content", content);
    MediaType type = MediaType.parse(mediaType);
    if (type == null) {
      throw Arguments.unfit(
          "Upload.of", "mediaType", "such as image/png; \"" + mediaType + "\" is none.");
    }
    RequestBody body = RequestBody.create(content.clone(), type);
    return new Upload(fileName, type, () -> body);
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
    return MultipartBody.Part.createFormData(field, fileName, body.get());
  }

  @Override
  public String toString() {
    return "Upload[%s, %s]".formatted(fileName, mediaType());
  }
}
