package dev.zoomkit.runtime;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses arguments that nothing can be done with, naming who needs what. */
public final class Arguments {
  private static final String VOWEL = "(?:[aeio]|up|un(?!i)|ht[tm]).*";
  private static final String PLURAL = ".*[^su]s";
  private static final Set<String> NO_NOUNS = Set.of("from", "to");

  private Arguments() {}

  /**
   * Lets anything but null pass.
   *
   * @param caller the operation, the type or the method that needs it
   * @param name of the argument
   * @throws NullPointerException such as "listWebinars needs a user; it was null."
   */
  public static <T> T require(String caller, String name, @Nullable T value) {
    if (value == null) {
      throw new NullPointerException(needs(caller, name, "null"));
    }
    return value;
  }

  /**
   * Lets text pass as it is, where it begins and ends with something to see.
   *
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if it is blank, or has a blank, a line break or an invisible
   *     character at its beginning or end
   */
  public static String requireText(String caller, String name, @Nullable String text) {
    require(caller, name, text);
    int length = text.length();
    if (length > 0 && isSeen(text.codePointAt(0)) && isSeen(text.codePointBefore(length))) {
      return text;
    }
    if (text.codePoints().noneMatch(Arguments::isSeen)) {
      throw new IllegalArgumentException(needs(caller, name, "blank"));
    }
    throw unfit(caller, name, "without blanks before or after it.");
  }

  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /**
   * The refusal of an argument that does not do.
   *
   * @param need ends the sentence: what would do, and why this does not
   * @return such as "RetryPolicy needs a firstWait from PT0S to PT1H; it was PT-1S."
   */
  public static IllegalArgumentException unfit(String caller, String name, String need) {
    return new IllegalArgumentException(caller + " needs " + noun(name) + " " + need);
  }

  private static String needs(String caller, String name, String found) {
    String pronoun = isPlural(name) ? "they were " : "it was ";
    return caller + " needs " + noun(name) + "; " + pronoun + found + ".";
  }

  /** The name with its article. */
  private static String noun(String name) {
    if (isPlural(name) || NO_NOUNS.contains(name)) {
      return name;
    }
    return (name.matches(VOWEL) ? "an " : "a ") + name;
  }

  private static boolean isPlural(String name) {
    return name.matches(PLURAL);
  }
}
