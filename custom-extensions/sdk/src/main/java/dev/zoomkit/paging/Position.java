package dev.zoomkit.paging;

import dev.zoomkit.internal.window.Span;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.DateOrDateTime;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: behind a {@link Page}. Its {@link #text()} fits into a file or a column, and
 * {@link Pages#resumeAt} goes on from it, in another process, too. It holds the place alone, no
 * item, and nothing secret. Immutable.
 */
public final class Position {

  private static final String VERSION = "1";
  private static final int CHECKSUM_BYTES = 4;
  private static final int FIELDS = 10;

  private final String operation;
  private final long list;
  private final boolean newestFirst;
  private final Span window;
  private final @Nullable String token;
  private final @Nullable Integer number;
  private final long read;
  private final long last;

  /**
   * A place.
   *
   * @param list what tells the list from other lists of the operation
   * @param token of the next page; null where none leads on
   * @param number of the next page; null where none leads on
   * @param read how many items of the window came before
   * @param last the hash of the last of them; {@link IdentitySet#NONE} where it is unknown
   */
  Position(
      String operation,
      long list,
      boolean newestFirst,
      Span window,
      @Nullable String token,
      @Nullable Integer number,
      long read,
      long last) {
    this.operation = operation;
    this.list = list;
    this.newestFirst = newestFirst;
    this.window = window;
    this.token = token;
    this.number = number;
    this.read = read;
    this.last = last;
  }

  /**
   * The place that a text says.
   *
   * @param text what {@link #text()} returned
   * @throws IllegalArgumentException if it is anything else
   */
  public static Position parse(String text) {
    Arguments.requireText("Position", "text", text);
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      byte[] content = new byte[bytes.length - CHECKSUM_BYTES];
      buffer.get(content);
      String[] fields = new String(content, StandardCharsets.UTF_8).split("\n", -1);
      if (buffer.getInt() == checksum(content)
          && fields.length == FIELDS
          && fields[0].equals(VERSION)) {
        return of(fields);
      }
    } catch (RuntimeException otherText) {
      // Said below.
    }
    throw Arguments.unfit(
        "Position", "text", "as text() of a Position returns it, whole; this is another one.");
  }

  private static Position of(String[] fields) {
    return new Position(
        fields[1],
        Long.parseUnsignedLong(fields[2], Character.MAX_RADIX),
        fields[3].equals("n"),
        new Span(end(fields[4]), end(fields[5])),
        fields[6].isEmpty() ? null : fields[6],
        fields[7].isEmpty() ? null : Integer.valueOf(fields[7]),
        Long.parseLong(fields[8]),
        Long.parseUnsignedLong(fields[9], Character.MAX_RADIX));
  }

  private static @Nullable DateOrDateTime end(String text) {
    return text.isEmpty() ? null : DateOrDateTime.parse(text);
  }

  /** The place as a short text of letters, digits, {@code -} and {@code _}. */
  public String text() {
    String fields =
        String.join(
            "\n",
            VERSION,
            operation,
            Long.toUnsignedString(list, Character.MAX_RADIX),
            newestFirst ? "n" : "",
            window.from() == null ? "" : window.from().toString(),
            window.to() == null ? "" : window.to().toString(),
            token == null ? "" : token,
            number == null ? "" : number.toString(),
            Long.toString(read),
            Long.toUnsignedString(last, Character.MAX_RADIX));
    byte[] content = fields.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(content.length + CHECKSUM_BYTES);
    bytes.put(content).putInt(checksum(content));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static int checksum(byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return (int) checksum.getValue();
  }

  /**
   * Refuses a place of another list.
   *
   * @throws IllegalArgumentException in that case
   */
  void requireOf(String otherOperation, long otherList, boolean otherNewestFirst) {
    if (!operation.equals(otherOperation)) {
      throw unfit(otherOperation, "it is of " + operation);
    }
    if (list != otherList) {
      throw unfit(
          otherOperation, "it is of another account, user, range or query, page size included");
    }
    if (newestFirst != otherNewestFirst) {
      throw unfit(
          otherOperation,
          "it is of a walk that began with the " + (newestFirst ? "newest" : "oldest") + " window");
    }
  }

  private static IllegalArgumentException unfit(String operation, String found) {
    return Arguments.unfit(operation, "position", "of the same list; " + found + ".");
  }

  Span window() {
    return window;
  }

  @Nullable String token() {
    return token;
  }

  @Nullable Integer number() {
    return number;
  }

  long read() {
    return read;
  }

  long last() {
    return last;
  }

  /** Whether its window was read to the end. */
  boolean isAtEndOfWindow() {
    return token == null && number == null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Position that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** The same as {@link #text()}. */
  @Override
  public String toString() {
    return text();
  }
}
