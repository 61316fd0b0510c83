package dev.zoomkit.transfer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The header that names a file (RFC 6266, RFC 8187), well-formed or not. */
final class ContentDisposition {

  private static final Map<String, Charset> CHARSETS =
      Map.of("utf-8", StandardCharsets.UTF_8, "iso-8859-1", StandardCharsets.ISO_8859_1);
  private static final Pattern BYTE = Pattern.compile("%(\\p{XDigit}{2})");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

  private ContentDisposition() {}

  /** A name that does no harm; null where there is none. Throws nothing. */
  static @Nullable String fileName(String header) {
    Map<String, String> parameters = parameters(header);
    String name = SafeName.of(decoded(parameters.getOrDefault("filename*", "")));
    return name == null ? SafeName.of(parameters.getOrDefault("filename", "")) : name;
  }

  /** The first of each name, in lower case. */
  private static Map<String, String> parameters(String header) {
    Map<String, String> parameters = new HashMap<>();
    int start = 0;
    boolean quoted = false;
    for (int at = 0; at <= header.length(); at++) {
      char here = at < header.length() ? header.charAt(at) : ';';
      if (at == header.length() || here == ';' && !quoted) {
        String[] parts = header.substring(start, at).split("=", 2);
        if (parts.length == 2) {
          parameters.putIfAbsent(
              parts[0].strip().toLowerCase(Locale.ROOT), unquoted(parts[1].strip()));
        }
        start = at + 1;
      } else if (here == '"') {
        quoted = !quoted;
      } else if (quoted && ESCAPED.matcher(header).region(at, header.length()).lookingAt()) {
        at++;
      }
    }
    return parameters;
  }

  /** Some servers do not escape the backslashes of a path: one stays unless it escapes. */
  private static String unquoted(String value) {
    if (!value.startsWith("\"")) {
      return value;
    }
    int end = value.length() > 1 && value.endsWith("\"") ? value.length() - 1 : value.length();
    return ESCAPED.matcher(value.substring(1, end)).replaceAll("$1");
  }

  /** Of a charset, a language and coded bytes; empty where it is not that. */
  private static String decoded(String value) {
    String[] parts = value.split("'", 3);
    Charset charset = CHARSETS.get(parts[0].toLowerCase(Locale.ROOT));
    if (parts.length < 3 || charset == null) {
      return "";
    }
    Buffer bytes = new Buffer();
    Matcher coded = BYTE.matcher(parts[2]);
    int at = 0;
    while (coded.find()) {
      bytes.writeString(parts[2].substring(at, coded.start()), charset);
      bytes.writeByte(Integer.parseInt(coded.group(1), 16));
      at = coded.end();
    }
    return bytes.writeString(parts[2].substring(at), charset).readString(charset);
  }
}
