package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.internal.http.RateHeaders;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why an API refused a call that tells nothing of the operation.
 *
 * @param why such as {@code the token lacks the scope user:read:list_users:admin}
 * @param ofLabel whether it holds for all operations of the rate label until the day ends
 */
record Refusal(Kind kind, String why, boolean ofLabel) {

  /** What refused it. */
  enum Kind {
    LIMIT,
    SCOPE
  }

  private static final Set<Integer> SCOPE_CODES = Set.of(104, 4700, 4711);
  private static final Pattern SCOPE = Pattern.compile("[a-z]\\w*(?::(?:\\w+|\\*))+");

  /**
   * Reads it from a response.
   *
   * @param rate what the response says of limits, null where it was not refused for one
   * @return null where the response tells of the operation
   */
  static @Nullable Refusal of(Operation operation, Exchange exchange, @Nullable RateHeaders rate) {
    int status = exchange.status();
    if (status == 429) {
      return ofLimit(operation, rate);
    }
    JsonNode body = exchange.json();
    boolean ofScope =
        status >= 400 && status < 404 && SCOPE_CODES.contains(body.path("code").asInt());
    return ofScope ? new Refusal(Kind.SCOPE, missing(body.path("message").asText()), false) : null;
  }

  private static Refusal ofLimit(Operation operation, @Nullable RateHeaders rate) {
    if (rate == null || !rate.dailyLimit()) {
      return new Refusal(Kind.LIMIT, "a rate limit refused it each time it was sent", false);
    }
    String until = rate.retryAt() == null ? "00:00 UTC" : rate.retryAt().toString();
    return rate.ownLimit()
        ? new Refusal(Kind.LIMIT, "its own limit of the day is used up until " + until, false)
        : new Refusal(
            Kind.LIMIT,
            "the day's limit of %s calls is used up until %s".formatted(operation.label(), until),
            true);
  }

  private static String missing(String message) {
    String scopes =
        SCOPE
            .matcher(message)
            .results()
            .map(MatchResult::group)
            .distinct()
            .collect(Collectors.joining(" or "));
    return scopes.isEmpty() ? "the token lacks its scope" : "the token lacks the scope " + scopes;
  }
}
