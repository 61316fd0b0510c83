package dev.zoomkit.auth;

import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the stores have in common. */
final class Stores {

  private static final Logger LOGGER = System.getLogger("dev.zoomkit.auth");

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Something that an interrupt may end halfway, and that may be done again from its beginning. */
  interface Work<T extends @Nullable Object> {
    T run() throws IOException, InterruptedException;
  }

  private Stores() {}

  static void check(String key) {
    Arguments.requireText("TokenStore", "key", key);
  }

  static void check(String key, long expectedVersion, @Nullable String content) {
    check(key);
    if (expectedVersion < 0) {
      throw Arguments.unfit(
          "TokenStore", "expectedVersion", "of 0 or more; it was " + expectedVersion + ".");
    }
    if (content != null
        && (content.indexOf('\0') >= 0
            || !StandardCharsets.UTF_8.newEncoder().canEncode(content))) {
      throw Arguments.unfit(
          "TokenStore", "content", "without U+0000 and without half a surrogate pair.");
    }
  }

  static void check(String key, Duration wait, Duration lease) {
    check(key);
    checkSpan("wait", wait, Duration.ZERO);
    checkSpan("lease", lease, Duration.ofMillis(1));
  }

  private static void checkSpan(String name, Duration span, Duration least) {
    Arguments.require("TokenStore", name, span);
    if (span.compareTo(least) < 0 || span.compareTo(LONGEST) > 0) {
      throw Arguments.unfit(
          "TokenStore", name, "from %s to %s; it was %s.".formatted(least, LONGEST, span));
    }
  }

  /** Logs that a lock is not free, though its holder is done with it. */
  static void warnOfKeptLock(String place, String end, IOException failure) {
    LOGGER.log(
        Level.WARNING,
        "A lock in %s could not be given back; it ends with %s.".formatted(place, end),
        failure);
  }

  static TimeoutException timeout(String key, Duration wait) {
    return new TimeoutException(
        "Somebody else has held the token store's lock of %s for %s.".formatted(key, wait));
  }

  /**
   * The id of a key: its SHA-256 in hexadecimal digits. It has one length and one spelling,
   * whatever the key is made of, and wherever file names and collations take capital letters,
   * accents or trailing blanks for equal.
   */
  static String id(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(utf16(key));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException("Every Java platform has SHA-256.", none);
    }
  }

  /** Each char of its own, since UTF-8 writes every half of a surrogate pair as a question mark. */
  static byte[] utf16(String text) {
    byte[] bytes = new byte[2 * text.length()];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    return bytes;
  }

  /**
   * A version that no writing of any process has had: 62 random bits. A count would have to be kept
   * for every key that was ever removed.
   */
  static long newVersion() {
    return 1 + (RANDOM.nextLong() >>> 2);
  }

  /**
   * Does the work to its end; an interrupt before or meanwhile is seen by the caller afterwards.
   */
  static <T extends @Nullable Object> T uninterrupted(Work<T> work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return work.run();
        } catch (InterruptedException | ClosedByInterruptException early) {
          interrupted = true;
          Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
