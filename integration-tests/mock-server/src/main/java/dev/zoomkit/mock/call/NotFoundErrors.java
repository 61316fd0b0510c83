package dev.zoomkit.mock.call;

import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chooses status and code of an error from what the description knows of the operation. */
public final class NotFoundErrors {
  /**
   * The code that Zoom returns for the things that most operations name, where the description of
   * one of them has no row for it.
   */
  private static final Map<String, Integer> USUAL =
      Map.of("user", 1001, "account", 2001, "webinar", 3001, "meeting", 3001);

  private static final Pattern ABSENT =
      Pattern.compile("not exist|no such|not found|unknown|invalid|no longer|expired|belongs? to");

  private NotFoundErrors() {}

  /** Refuses a call because a thing in its path or body does not exist. */
  public static ErrorResponseException notFound(
      DescribedOperation operation, String stem, String value) {
    String words = stem.replace('_', ' ');
    DocumentedError known = absence(operation, words);
    int status = known == null ? 404 : known.status();
    int code = known != null && known.code() != null ? known.code() : USUAL.getOrDefault(stem, 404);
    return new ErrorResponseException(
        status, code, "The " + words + " does not exist: " + value + ".");
  }

  /** The error that marks the thing as missing, else one whose words say so. */
  private static @Nullable DocumentedError absence(DescribedOperation operation, String words) {
    for (DocumentedError error : operation.errors()) {
      if (error.missing().stream().anyMatch(kind -> isKind(kind, words))) {
        return error;
      }
    }
    List<DocumentedError> speaking =
        operation.errors().stream()
            .filter(error -> error.missing().isEmpty())
            .filter(error -> error.meaning().toLowerCase(Locale.ROOT).contains(words))
            .toList();
    for (DocumentedError error : speaking) {
      if (error.status() == 404) {
        return error;
      }
    }
    return speaking.stream()
        .filter(error -> error.status() == 400)
        .filter(error -> ABSENT.matcher(error.meaning().toLowerCase(Locale.ROOT)).find())
        .findFirst()
        .orElse(null);
  }

  /** Whether a kind of things is that of a word, as an IM group is a group. */
  private static boolean isKind(String kind, String word) {
    return (" " + kind).toLowerCase(Locale.ROOT).endsWith(" " + word);
  }

  /** What an operation's error says, where the description knows it. */
  public static String meaning(DescribedOperation operation, int status, int code) {
    for (DocumentedError error : operation.errors()) {
      if (error.status() == status && error.code() != null && error.code() == code) {
        return error.meaning();
      }
    }
    return "A test asked for status " + status + " and code " + code + ".";
  }
}
