package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a function of the test throws in a thread of the mock reaches the test. */
class TestsOwnFailureTest extends Running {
  private final AssertionError failure = new AssertionError("expected 3");

  private void fail() {
    zoom.on("getWebinar")
        .next()
        .change(
            response -> {
              throw failure;
            });
    assertThat(client.get(webinar).status()).isEqualTo(500);
  }

  private void isThrownOnceBy(ThrowingCallable next) {
    fail();
    assertThatThrownBy(next)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("What a test scripted for getWebinar failed")
        .hasMessageContaining("expected 3")
        .hasCause(failure);
    assertThatCode(zoom::rethrowFailure).doesNotThrowAnyException();
  }

  @Test
  void theNextLookAtTheMockThrowsIt() {
    isThrownOnceBy(() -> MockZoomAssert.assertThat(zoom).received("getWebinar"));
    isThrownOnceBy(() -> MockZoomAssert.assertThat(zoom).refusedNothing());
    isThrownOnceBy(() -> zoom.requests("getWebinar"));
    isThrownOnceBy(zoom::rethrowFailure);
  }

  @Test
  void resettingThrowsItAndDoesReset() {
    isThrownOnceBy(zoom::reset);
    assertThat(zoom.requests()).isEmpty();
  }

  @Test
  void closingThrowsItAndDoesClose() {
    isThrownOnceBy(zoom::close);
    assertThatThrownBy(zoom::client).hasMessageContaining("closed");
  }

  @Test
  void ofSeveralTheFirstIsThrown() {
    fail();
    zoom.on("getWebinar").next().change(response -> response.withHeader("", ""));
    client.get(webinar);
    assertThatThrownBy(zoom::rethrowFailure).hasCause(failure);
  }

  @Test
  void aConditionThatFailsIsThrown() {
    zoom.on("getWebinar")
        .where(
            request -> {
              throw failure;
            })
        .respond(503, 503);
    client.get(webinar);
    assertThatThrownBy(zoom::rethrowFailure).hasCause(failure);
  }

  @Test
  void aFilterThatFailsIsThrown() {
    zoom.filterResponses(
        (operation, response) -> {
          throw failure;
        });
    assertThat(client.get("roles").body()).contains("The response filter", "expected 3");
    assertThatThrownBy(zoom::rethrowFailure).hasCause(failure);
  }

  @Test
  void aFunctionThatReturnsNothingIsNamed() {
    zoom.on("getWebinar").change(response -> null);
    client.get(webinar);
    assertThatThrownBy(zoom::rethrowFailure)
        .hasMessageContaining("MockCalls.change needs a response from its function; it was null.");

    zoom.filterResponses((operation, response) -> null);
    client.get("roles");
    assertThatThrownBy(zoom::rethrowFailure)
        .hasMessageContaining("A ResponseFilter returns a response; it was null.");
  }
}
