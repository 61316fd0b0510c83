package dev.zoomkit.mock.rules;

import dev.zoomkit.mock.store.ResolvedCall;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Passwords, as far as an operation's errors say what is wrong with one. That a special character
 * is needed, and that some passwords are too easy to guess, is so only where the account asks for
 * it, which the mock's does not.
 */
final class PasswordRules implements Rule {
  private static final int RUN = 4;

  /** The words that ask something of a password, and what one has that keeps to it. */
  private static final Map<Pattern, Pattern> NEEDS =
      Map.of(
          Pattern.compile("^The password needs a letter"), Pattern.compile("[A-Za-z]"),
          Pattern.compile("^The password needs a digit"), Pattern.compile("[0-9]"),
          Pattern.compile("^The password needs capital and small letters"),
              Pattern.compile("[a-z].*[A-Z]|[A-Z].*[a-z]|^[^A-Za-z]*$"));

  private static final Pattern REPEATS = Pattern.compile("^The password repeats (one|a) character");
  private static final Pattern REPEATED = Pattern.compile("^(.)\\1*$");
  private static final Pattern REPEATED_WITHIN = Pattern.compile("(.)\\1{" + (RUN - 1) + "}");
  private static final Pattern RUNS = Pattern.compile("^The password .*run of neighbour");

  @Override
  public void check(ResolvedCall call) {
    String password = call.body().path("password").asText();
    if (password.isEmpty()) {
      return;
    }
    call.errors()
        .refuse(
            REPEATS,
            words ->
                (words.group(1).equals("one") ? REPEATED : REPEATED_WITHIN)
                    .matcher(password)
                    .find(),
            "It repeats a character.");
    call.errors().refuse(RUNS, words -> hasRun(password), "It has a run of neighbours.");
    NEEDS.forEach(
        (says, has) ->
            call.errors()
                .refuse(says, words -> !has.matcher(password).find(), "It lacks something."));
  }

  /** Whether characters follow one another as in abcd or 4321. */
  private static boolean hasRun(String password) {
    String text = password.toLowerCase(Locale.ROOT);
    int up = 1;
    int down = 1;
    for (int i = 1; i < text.length(); i++) {
      int step =
          Character.isLetterOrDigit(text.charAt(i)) ? text.charAt(i) - text.charAt(i - 1) : 0;
      up = step == 1 ? up + 1 : 1;
      down = step == -1 ? down + 1 : 1;
      if (Math.max(up, down) >= RUN) {
        return true;
      }
    }
    return false;
  }
}
