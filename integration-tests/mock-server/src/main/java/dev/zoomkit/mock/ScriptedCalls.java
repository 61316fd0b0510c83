package dev.zoomkit.mock;

import dev.zoomkit.mock.http.RequestHandler;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls to come, counted, and how they are responded to. Guarded by its script. */
final class ScriptedCalls {
  private final @Nullable String operationId;
  private final Predicate<MockRequest> condition;
  private final int number;
  private final boolean once;
  private final BiFunction<String, Supplier<MockResponse>, MockResponse> response;
  private long counted;

  ScriptedCalls(
      @Nullable String operationId,
      Predicate<MockRequest> condition,
      int number,
      boolean once,
      BiFunction<String, Supplier<MockResponse>, MockResponse> response) {
    this.operationId = operationId;
    this.condition = condition;
    this.number = number;
    this.once = once;
    this.response = response;
  }

  /** Counts a call if it is one of these, and says whether it is one to respond to. */
  boolean count(String operation, MockRequest request) {
    boolean counts = operationId == null ? !isOfTokens(operation) : operationId.equals(operation);
    if (!counts || !condition.test(request)) {
      return false;
    }
    counted++;
    return once ? counted >= number : counted % number == 0;
  }

  private static boolean isOfTokens(String operation) {
    return RequestHandler.OAUTH_OPERATIONS.containsValue(operation);
  }

  boolean isOnce() {
    return once;
  }

  boolean isOf(@Nullable String operation) {
    return operation == null || operation.equals(operationId);
  }

  MockResponse respond(String operation, Supplier<MockResponse> own) {
    return response.apply(operation, own);
  }
}
