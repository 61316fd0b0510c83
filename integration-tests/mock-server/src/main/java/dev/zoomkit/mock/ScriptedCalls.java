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
  private long came;
  private long counted;
  private boolean met;

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
    if (!counts) {
      return false;
    }
    came++;
    if (!condition.test(request)) {
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

  /** Takes note that it responds to a call. */
  void meet() {
    met = true;
  }

  boolean isMet() {
    return met;
  }

  MockResponse respond(String operation, Supplier<MockResponse> own) {
    return Arguments.require(
        "MockCalls.change needs a response from its function", response.apply(operation, own));
  }

  /** Such as "call(5) of getUser, of which 7 came and where(…) took 2". */
  @Override
  public String toString() {
    String which =
        once ? "call(" + number + ")" : number == 1 ? "all calls" : "every(" + number + ")";
    String of = operationId == null ? "any operation" : operationId;
    String taken = counted == came ? "" : " and where(…) took " + (counted == 0 ? "none" : counted);
    return which + " of " + of + ", of which " + (came == 0 ? "none" : came) + " came" + taken;
  }
}
