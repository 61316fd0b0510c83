package dev.zoomkit.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/**
 * AssertJ's assertions of what a mock has received: of its last 1,000 requests since it started or
 * was {@linkplain MockZoom#reset() reset}. Needs {@code org.assertj:assertj-core}, which the mock
 * does not bring along.
 *
 * <pre>{@code
 * import static dev.zoomkit.mock.MockZoomAssert.assertThat;
 *
 * assertThat(mock).received("createWebinar").once().withBody("{\"topic\": \"Town hall\"}");
 * assertThat(mock).neverReceived("deleteWebinar").refusedNothing();
 * }</pre>
 *
 * <p>An assertion that fails says what did arrive, without tokens and secrets. A name that the
 * description does not have is refused with an {@link IllegalArgumentException} that says which one
 * is near.
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
   * The mock has received a request of an operation.
   *
   * @param operationId the operation, or {@link MockZoom#TOKEN_OPERATION} and its like
   * @return the requests of that operation, to say more of
   */
  public ReceivedAssert received(String operationId) {
    return new ReceivedAssert(new Arrivals(actual), known(operationId))
        .areThere(info.description());
  }

  /** The mock has received no request of an operation. */
  public MockZoomAssert neverReceived(String operationId) {
    String known = known(operationId);
    Arrivals arrivals = new Arrivals(actual);
    if (!arrivals.of(known).isEmpty()) {
      throw failure("%s", arrivals.words(known + " should never have been called.", known));
    }
    return this;
  }

  /**
   * The mock has received requests of these operations and of no others. Requests for tokens may be
   * there or not, unless they are named.
   */
  public MockZoomAssert receivedOnly(String... operationIds) {
    List<String> expected = known(operationIds);
    Arrivals arrivals = new Arrivals(actual);
    Set<String> received = arrivals.operations();
    received.removeIf(name -> arrivals.isOfTokens(name) && !expected.contains(name));
    if (!received.equals(new TreeSet<>(expected))) {
      throw failure(
          "%s", arrivals.words("Expected calls of " + new TreeSet<>(expected) + " and no others."));
    }
    return this;
  }

  /**
   * The mock has received a request of each of these operations, one after the other; others may
   * have come in between.
   */
  public MockZoomAssert receivedInOrder(String... operationIds) {
    List<String> expected = known(operationIds);
    Arrivals arrivals = new Arrivals(actual);
    int at = 0;
    for (MockRequest request : arrivals.requests()) {
      if (at < expected.size() && expected.get(at).equals(request.operationId())) {
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
                  + (at == 0 ? "." : " came after " + expected.get(at - 1) + ".")));
    }
    return this;
  }

  /**
   * The mock has refused no request: none had a response of 4xx but those that the test {@linkplain
   * MockZoom#on said} should have one.
   */
  public MockZoomAssert refusedNothing() {
    List<String> refusals = new ArrayList<>();
    for (SeenRequest seen : actual.seenRequests()) {
      if (seen.isRefused()) {
        refusals.add(
            "  " + Arrivals.line(seen.request()) + ": " + seen.status() + " " + seen.refusal());
      }
    }
    if (!refusals.isEmpty()) {
      throw failure(
          "The mock refused %s:%n%s",
          refusals.size() == 1 ? "a request" : refusals.size() + " requests",
          String.join(System.lineSeparator(), refusals));
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
