package dev.zoomkit.mock.call;

import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules that an operation's error rows state in words. Immutable, each row read once. */
public final class DocumentedErrors {
  /** An error before those that come with a status of success. */
  public static final Comparator<DocumentedError> ERRORS_FIRST =
      Comparator.comparing(row -> row.status() < 400);

  private final List<DocumentedError> rows;
  private final DocumentedErrors own;
  private final Map<Pattern, List<Statement>> statements = new ConcurrentHashMap<>();

  /**
   * Takes the rows of an operation.
   *
   * @param rows the weightiest first, those of operations that write the same among them
   * @param own those of the operation itself
   */
  public DocumentedErrors(List<DocumentedError> rows, List<DocumentedError> own) {
    this.rows = errors(rows);
    this.own = new DocumentedErrors(own);
  }

  private DocumentedErrors(List<DocumentedError> rows) {
    this.rows = errors(rows);
    this.own = this;
  }

  private static List<DocumentedError> errors(List<DocumentedError> rows) {
    return rows.stream().filter(row -> row.status() >= 400).toList();
  }

  /** The same without what only others that write the same state. */
  public DocumentedErrors own() {
    return own;
  }

  /** A row that says something, and the words that it says it with. */
  private record Statement(DocumentedError row, MatchResult words) {}

  private List<Statement> statements(Pattern says) {
    List<Statement> known = statements.get(says);
    return known == null ? statements.computeIfAbsent(says, this::read) : known;
  }

  private List<Statement> read(Pattern says) {
    List<Statement> found = new ArrayList<>();
    for (DocumentedError row : rows) {
      Matcher words = says.matcher(row.meaning());
      if (words.find()) {
        found.add(new Statement(row, words.toMatchResult()));
      }
    }
    return List.copyOf(found);
  }

  /** The row that says something; null where none does. */
  public @Nullable DocumentedError row(Pattern says) {
    List<Statement> found = statements(says);
    return found.isEmpty() ? null : found.get(0).row();
  }

  /**
   * Refuses a call that breaks a rule which a row states.
   *
   * @param broken told the words that the row says it with
   * @param message what it is here, which is said after the row's own sentence
   */
  public void refuse(Pattern says, Predicate<MatchResult> broken, String message) {
    for (Statement statement : statements(says)) {
      if (broken.test(statement.words())) {
        throw error(statement.row(), statement.row().meaning() + " " + message);
      }
    }
  }

  public static ErrorResponseException error(DocumentedError row, String message) {
    return new ErrorResponseException(row.status(), row.sentCode(), message);
  }
}
