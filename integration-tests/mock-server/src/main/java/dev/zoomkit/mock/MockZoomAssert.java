package dev.zoomkit.mock;

import dev.zoomkit.mock.http.RequestHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/**
 * AssertJ's assertions of what a mock has received since it started, was {@linkplain MockZoom#reset
 * reset} or {@linkplain MockZoom#clearRequests forgot} its requests. Needs {@code
 * org.assertj:assertj-core}, which the mock does not bring along.
 *
 * <pre>{@code
 * import static dev.zoomkit.mock.MockZoomAssert.assertThat;
 *
 * assertThat(mock).received("createWebinar").once().withBody("{\"topic\": \"Town hall\"}");
 * assertThat(mock).neverReceived("deleteWebinar").refusedNothing();
 * }</pre>
 *
 * <p>A request whose access token the mock refused with 401 is no call, as a client repeats it with
 * a new token: it is not among what was {@linkplain #received received}, nor counted there. It is
 * told of where an assertion fails, and {@link #neverReceived}, {@link #receivedOnly} and {@link
 * #refusedNothing} take it into account.
 *
 * <p>All requests are counted; what they were like, the mock knows of the last 1,000, or of as many
 * as {@link MockZoom.Builder#keepRequests} says. What would need an earlier one fails, and says so.
 *
 * <p>An assertion that fails says what did arrive and what became of it, without tokens and
 * secrets. A name that the description does not have is refused with an {@link
 * IllegalArgumentException} that says which one is near. What a function of the test threw in a
 * thread of the mock is thrown here first, as by {@link MockZoom#rethrowFailure}.
 */
@SuppressWarnings("exports") // A named module that asserts requires AssertJ itself.
public final class MockZoomAssert extends AbstractAssert<MockZoomAssert, MockZoom> {

  private MockZoomAssert(MockZoom mock) {
    super(mock, MockZoomAssert.class);
  }

  /** What a mock has received. */
  public static MockZoomAssert assertThat(MockZoom mock) {
    return new MockZoomAssert(Arguments.require("MockZoomAssert.assertThat needs a mock", mock));
  }

  /**
   * The mock has received a call of an operation, whatever it responded with, unless it refused the
   * token of it.
   *
   * @param operationId the operation, or {@link MockZoom#TOKEN_OPERATION} and its like
   * @return the calls of that operation, to say more of
   */
  public ReceivedAssert received(String operationId) {
    return new ReceivedAssert(new Arrivals(actual), known(operationId)).areThere(info);
  }

  /** The mock has received no request of an operation, not even one that it refused. */
  public MockZoomAssert neverReceived(String operationId) {
    String known = known(operationId);
    Arrivals arrivals = new Arrivals(actual);
    if (arrivals.count(known).all() > 0) {
      throw failure(
          "%s", arrivals.words(known + " should never have been called.", known, List.of()));
    }
    return this;
  }

  /**
   * The mock has received a call of each of these operations, and no request of any other. Requests
   * for tokens may be there or not, unless they are named.
   */
  public MockZoomAssert receivedOnly(String... operationIds) {
    Set<String> expected = new TreeSet<>(known(operationIds));
    Arrivals arrivals = new Arrivals(actual);
    boolean others =
        arrivals.counts().keySet().stream()
            .anyMatch(
                name ->
                    !expected.contains(name)
                        && !RequestHandler.OAUTH_OPERATIONS.containsValue(name));
    if (others || expected.stream().anyMatch(name -> arrivals.count(name).calls() == 0)) {
      throw failure("%s", arrivals.words("Expected calls of " + expected + " and no others."));
    }
    return this;
  }

  /**
   * The mock has received a call of each of these operations, one after the other; others may have
   * come in between.
   */
  public MockZoomAssert receivedInOrder(String... operationIds) {
    List<String> expected = known(operationIds);
    Arrivals arrivals = new Arrivals(actual);
    int at = 0;
    for (SeenRequest call : arrivals.calls()) {
      if (at < expected.size() && expected.get(at).equals(call.operation())) {
        at++;
      }
    }
    if (at < expected.size()) {
      throw failure(
          "%s",
          arrivals.words(
                  "Expected calls in the order "
                      + expected
                      + "; none of "
                      + expected.get(at)
                      + (at == 0 ? "." : " came after " + expected.get(at - 1) + "."))
              + (arrivals.areAllKept() ? "" : " " + arrivals.forgotten()));
    }
    return this;
  }

  /**
   * The mock has refused no request: none had a response of 4xx but those that the test {@linkplain
   * MockZoom#on said} should have one.
   */
  public MockZoomAssert refusedNothing() {
    Arrivals arrivals = new Arrivals(actual);
    int refused = arrivals.counts().values().stream().mapToInt(RequestLog.Count::refused).sum();
    if (refused > 0) {
      List<String> lines = arrivals.refusals();
      String more = refused == lines.size() ? "" : "%n  " + arrivals.forgotten();
      throw failure(
          "The mock refused %s:%n%s%s",
          refused == 1 ? "a request" : refused + " requests",
          String.join(System.lineSeparator(), lines),
          more.formatted());
    }
    return this;
  }

  /**
   * All that the test {@linkplain MockZoom#on said} of calls to come had a call to respond to, but
   * for what it took back. What did not is named: its calls never came, {@link MockCalls#where
   * where} took none of them, or something else that was said had its turn.
   */
  public MockZoomAssert metAllScripts() {
    List<String> unmet = actual.unmetScripts();
    if (!unmet.isEmpty()) {
      throw failure(
          "What was said of these calls responded to none:%n  %s",
          String.join(System.lineSeparator() + "  ", unmet));
    }
    return this;
  }

  private List<String> known(String[] operationIds) {
    Arguments.require("MockZoomAssert needs an array of operationIds", operationIds);
    List<String> known = new ArrayList<>();
    for (String operationId : operationIds) {
      known.add(known(operationId));
    }
    return known;
  }

  private String known(String operationId) {
    return actual.known(operationId);
  }
}
