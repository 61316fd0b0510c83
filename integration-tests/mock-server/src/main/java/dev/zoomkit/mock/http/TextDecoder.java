package dev.zoomkit.mock.http;

import dev.zoomkit.mock.call.ErrorResponseException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bytes and percent-encoding as text; refused where they are none. */
final class TextDecoder {
  private TextDecoder() {}

  /**
   * Bytes as text.
   *
   * @param what names the bytes in the message, such as {@code request body}
   * @throws ErrorResponseException if a byte does not belong to the charset
   */
  static String of(byte[] bytes, Charset charset, String what) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException otherBytes) {
      throw new ErrorResponseException(
          400, 300, "The " + what + " has bytes that are no " + charset + ".");
    }
  }

  /** A part of a path, in which a plus is a plus. */
  static String ofPath(String encoded) {
    return decoded(encoded.replace("+", "%2B"), "path");
  }

  /** The values of each key of a query or a form, in order. */
  static Map<String, List<String>> ofForm(String form) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : form.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals), "query");
        values
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(equals < 0 ? "" : decoded(pair.substring(equals + 1), "query"));
      }
    }
    return values;
  }

  /** A byte stands as one char until all are there: a character may take several. */
  private static String decoded(String encoded, String what) {
    try {
      String bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1);
      return of(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8, what);
    } catch (IllegalArgumentException malformed) {
      throw new ErrorResponseException(
          400, 300, "The " + what + " is not percent-encoded as it should be.");
    }
  }
}
