package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Passwords, as far as an operation's errors say what is wrong with one. How long they have to be,
 * that a special character is needed, and that some are too easy to guess, is so where callers have
 * set it for the account.
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

  private static final Pattern TOO_SHORT = Pattern.compile("^The password is too short");
  private static final Pattern NO_SPECIAL =
      Pattern.compile("^The password needs a special character");
  private static final Pattern EASY = Pattern.compile("^The password is too easy to guess");
  private static final List<String> USUAL = List.of("password", "qwerty", "welcome", "letmein");
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
    refuseWhatTheAccountDoesNotTake(call, password);
    NEEDS.forEach(
        (says, has) ->
            call.errors()
                .refuse(says, words -> !has.matcher(password).find(), "It lacks something."));
  }

  /** What an administrator has asked of passwords in the settings of the account. */
  private static void refuseWhatTheAccountDoesNotTake(ResolvedCall call, String password) {
    JsonNode asked = Json.at(SettingsRules.set(call.account()), "security.password_requirement");
    call.errors()
        .refuse(
            TOO_SHORT,
            words -> password.length() < asked.path("minimum_password_length").asInt(),
            "The account asks for " + asked.path("minimum_password_length") + " characters.");
    call.errors()
        .refuse(
            NO_SPECIAL,
            words ->
                asked.path("have_special_character").asBoolean()
                    && password.chars().allMatch(Character::isLetterOrDigit),
            "The account asks for one.");
    call.errors()
        .refuse(
            EASY,
            words ->
                asked.path("weak_enhance_detection").asBoolean()
                    && isEasy(call.subject(), password),
            "It has a usual word or the user's name in it.");
  }

  private static boolean isEasy(Resource user, String password) {
    String text = password.toLowerCase(Locale.ROOT);
    return Stream.concat(
            USUAL.stream(),
            Stream.of("first_name", "last_name").map(name -> user.data().path(name).asText()))
        .anyMatch(word -> !word.isEmpty() && text.contains(word.toLowerCase(Locale.ROOT)));
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
