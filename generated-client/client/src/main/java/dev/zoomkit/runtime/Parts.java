package dev.zoomkit.runtime;

import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The parts of a multipart request that are no files. */
public final class Parts {
  private static final MediaType TEXT = MediaType.get("text/plain; charset=utf-8");

  private Parts() {}

  /** A value as a part of plain text; null of null, which leaves the part out. */
  public static @Nullable RequestBody text(@Nullable Object value) {
    return value == null
        ? null
        : RequestBody.create(Times.text(value).getBytes(StandardCharsets.UTF_8), TEXT);
  }
}
