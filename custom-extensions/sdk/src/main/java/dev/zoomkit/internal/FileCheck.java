package dev.zoomkit.internal;

import dev.zoomkit.annotation.FileLimits;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Refuses a file that Zoom is known not to take, before it is sent for nothing. */
final class FileCheck {

  private static final long MEGABYTE = 1024 * 1024;

  private FileCheck() {}

  /**
   * Lets the file of a call pass.
   *
   * @throws IllegalArgumentException if it is empty, too large or of another type; the message has
   *     the limit and what was found
   */
  static void check(
      String operation, Operation.FilePart file, @Nullable Object @Nullable [] arguments) {
    if (arguments[file.index()] instanceof MultipartBody.Part part) {
      check(operation, file.limits(), part.body());
    }
  }

  private static void check(String operation, FileLimits limits, RequestBody body) {
    long size = size(body);
    if (size == 0) {
      throw Arguments.unfit(operation, "file", "that is not empty.");
    }
    if (size > limits.maxMegabytes() * MEGABYTE) {
      throw Arguments.unfit(
          operation,
          "file",
          "of at most %d MB, which are %d bytes; this one has %d bytes."
              .formatted(limits.maxMegabytes(), limits.maxMegabytes() * MEGABYTE, size));
    }
    MediaType type = body.contentType();
    List<String> types = List.of(limits.types());
    if (type != null && !types.contains(name(type))) {
      throw Arguments.unfit(
          operation,
          "file",
          "of type %s; this one is %s. Upload.of(name, mediaType, content) tells another type."
              .formatted(String.join(", ", types), name(type)));
    }
  }

  private static String name(MediaType type) {
    return (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
  }

  /** Of bodies of the caller's own -1, where they do not know it. */
  private static long size(RequestBody body) {
    try {
      return body.contentLength();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
