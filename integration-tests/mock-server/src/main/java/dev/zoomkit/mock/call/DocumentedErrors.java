package dev.zoomkit.mock.call;

import dev.zoomkit.mock.description.DescribedOperation.DocumentedError;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules that an operation's error rows state in words.
 *
 * @param rows the rows, the weightiest first
 */
public record DocumentedErrors(List<DocumentedError> rows) {

  /** The row that says something; null where none does. */
  public @Nullable DocumentedError row(Pattern says) {
    return rows.stream()
        .filter(row -> row.status() >= 400 && says.matcher(row.meaning()).find())
        .findFirst()
        .orElse(null);
  }

  /**
   * Refuses a call that breaks a rule which a row states.
   *
   * @param broken told the words that the row says it with
   */
  public void refuse(Pattern says, Predicate<Matcher> broken, String message) {
    for (DocumentedError row : rows) {
      Matcher words = says.matcher(row.meaning());
      if (row.status() >= 400 && words.find() && broken.test(words)) {
        throw error(row, message);
      }
    }
  }

  public static ErrorResponseException error(DocumentedError row, String message) {
    return new ErrorResponseException(
        row.status(), Objects.requireNonNullElse(row.code(), row.status()), message);
  }
}
