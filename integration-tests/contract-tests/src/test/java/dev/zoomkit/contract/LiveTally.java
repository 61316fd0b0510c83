package dev.zoomkit.contract;

import dev.zoomkit.contract.LiveCalls.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of the calls of a live run: which operations were judged, and which refused. */
final class LiveTally {

  private static final int OPENING = 5;

  private final Map<Operation, Integer> judged = new LinkedHashMap<>();
  private final Map<Operation, Refusal> refused = new LinkedHashMap<>();
  private final Map<String, Refusal> usedUp = new TreeMap<>();
  private final List<String> opening = new ArrayList<>();
  private boolean likeZoom;

  /**
   * Counts the answer to an operation.
   *
   * @throws LiveException if none of the first is one that Zoom gives
   */
  void add(Operation operation, Answer answer) {
    Refusal refusal = answer.refusal();
    if (refusal == null) {
      judged.put(operation, answer.exchange().status());
    } else {
      refused.put(operation, refusal);
    }
    if (refusal != null && refusal.ofLabel()) {
      usedUp.put(operation.label(), refusal);
    }
    likeZoom |= refusal != null || isLikeZoom(operation, answer.exchange());
    if (!likeZoom) {
      opening.add(operation.id() + ": HTTP " + shown(answer.exchange()));
    }
    if (opening.size() == OPENING) {
      throw new LiveException(
          "contract.baseUrl is probably wrong, nothing there is like Zoom's API: %s."
              .formatted(String.join("; ", opening)));
    }
  }

  /** A success with JSON, or an error with a code: of a path that is none, a documented one. */
  private static boolean isLikeZoom(Operation operation, Exchange exchange) {
    int status = exchange.status();
    if (status < 300) {
      return !exchange.json().isMissingNode() || exchange.response().length == 0;
    }
    return DocumentedErrors.has(operation, exchange)
        || status >= 400
            && status < 500
            && status != 404
            && exchange.json().path("code").isIntegralNumber();
  }

  private static String shown(Exchange exchange) {
    String type = Shown.mediaType(exchange);
    return Shown.status(exchange) + (exchange.json().isMissingNode() ? ", " + type : "");
  }

  /** Whether an answer was one that Zoom gives. */
  boolean isLikeZoom() {
    return likeZoom;
  }

  boolean has(Operation operation) {
    return judged.containsKey(operation) || refused.containsKey(operation);
  }

  /** Why an operation of a label need not be called any more; null where it may be. */
  @Nullable String usedUp(Operation operation) {
    Refusal refusal = usedUp.get(operation.label());
    return refusal == null ? null : refusal.why();
  }

  /** Why an API refused a call so that it tells nothing of the operation; null where it did not. */
  @Nullable String refused(Operation operation) {
    Refusal refusal = refused.get(operation);
    return refusal == null ? null : refusal.why();
  }

  /** The operations that were judged, and with which status. */
  Map<Operation, Integer> judged() {
    return judged;
  }

  long succeeded() {
    return judged.values().stream().filter(status -> status < 300).count();
  }

  private long refused(Refusal.Kind kind) {
    return refused.values().stream().filter(each -> each.kind() == kind).count();
  }

  /**
   * Such as {@code 80 operations answered with 2xx, 3 with errors only, 0 refused for rate limits,
   * 0 for scopes, 283 not called}.
   */
  String summary(int operations) {
    String counts =
        "%d operations answered with 2xx, %d with errors only, %d refused for rate limits, %d for scopes, %d not called"
            .formatted(
                succeeded(),
                judged.size() - succeeded(),
                refused(Refusal.Kind.LIMIT),
                refused(Refusal.Kind.SCOPE),
                operations - judged.size() - refused.size());
    return usedUp.values().stream()
        .map(Refusal::why)
        .collect(Collectors.joining("; ", counts + (usedUp.isEmpty() ? "" : "; "), ""));
  }

  /**
   * Refuses a run of which nothing tells how Zoom is.
   *
   * @throws LiveException if no operation answered with 2xx
   */
  void requireSuccess() {
    if (succeeded() == 0) {
      String cause =
          refused(Refusal.Kind.SCOPE) > judged.size()
              ? "the app probably lacks the scopes that the report names"
              : refused(Refusal.Kind.LIMIT) > judged.size()
                  ? "the account's rate limits are probably used up"
                  : "contract.baseUrl or the account is probably the wrong one";
      throw new LiveException(
          "nothing was judged, as no operation answered with 2xx; " + cause + ".");
    }
  }
}
