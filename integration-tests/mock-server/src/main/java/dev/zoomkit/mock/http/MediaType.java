package dev.zoomkit.mock.http;

import dev.zoomkit.mock.call.ErrorResponseException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its body.
 *
 * @param name such as {@code application/json}; empty where the request says nothing
 * @param charset the one of its parameter, UTF-8 where it has none
 */
record MediaType(String name, Charset charset) {

  /**
   * Reads a Content-Type.
   *
   * @throws ErrorResponseException if its charset is unknown
   */
  static MediaType of(@Nullable String header) {
    try {
      ContentType type = ContentType.parse(header);
      return type == null
          ? new MediaType("", StandardCharsets.UTF_8)
          : new MediaType(type.getMimeType(), type.getCharset(StandardCharsets.UTF_8));
    } catch (UnsupportedCharsetException unknown) {
      throw unknown(unknown.getCharsetName());
    }
  }

  static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      throw unknown(name);
    }
  }

  private static ErrorResponseException unknown(String charset) {
    return new ErrorResponseException(415, 300, "There is no charset " + charset + "; send UTF-8.");
  }

  boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }
}
