package dev.zoomkit.internal.http;

import java.io.IOException;
import okio.BufferedSource;
import okio.ByteString;

/** The mark that some servers put before UTF-8, and that no JSON begins with. */
public final class ByteOrderMark {

  private static final ByteString UTF_8 = ByteString.decodeHex("efbbbf");

  private ByteOrderMark() {}

  /** How many bytes of it the source begins with; consumes nothing. Blocks until they are there. */
  public static long length(BufferedSource source) throws IOException {
    boolean there = source.request(UTF_8.size()) && source.getBuffer().rangeEquals(0, UTF_8);
    return there ? UTF_8.size() : 0;
  }
}
