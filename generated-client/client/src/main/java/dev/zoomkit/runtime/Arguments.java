package dev.zoomkit.runtime;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses arguments that nothing can be done with, naming who needs what. */
public final class Arguments {
  private static final Pattern VOWEL = Pattern.compile("(?:[aeio]|up|un(?!i)|ht[tm]).*");
  private static final Pattern PLURAL = Pattern.compile(".*[^su]s");
  private static final String BLANKS = "[\\s\\p{Z}\\p{C}]";
  private static final Pattern BLANK = Pattern.compile(BLANKS + "*");
  private static final Pattern BLANKS_AROUND = Pattern.compile("^" + BLANKS + "|" + BLANKS + "\\z");
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
    if (BLANK.matcher(text).matches()) {
      throw new IllegalArgumentException(needs(caller, name, "blank"));
    }
    if (BLANKS_AROUND.matcher(text).find()) {
      throw unfit(caller, name, "without blanks before or after it.");
    }
    return text;
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
    return (VOWEL.matcher(name).matches() ? "an " : "a ") + name;
  }

  private static boolean isPlural(String name) {
    return PLURAL.matcher(name).matches();
  }
}
