package dev.zoomkit.mock;

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

  /** The scopes, of which none may be null. */
  static Set<String> scopes(String caller, @Nullable String @Nullable [] scopes) {
    Set<String> all = new TreeSet<>();
    for (String scope : require(caller + " needs an array of scopes", scopes)) {
      all.add(require(caller + " needs a scope", scope));
    }
    return all;
  }
}
