package dev.zoomkit.mock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code multipart/form-data} body. */
final class Multipart {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

  private Multipart() {}

  /**
   * One part.
   *
   * @param fileName null where the part is no file
   * @param contentType empty where the part does not say
   */
  record Part(String name, @Nullable String fileName, String contentType, byte[] content) {
    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  /**
   * The parts of a body, in order.
   *
   * @throws Refusal if the body is not what its Content-Type says
   */
  static List<Part> read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new Refusal(400, 300, "The Content-Type has no boundary.");
    }
    // One char a byte, so that a part's bytes come out as they went in.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String delimiter = "--" + boundary.group(1);
    List<Part> parts = new ArrayList<>();
    int at = text.indexOf(delimiter);
    while (at >= 0 && !text.startsWith(delimiter + "--", at)) {
      int next = text.indexOf("\r\n" + delimiter, at + delimiter.length());
      int head = text.indexOf("\r\n\r\n", at);
      if (next < 0 || head < 0 || head > next) {
        throw new Refusal(400, 300, "The multipart body is cut off or malformed.");
      }
      parts.add(
          part(
              text.substring(at + delimiter.length(), head),
              text.substring(head + 4, Math.max(next, head + 4))));
      at = next + 2;
    }
    if (at < 0) {
      throw new Refusal(400, 300, "The multipart body does not end with its boundary.");
    }
    return parts;
  }

  private static Part part(String head, String content) {
    String fileName = parameter(head, "filename");
    String name = parameter(head, "name");
    Matcher type = Pattern.compile("(?i)content-type:\\s*([^\\r\\n]+)").matcher(head);
    return new Part(
        name == null ? "" : name,
        fileName,
        type.find() ? type.group(1).trim() : "",
        content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static @Nullable String parameter(String head, String name) {
    Matcher matcher = Pattern.compile("(?i)[;\\s]" + name + "=\"([^\"]*)\"").matcher(head);
    return matcher.find()
        ? new String(matcher.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        : null;
  }
}
