package dev.zoomkit.spec.diff;

import dev.zoomkit.spec.reader.UnusableException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of three numbers. What follows them, such as {@code -SNAPSHOT}, does not count. */
record Version(int major, int minor, int patch) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})\\b.*");

  /**
   * Reads a version.
   *
   * @throws UnusableException if it is none
   */
  static Version of(String text) {
    Matcher numbers = FORM.matcher(text);
    if (!numbers.matches()) {
      throw new UnusableException("\"" + text + "\" is no version of three numbers.");
    }
    return new Version(number(numbers, 1), number(numbers, 2), number(numbers, 3));
  }

  static boolean is(String text) {
    return FORM.matcher(text).matches();
  }

  /** The next version that has a part counted up. */
  Version next(Bump bump) {
    return switch (bump) {
      case MAJOR -> new Version(major + 1, 0, 0);
      case MINOR -> new Version(major, minor + 1, 0);
      case PATCH -> new Version(major, minor, patch + 1);
      case NONE -> this;
    };
  }

  private static int number(Matcher numbers, int group) {
    return Integer.parseInt(numbers.group(group));
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
