package dev.zoomkit.mock;

import static dev.zoomkit.mock.MockZoomAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Assertions of what a mock has received, and what they say when they fail. */
class MockZoomAssertTest extends Running {
  private static final String TOWN_HALL =
      "{\"topic\": \"Town hall\", \"password\": \"s3cret\", \"settings\": {\"audio\": \"both\"}}";

  @BeforeEach
  void call() {
    client.get(host + "/webinars?page_size=300&type=scheduled%20");
    client.get(host + "/webinars?page_size=30");
    client.post(host + "/webinars", TOWN_HALL);
    client.get(webinar);
  }

  private static void fails(ThrowingCallable assertion, String... parts) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .message()
        .contains(parts)
        .doesNotContain("mock-token", "s3cret");
  }

  @Test
  void whatCameIsFound() {
    assertThat(zoom)
        .received("createWebinar")
        .once()
        .withPath("/v2/" + host + "/webinars")
        .withHeader("content-type", "application/json")
        .withHeader("Authorization", "Bearer ***")
        .withBody(TOWN_HALL)
        .withBodyContaining("{\"settings\": {\"audio\": \"both\"}}");
    assertThat(zoom).received("listWebinars").times(2).withQuery("page_size", "300").once();
    assertThat(zoom).received("token").once();
    assertThat(zoom)
        .neverReceived("deleteWebinar")
        .receivedInOrder("listWebinars", "createWebinar", "getWebinar")
        .receivedInOrder("listWebinars", "listWebinars")
        .receivedOnly("createWebinar", "getWebinar", "listWebinars")
        .receivedOnly("createWebinar", "getWebinar", "listWebinars", "token");
  }

  @Test
  void failureShowsTheRequestsOfTheOperationAndCountsTheOthers() {
    fails(
        () -> assertThat(zoom).received("createWebinar").times(2),
        "Expected 2 calls of createWebinar, and not 1.",
        "POST /v2/" + host + "/webinars {\"topic\":\"Town hall\",\"password\":\"***\"",
        "Besides, there came getWebinar, listWebinars (2 times), token.");
    fails(
        () -> assertThat(zoom).received("deleteWebinar"),
        "Expected a call of deleteWebinar. There came none of it.");
    fails(
        () -> assertThat(zoom).neverReceived("getWebinar"),
        "getWebinar should never have been called.",
        "GET /v2/" + webinar);
    fails(
        () -> assertThat(zoom).as("the walk").received("listWebinars").once(),
        "[the walk]",
        "Expected one call of listWebinars, and not 2.");
  }

  @Test
  void aMessageOfTheTestsOwnStaysWithTheAssertion() {
    assertThatThrownBy(
            () -> assertThat(zoom).withFailMessage("mine").received("getWebinar").times(2))
        .hasMessage("mine");
    assertThatThrownBy(
            () ->
                assertThat(zoom)
                    .withFailMessage(() -> "mine")
                    .received("getWebinar")
                    .withPath("/v2/" + webinar)
                    .withQuery("a", "b"))
        .hasMessage("mine");
  }

  @Test
  void failureSaysWhatNoneHas() {
    fails(
        () ->
            assertThat(zoom)
                .received("listWebinars")
                .withQuery("page_size", "30")
                .withQuery("type", "live"),
        "Expected a call of listWebinars with the query parameter page_size=30 and the query parameter type=live.");
    fails(
        () -> assertThat(zoom).received("getWebinar").withPath("/v2/webinars/1"),
        "the path /v2/webinars/1");
    fails(
        () -> assertThat(zoom).received("getWebinar").withHeader("X-Trace", "1"),
        "the header X-Trace: 1");
    fails(
        () -> assertThat(zoom).received("createWebinar").withBody("{\"topic\": \"Town hall\"}"),
        "the body {\"topic\": \"Town hall\"}");
    fails(
        () ->
            assertThat(zoom).received("createWebinar").withBodyContaining("{\"topic\": \"Town\"}"),
        "a body that contains {\"topic\": \"Town\"}");
    fails(
        () -> assertThat(zoom).received("createWebinar").withBodyContaining("{\"agenda\": null}"),
        "{\"agenda\": null}");
    fails(() -> assertThat(zoom).received("createWebinar").withBodyContaining("[1]"), "[1]");
  }

  @Test
  void failureOfAnOrderSaysWhatIsMissingWhere() {
    fails(
        () -> assertThat(zoom).receivedInOrder("getWebinar", "createWebinar"),
        "none of createWebinar came after getWebinar");
    fails(() -> assertThat(zoom).receivedInOrder("deleteWebinar"), "none of deleteWebinar.");
  }

  @Test
  void failureOfSomethingElseNamesIt() {
    fails(
        () -> assertThat(zoom).receivedOnly("createWebinar", "getWebinar"),
        "[createWebinar, getWebinar] and no others",
        "listWebinars (2 times)");
    fails(
        () ->
            assertThat(zoom).receivedOnly("createWebinar", "getWebinar", "listWebinars", "getUser"),
        "getUser");
    client.get("nowhere");
    fails(
        () -> assertThat(zoom).receivedOnly("createWebinar", "getWebinar", "listWebinars"),
        "(no operation)");
  }

  @Test
  void refusalsAreThoseOfTheMockAndNotOfTheTest() {
    zoom.reset();
    zoom.on("getUser").next().respond(404, 1001);
    client = new Client(zoom);
    client.get(host);
    assertThat(zoom).refusedNothing();

    client.get("users/nobody@acme.example?" + "a=1");
    fails(
        () -> assertThat(zoom).refusedNothing(),
        "The mock refused a request:",
        "GET /v2/users/nobody@acme.example?a=1: 400",
        "a: ");
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> assertThat(zoom).received("createWebnar"))
        .hasMessage("There is no operation \"createWebnar\"; the nearest is createWebinar.");
    assertThatThrownBy(() -> assertThat(zoom).received("createWebinar").times(0))
        .hasMessageContaining("neverReceived");
    assertThatThrownBy(() -> assertThat(zoom).received("createWebinar").withBody("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("This is no JSON: {");
    assertThatThrownBy(() -> assertThat((MockZoom) null)).hasMessageContaining("needs a mock");
    assertThatThrownBy(() -> assertThat(zoom).received(null)).hasMessageContaining("operationId");
    assertThatThrownBy(() -> assertThat(zoom).receivedOnly((String[]) null))
        .hasMessageContaining("operationIds");
    assertThatThrownBy(() -> assertThat(zoom).received("getWebinar").withQuery("a", null))
        .hasMessageContaining("needs a value");
  }
}
