package dev.zoomkit.mock.call;

import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final Set<String> SESSIONS = Set.of("meeting", "webinar");
  private static final String SESSION_OR_ITS = "The session";
  private static final Map<String, Pattern> SAYS = new ConcurrentHashMap<>();

  private NotFoundErrors() {}

  /** Refuses a call because a thing in its path or body does not exist. */
  public static ErrorResponseException notFound(
      DescribedOperation operation, String stem, String value) {
    String words = stem.replace('_', ' ');
    DocumentedError known = absence(operation, words);
    int status = known == null ? 404 : known.status();
    int code = known == null ? USUAL.getOrDefault(stem, 404) : known.sentCode();
    String message =
        value.isBlank()
            ? "The request does not say which " + words + "."
            : "The " + words + " does not exist: " + value + ".";
    return new ErrorResponseException(status, code, message);
  }

  /** The error that marks the thing as missing, else one whose words say so. */
  private static @Nullable DocumentedError absence(DescribedOperation operation, String words) {
    Optional<DocumentedError> marked =
        operation.errors().stream()
            .filter(error -> error.missing().stream().anyMatch(kind -> isKind(kind, words)))
            .min(DocumentedErrors.ERRORS_FIRST);
    if (marked.isPresent()) {
      return marked.get();
    }
    Pattern says = SAYS.computeIfAbsent(words, NotFoundErrors::saysAbsent);
    return operation.errors().stream()
        .filter(error -> error.missing().isEmpty())
        .filter(error -> error.status() == 404 || error.status() == 400)
        .filter(error -> says.matcher(error.meaning()).find())
        .min(Comparator.comparing(error -> error.status() != 404))
        .orElseGet(() -> instead(operation, words));
  }

  private static @Nullable DocumentedError instead(DescribedOperation operation, String words) {
    if (SESSIONS.contains(words)) {
      return ofSession(operation);
    }
    return USUAL.containsKey(words) ? null : only(operation);
  }

  /**
   * The one error that says that what a session would have is not there, as its recording, or that
   * speaks of both; null where there is none, or several.
   */
  private static @Nullable DocumentedError ofSession(DescribedOperation operation) {
    List<DocumentedError> missing =
        operation.errors().stream()
            .filter(error -> error.status() == 404)
            .filter(error -> error.missing().stream().noneMatch(USUAL::containsKey))
            .filter(
                error -> !error.missing().isEmpty() || error.meaning().startsWith(SESSION_OR_ITS))
            .toList();
    return missing.size() == 1 ? missing.get(0) : null;
  }

  /**
   * The one error that says that something is not there, be it called as in the path or not; null
   * where there are several, or that is something that most operations name.
   */
  private static @Nullable DocumentedError only(DescribedOperation operation) {
    List<DocumentedError> missing =
        operation.errors().stream()
            .filter(error -> error.status() == 404 && !error.missing().isEmpty())
            .toList();
    return missing.size() == 1 && missing.get(0).missing().stream().noneMatch(USUAL::containsKey)
        ? missing.get(0)
        : null;
  }

  /** What says of a thing, and not of another one that is in it or belongs to it, that it lacks. */
  private static Pattern saysAbsent(String words) {
    return Pattern.compile(
        "\\b(the|a|one of the) %1$ss?( id)?( or [^,;.]*)? (does not exist|is invalid|is unknown)|no such %1$s"
            .formatted(Pattern.quote(words)),
        Pattern.CASE_INSENSITIVE);
  }

  /** Whether an error of an operation is marked as that of such a thing, which is missing. */
  public static boolean isMarked(DescribedOperation operation, String words) {
    return operation.errors().stream()
        .anyMatch(error -> error.missing().stream().anyMatch(kind -> isKind(kind, words)));
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
