package dev.zoomkit.internal.error;

import dev.zoomkit.error.ForbiddenException;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.ErrorResponse;
import dev.zoomkit.scope.MissingScopeException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scopes that Zoom names where it refuses a token for them: behind the word, in brackets
 * or not, with or without blanks and quotes.
 */
final class ScopeRefusal {

  private static final Pattern WORD = Pattern.compile("\\bscopes?\\b[\"\\s:]*");

  /** Such as {@code webinar:read:admin} and {@code zms:*}. */
  private static final Pattern SCOPE = Pattern.compile("[a-z]\\w*(?::(?:\\w+|\\*))+");

  private ScopeRefusal() {}

  /** The exception that names the scopes; without their names, any refusal. */
  static ZoomException exception(ErrorResponse error) {
    ForbiddenException refusal = new ForbiddenException(error);
    List<String> scopes = scopes(refusal.zoomMessage());
    return scopes.isEmpty()
        ? refusal
        : new MissingScopeException(
            CallInfo.of(error.request()),
            error.operation().isForOwnAccount(error.request()),
            scopes,
            refusal);
  }

  private static List<String> scopes(@Nullable String message) {
    Matcher word = WORD.matcher(message == null ? "" : message);
    return word.find()
        ? SCOPE
            .matcher(message.substring(word.end()))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList()
        : List.of();
  }
}
