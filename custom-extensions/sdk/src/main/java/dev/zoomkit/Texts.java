package dev.zoomkit;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.Times;
import java.time.ZonedDateTime;
import java.util.function.Function;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Text that can be sent. */
final class Texts {

  private Texts() {}

  /**
   * What is sent of a value: a moment in UTC to the second, as the described operations have it,
   * else what {@code toString()} says.
   *
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if the text does not do
   */
  static String of(String caller, String name, Object value) {
    Arguments.require(caller, name, value);
    return checked(
        caller,
        name,
        Times.text(value instanceof ZonedDateTime zoned ? zoned.toOffsetDateTime() : value));
  }

  /**
   * Lets a text pass that has something to see at both ends and no control character.
   *
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if it does not do
   */
  static String checked(String caller, String name, String text) {
    Arguments.requireText(caller, name, text);
    for (int index = 0; index < text.length(); index++) {
      if (Character.isISOControl(text.charAt(index))) {
        throw Arguments.unfit(caller, name, "without line breaks and control characters.");
      }
    }
    return text;
  }

  /**
   * A value as JSON.
   *
   * @throws IllegalArgumentException if JSON has nothing for it, or for what it holds
   */
  static ByteString json(
      String caller,
      String name,
      @Nullable Object value,
      Function<@Nullable Object, ByteString> json) {
    try {
      return json.apply(value);
    } catch (IllegalArgumentException | AssertionError none) {
      IllegalArgumentException refusal =
          Arguments.unfit(
              caller,
              name,
              "that JSON can hold: text, number, boolean, list, map, model or null; this %s is or holds something else."
                  .formatted(value == null ? "null" : value.getClass().getSimpleName()));
      refusal.initCause(none);
      throw refusal;
    }
  }
}
