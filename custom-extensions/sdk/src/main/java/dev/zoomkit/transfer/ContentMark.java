package dev.zoomkit.transfer;

import dev.zoomkit.internal.http.FileResponse;
import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether the rest of a file belongs to its beginning.
 *
 * @param link a hash of the link, which may hold secrets
 * @param validator an entity tag, else the date of the last change; null where the server has none
 * @param size of the whole file in bytes; null where the server does not say
 */
record ContentMark(String link, @Nullable String validator, @Nullable Long size) {

  /** What a request can have as a header. */
  private static final String SENDABLE = "[\\x20-\\x7e]+";

  /** Of a response that begins with the first byte. */
  static ContentMark of(HttpUrl link, FileResponse response) {
    ResponseBody body = response.body();
    Long size = body.contentLength() < 0 ? null : body.contentLength();
    return new ContentMark(hash(link), validator(response.headers()), size);
  }

  /** Only a strong tag tells each byte; a date comes next to it. Null for what cannot be sent. */
  static @Nullable String validator(Headers headers) {
    String tag = headers.get("ETag");
    String validator = tag != null && tag.startsWith("\"") ? tag : headers.get("Last-Modified");
    return validator != null && validator.matches(SENDABLE) ? validator : null;
  }

  /** What {@link #toText} wrote; null where that is nothing whole. */
  static @Nullable ContentMark parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() != 4
        || !lines.get(1).matches("|" + SENDABLE)
        || !lines.get(2).matches("\\d{0,18}")) {
      return null;
    }
    return new ContentMark(
        lines.get(0),
        lines.get(1).isEmpty() ? null : lines.get(1),
        lines.get(2).isEmpty() ? null : Long.valueOf(lines.get(2)));
  }

  /** Three lines. */
  String toText() {
    return "%s\n%s\n%s\n"
        .formatted(link, validator == null ? "" : validator, size == null ? "" : size);
  }

  /** Whether the rest can be asked for at all. */
  boolean leadsOn() {
    return validator != null || size != null;
  }

  /** Whether it may be the content of a link: links change, the tag of a content does not. */
  boolean mayBeOf(HttpUrl other) {
    return link.equals(hash(other)) || hasTag() && size != null;
  }

  private boolean hasTag() {
    return validator != null && validator.startsWith("\"");
  }

  /** Whether a response with this validator, null without one, may be of this content. */
  boolean agreesWith(@Nullable String other) {
    return validator == null || other == null || validator.equals(other);
  }

  /** Whether another mark is of the same content, as far as both can say. */
  boolean agreesWith(ContentMark other) {
    return leadsOn()
        && (size == null || other.size == null || size.equals(other.size))
        && (validator == null ? other.validator == null : validator.equals(other.validator));
  }

  private static String hash(HttpUrl link) {
    return ByteString.encodeUtf8(link.toString()).sha256().hex();
  }
}
