package dev.zoomkit.internal;

import org.jspecify.annotations.Nullable;

/** Refuses null where a value is needed, naming it. */
public final class Arguments {

  private Arguments() {}

  /**
   * Lets anything but null pass.
   *
   * @throws NullPointerException such as "listWebinars needs a user; it was null."
   */
  public static void require(String operation, String argument, @Nullable Object value) {
    if (value == null) {
      String article = "aeio".indexOf(Character.toLowerCase(argument.charAt(0))) < 0 ? "a" : "an";
      throw new NullPointerException(
          "%s needs %s %s; it was null.".formatted(operation, article, argument));
    }
  }
}
