package dev.zoomkit.mock;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses null, naming who needs what. */
final class Arguments {

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

  /** The scopes, of which none may be null. */
  static Set<String> scopes(String caller, @Nullable String @Nullable [] scopes) {
    Set<String> all = new TreeSet<>();
    for (String scope : require(caller + " needs an array of scopes", scopes)) {
      all.add(require(caller + " needs a scope", scope));
    }
    return all;
  }
}
