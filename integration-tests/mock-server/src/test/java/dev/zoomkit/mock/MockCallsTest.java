package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.mock.Client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which calls a test singles out, and which of several sayings they go by. */
class MockCallsTest extends Running {

  private List<Integer> statuses(int calls) {
    List<Integer> statuses = new ArrayList<>();
    for (int n = 0; n < calls; n++) {
      statuses.add(client.get(webinar).status());
    }
    return statuses;
  }

  @Test
  void allCallsFromNowOnUntilItIsTakenBack() {
    zoom.on("getWebinar").respond(404, 3001);
    assertThat(statuses(3)).containsExactly(404, 404, 404);
    assertThat(client.get(host).status()).isEqualTo(200);

    zoom.on("getUser").clear();
    assertThat(statuses(1)).containsExactly(404);
    zoom.on("getWebinar").clear();
    assertThat(statuses(1)).containsExactly(200);
  }

  @Test
  void oneCallByItsNumber() {
    zoom.on("getWebinar").call(3).respond(503, 503);
    assertThat(statuses(5)).containsExactly(200, 200, 503, 200, 200);
  }

  @Test
  void everyNthCall() {
    zoom.on("getWebinar").every(2).respond(503, 503);
    assertThat(statuses(5)).containsExactly(200, 503, 200, 503, 200);
  }

  @Test
  void callsOfAnyOperationWithoutThoseForTokens() {
    zoom.onAny().call(2).respond(503, 503);
    client.requestToken("grant_type=account_credentials&account_id=" + MockZoom.ACCOUNT_ID);
    assertThat(client.get(host).status()).isEqualTo(200);
    assertThat(client.get(webinar).status()).isEqualTo(503);
    assertThat(client.get(webinar).status()).isEqualTo(200);

    zoom.onAny().respond(503, 503);
    assertThat(client.delete(webinar).status()).isEqualTo(503);
    zoom.onAny().clear();
    assertThat(client.delete(webinar).status()).isEqualTo(204);
  }

  @Test
  void callsWhoseRequestMeetsAConditionAreCountedAlone() {
    zoom.on("getWebinar").where(request -> request.path().endsWith("1")).next().respond(503, 503);
    zoom.on("createWebinar")
        .where(request -> request.method().equals("POST"))
        .where(request -> request.body().contains("Launch"))
        .every(2)
        .respond(400, 300);

    assertThat(statuses(2)).containsExactly(200, 200);
    List<Integer> created = new ArrayList<>();
    for (String topic : List.of("Launch", "Else", "Launch", "Launch")) {
      created.add(client.post(host + "/webinars", "{\"topic\": \"" + topic + "\"}").status());
    }
    assertThat(created).containsExactly(201, 201, 400, 201);
  }

  @Test
  void singleCallsComeBeforeManyAndTheLastSayingOfManyCounts() {
    zoom.on("getWebinar").respond(503, 503);
    zoom.on("getWebinar").next().respond(404, 3001);
    zoom.on("getWebinar").next().change(response -> response);
    zoom.on("getWebinar").respond(429, 429);

    assertThat(statuses(4)).containsExactly(404, 200, 429, 429);
  }

  @Test
  void aCallWhoseTurnAnotherSayingTookIsTheOneBehind() {
    zoom.on("getWebinar").call(2).respond(503, 503);
    zoom.on("getWebinar").call(2).respond(404, 3001);
    assertThat(statuses(4)).containsExactly(200, 503, 404, 200);
  }

  @Test
  void errorsOfTheMockCanBeChangedToo() {
    zoom.on("getWebinar").change(response -> response.withHeader("X-Bent", "yes"));
    Response missing = client.get("webinars/11111111111");
    assertRefused(missing, 404, 3001);
    assertThat(missing.header("X-Bent")).isEqualTo("yes");
  }

  @Test
  void aLimitEndsOneSecondAfterTheResponseAndNotAfterTheSaying() {
    zoom.on("getWebinar").respond(429, 429);
    zoom.clock().advance(Duration.ofMinutes(1));
    assertThat(client.get(webinar).header("X-RateLimit-Reset"))
        .isEqualTo(Long.toString(START.getEpochSecond() + 61));
  }

  @Test
  void whatTheTestItselfThrowsIsSaid() {
    zoom.on("getWebinar")
        .where(
            request -> {
              throw new IllegalStateException("no such thing");
            })
        .respond(503, 503);
    Response failed = client.get(webinar);
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body())
        .contains("What a test scripted for getWebinar failed", "no such thing");

    zoom.on(MockZoom.TOKEN_OPERATION)
        .change(
            response -> {
              throw new AssertionError("not this");
            });
    assertThat(client.requestToken("grant_type=account_credentials").body()).contains("not this");
    assertThatThrownBy(zoom::rethrowFailure).hasMessageContaining("no such thing");
  }

  @Test
  void callsAreCountedFromOne() {
    assertThatThrownBy(() -> zoom.on("getWebinar").call(0))
        .hasMessage("Calls are counted from 1, not from 0.");
    assertThatThrownBy(() -> zoom.onAny().every(-1))
        .hasMessage("Calls are counted from 1, not from -1.");
    assertThatThrownBy(() -> zoom.onAny().respond(MockResponse.empty(99)))
        .hasMessage("A status of a response is 200 to 599, not 99.");
    for (MockCalls calls :
        List.of(zoom.onAny(), zoom.on("deleteRole"), zoom.on(MockZoom.TOKEN_OPERATION))) {
      assertThatThrownBy(() -> calls.respond(200, 0))
          .hasMessage(
              "A call fails with a status of 400 to 599, or with an error that its operation"
                  + " documents, and not with 200 and code 0; a success needs a body.");
    }
    zoom.on("deleteRole").respond(200, 200); // Zoom documents it.
  }

  @Test
  void aSayingThatNoCallMetIsReported() {
    zoom.on("getWebinar").call(5).respond(503, 503);
    zoom.on("getWebinar").where(request -> request.path().contains("typo")).respond(404, 3001);
    zoom.on("deleteWebinar").next().respond(503, 503);
    zoom.onAny().every(2).respond(503, 503);
    statuses(3);

    assertThatThrownBy(() -> MockZoomAssert.assertThat(zoom).metAllScripts())
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "call(5) of getWebinar, of which 3 came",
            "all calls of getWebinar, of which 3 came and where(…) took none",
            "call(1) of deleteWebinar, of which none came")
        .hasMessageNotContaining("any operation");

    statuses(2);
    client.delete(webinar);
    zoom.on("getWebinar").clear();
    MockZoomAssert.assertThat(zoom).metAllScripts();
  }
}
