package dev.zoomkit.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses null, naming who needs what. */
final class Arguments {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

  /** The last moment that a mock knows. */
  static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private static final Duration LONGEST = Duration.ofDays(365);

  private Arguments() {}

  /**
   * Lets anything but null pass.
   *
   * @param need such as "addUser needs an email"
   * @throws NullPointerException such as "addUser needs an email; it was null."
   */
  static <T> T require(String need, @Nullable T value) {
    if (value == null) {
      throw new NullPointerException(need + "; it was null.");
    }
    return value;
  }

  /**
   * Lets a number within bounds pass.
   *
   * @param who such as "An account has"
   * @param what such as "users"
   * @throws IllegalArgumentException such as "An account has 1 to 10 users, not 0."
   */
  static int count(String who, int count, int least, int most, String what) {
    if (count < least || count > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s %,d to %,d %s, not %,d.", who, least, most, what, count));
    }
    return count;
  }

  /**
   * Lets a time from 1970 to 9999 pass.
   *
   * @param what such as "A session starts"
   * @throws IllegalArgumentException such as "A session starts from 1970 to 9999, not at
   *     +12026-01-01T00:00:00Z."
   */
  static Instant time(String what, Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new IllegalArgumentException(what + " from 1970 to 9999, not at " + time + ".");
    }
    return time;
  }

  /**
   * Lets a duration of at most 365 days pass.
   *
   * @param what such as "A session lasts"
   * @throws IllegalArgumentException such as "A session lasts 365 days at most, not PT9000H."
   */
  static Duration duration(String what, Duration time) {
    if (time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(what + " 365 days at most, not " + time + ".");
    }
    return time;
  }

  /** The scopes, of which none may be null. */
  static Set<String> scopes(String caller, @Nullable String @Nullable [] scopes) {
    Set<String> all = new TreeSet<>();
    for (String scope : require(caller + " needs an array of scopes", scopes)) {
      all.add(require(caller + " needs a scope", scope));
    }
    return all;
  }
}
