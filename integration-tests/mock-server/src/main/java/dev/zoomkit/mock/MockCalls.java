package dev.zoomkit.mock;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls to come of which a test says how they are responded to: all from now on, or those that
 * {@link #next}, {@link #call}, {@link #every} and {@link #where} single out.
 *
 * <pre>{@code
 * mock.on("listWebinars").next().respond(429, 429);
 * mock.on("createWebinar").call(3).change(MockResponse::neverSent);
 * mock.on("getUser").where(request -> request.path().contains("jill")).respond(404, 1001);
 * mock.on("getUser").clear();
 * }</pre>
 *
 * <p>Only valid requests are calls: what the mock refuses by itself, as for a token that has
 * expired, is neither counted nor responded to otherwise. Where several sayings are of the same
 * call, it goes by one of them: the first that was said of single calls, else the last that was
 * said of many. All of them end with {@link MockZoom#reset()}; {@link MockZoomAssert#metAllScripts}
 * says that each had its call. Immutable.
 */
public final class MockCalls {
  private final MockZoom mock;
  private final Script script;
  private final @Nullable String operationId;
  private final Predicate<MockRequest> condition;
  private final int number;
  private final boolean once;

  /** All calls of an operation from now on; of every operation where it is null. */
  MockCalls(MockZoom mock, Script script, @Nullable String operationId) {
    this(mock, script, operationId, request -> true, 1, false);
  }

  private MockCalls(
      MockZoom mock,
      Script script,
      @Nullable String operationId,
      Predicate<MockRequest> condition,
      int number,
      boolean once) {
    this.mock = mock;
    this.script = script;
    this.operationId = operationId;
    this.condition = condition;
    this.number = number;
    this.once = once;
  }

  /** The next call. After several sayings of the next call, the next ones in that order. */
  public MockCalls next() {
    return call(1);
  }

  /**
   * One call, counted from now on.
   *
   * @param number which, from 1
   * @throws IllegalArgumentException if the number is less than 1
   */
  public MockCalls call(int number) {
    return new MockCalls(mock, script, operationId, condition, counted(number), true);
  }

  /**
   * Every n-th call, counted from now on, such as the third, the sixth, the ninth.
   *
   * @param number the n, from 1
   * @throws IllegalArgumentException if the number is less than 1
   */
  public MockCalls every(int number) {
    return new MockCalls(mock, script, operationId, condition, counted(number), false);
  }

  private static int counted(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("Calls are counted from 1, not from " + number + ".");
    }
    return number;
  }

  /**
   * Those calls alone whose request meets a condition; others are not counted.
   *
   * @param condition called from the mock's threads, one at a time; where it fails, it is as with
   *     {@link #change}
   */
  public MockCalls where(Predicate<MockRequest> condition) {
    Arguments.require("MockCalls.where needs a condition", condition);
    return new MockCalls(mock, script, operationId, this.condition.and(condition), number, once);
  }

  /**
   * Makes the calls fail, without effect.
   *
   * @param status from 400 to 599, such as 503, or 429, which gets the headers of a limit of calls
   *     a second that ends in one second; 200 with a code that the operation documents for it
   * @param code Zoom's code; the message is the description's where it knows the code
   * @throws IllegalArgumentException if that is no error; {@link #respond(MockResponse)} takes any
   */
  public void respond(int status, int code) {
    requireError(status, code);
    script((operation, own) -> mock.failure(operation, status, code));
  }

  /** Refuses what is no error of these calls. */
  void requireError(int status, int code) {
    MockResponse.error(status, code, ""); // Refuses a status that is none.
    if (!mock.isError(operationId, status, code)) {
      throw new IllegalArgumentException(
          "A call fails with a status of 400 to 599, or with an error that its operation documents,"
              + " and not with "
              + status
              + " and code "
              + code
              + "; a success needs a body.");
    }
  }

  /** Responds to the calls in a given way, without effect. */
  public void respond(MockResponse response) {
    Arguments.require("MockCalls.respond needs a response", response);
    script((operation, own) -> response);
  }

  /**
   * Changes the responses to the calls, which have their effect.
   *
   * @param change called from the mock's threads; where it fails or returns null, the caller gets
   *     HTTP 500, and the test what {@link MockZoom#rethrowFailure} says
   */
  public void change(UnaryOperator<MockResponse> change) {
    Arguments.require("MockCalls.change needs a change", change);
    script((operation, own) -> change.apply(own.get()));
  }

  /**
   * Responds to the calls in a way that takes the operation, and carries the call out if it wants.
   */
  void script(BiFunction<String, Supplier<MockResponse>, MockResponse> response) {
    script.add(new ScriptedCalls(operationId, condition, number, once, response));
  }

  /**
   * Takes back what was said of calls of the operation, whichever they were; what was said of all
   * operations only where these are calls of all.
   */
  public void clear() {
    script.clear(operationId);
  }
}
