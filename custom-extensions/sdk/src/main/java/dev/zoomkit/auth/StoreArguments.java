package dev.zoomkit.auth;

import dev.zoomkit.runtime.Arguments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What all stores refuse, and say where a lock is not to be had. */
final class StoreArguments {

  private static final Duration LONGEST = Duration.ofDays(1);

  private StoreArguments() {}

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

  static TimeoutException timeout(String key, Duration wait) {
    return new TimeoutException(
        "Somebody else has held the token store's lock of %s for %s.".formatted(key, wait));
  }

  private static void checkSpan(String name, Duration duration, Duration least) {
    Arguments.require("TokenStore", name, duration);
    if (duration.compareTo(least) < 0 || duration.compareTo(LONGEST) > 0) {
      throw Arguments.unfit(
          "TokenStore", name, "from %s to %s; it was %s.".formatted(least, LONGEST, duration));
    }
  }
}
