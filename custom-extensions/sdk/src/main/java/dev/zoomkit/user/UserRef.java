package dev.zoomkit.user;

import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.runtime.Arguments;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A user as the path of a call names one: by id, by e-mail address, or {@code me}, the user who
 * authorised the app. Which of them may be used depends on the app: a user-level app must use
 * {@link #me()}, a server-to-server app must not, an account-level app may. The call is refused
 * locally with a {@link UserRefException} otherwise, unless the client's {@link UserCheck} says
 * something else. Immutable.
 */
public final class UserRef {

  private static final UserRef AUTHORISING_USER = new UserRef(Operation.ME);

  /** Only what surely is no address: Zoom knows better. */
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@/]+");

  private final String value;

  private UserRef(String value) {
    this.value = value;
  }

  /** The user who authorised the app. */
  public static UserRef me() {
    return AUTHORISING_USER;
  }

  /**
   * The user with an id, as Zoom's responses give it.
   *
   * @throws IllegalArgumentException if it is blank, has a blank in it, is {@code me} or an e-mail
   *     address
   */
  public static UserRef id(String id) {
    Arguments.requireText("UserRef.id", "id", id);
    if (id.equals(Operation.ME)) {
      throw new IllegalArgumentException("\"me\" is no id: write UserRef.me() instead.");
    } else if (id.contains("@")) {
      throw new IllegalArgumentException(
          "\"%s\" is no id: write UserRef.email(\"%s\") instead.".formatted(id, id));
    } else if (hasBlank(id)) {
      throw Arguments.unfit("UserRef.id", "id", "without blanks in it; \"" + id + "\" has some.");
    }
    return new UserRef(id);
  }

  /**
   * The user with an e-mail address. Where Zoom takes an id alone, such as in {@code unassignRole},
   * the client looks it up first by {@code getUser}, with the scopes of that, and remembers it for
   * an hour; a look-up that fails is what the call throws.
   *
   * @throws IllegalArgumentException if it surely is none, such as {@code jill} or {@code jill@}
   */
  public static UserRef email(String address) {
    Arguments.requireText("UserRef.email", "address", address);
    if (!EMAIL.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no e-mail address; one looks like jill@example.com.".formatted(address));
    }
    return new UserRef(address);
  }

  private static boolean hasBlank(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (Character.isWhitespace(id.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** What stands in the path, before encoding. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserRef that && that.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
