package dev.zoomkit.mock;

import static dev.zoomkit.mock.MockZoomAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What assertions say of requests that the mock keeps no longer, or refused for their token. */
class RequestLogTest extends Running {
  private static final String TOWN_HALL = "{\"topic\": \"Town hall\"}";

  private void list(int times) {
    for (int n = 0; n < times; n++) {
      client.get("roles");
    }
  }

  private static AbstractStringAssert<?> failureOf(ThrowingCallable assertion) {
    return assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).message();
  }

  private static void with(int kept, Consumer<MockZoom> test) {
    try (MockZoom mock = MockZoom.builder().keepRequests(kept).start()) {
      test.accept(mock);
    }
  }

  @Test
  void aRequestThatIsNoLongerKeptStillCounts() {
    client.delete(webinar);
    client.get("users/nobody@acme.example");
    list(1100);

    failureOf(() -> assertThat(zoom).neverReceived("deleteWebinar"))
        .contains("deleteWebinar should never have been called.", "and 1 more", "last 1000");
    failureOf(() -> assertThat(zoom).receivedOnly("listRoles", "getUser"))
        .contains("deleteWebinar, getUser, listRoles (1100 times)");
    failureOf(() -> assertThat(zoom).refusedNothing()).contains("a request", "last 1000");
    assertThat(zoom).received("listRoles").times(1100);
    assertThat(zoom).received("deleteWebinar").once();
  }

  @Test
  void whatAForgottenRequestWasLikeIsNotGuessed() {
    with(
        2,
        mock -> {
          client = new Client(mock);
          client.post("users/" + mock.example("userId") + "/webinars", TOWN_HALL);
          list(1);
          client.post("users/" + mock.example("userId") + "/webinars", TOWN_HALL);

          assertThat(mock).received("createWebinar").times(2).withBody(TOWN_HALL);
          failureOf(() -> assertThat(mock).received("createWebinar").withBody(TOWN_HALL).once())
              .contains(
                  "Expected one call of createWebinar with the body "
                      + TOWN_HALL
                      + "; of those that are kept, it is 1.",
                  "keepRequests(…)",
                  "clearRequests()");
          failureOf(() -> assertThat(mock).receivedInOrder("createWebinar", "listRoles"))
              .contains("keepRequests(…)");
        });
  }

  @Test
  void clearingForgetsRequestsAndNothingElse() {
    String created = newWebinar(TOWN_HALL);
    zoom.clearRequests();
    assertThat(zoom).neverReceived("createWebinar").receivedOnly();
    assertThat(zoom.requests()).isEmpty();
    assertThat(client.get(created).status()).isEqualTo(200);
    assertThat(zoom).received("getWebinar").once();
  }

  @Test
  void aMockKeepsAsManyRequestsAsItsBuilderSays() {
    with(
        3,
        mock -> {
          client = new Client(mock);
          list(5);
          assertThat(mock.requests()).hasSize(3);
        });
    assertThatThrownBy(() -> MockZoom.builder().keepRequests(0))
        .hasMessage("A mock keeps 1 to 1,000,000 requests, not 0.");
  }

  @Test
  void aRequestThatWasRepeatedForItsTokenIsOneCall() {
    client.get(webinar);
    zoom.clearRequests();
    zoom.expireTokens();
    client.get(webinar);

    failureOf(() -> assertThat(zoom).received("getWebinar"))
        .contains(
            "GET /v2/" + webinar + ": 401 The access token has expired. (its token was refused");
    assertThat(zoom.requests("getWebinar")).hasSize(1);
    failureOf(() -> assertThat(zoom).neverReceived("getWebinar")).contains("401");
    failureOf(() -> assertThat(zoom).receivedOnly("getWebinar")).contains("getWebinar");
    failureOf(() -> assertThat(zoom).receivedInOrder("getWebinar")).contains("none of getWebinar");

    client = new Client(zoom);
    client.get(webinar);
    assertThat(zoom).received("getWebinar").once().withPath("/v2/" + webinar).once();
    assertThat(zoom).receivedOnly("getWebinar").receivedInOrder("getWebinar");
    failureOf(() -> assertThat(zoom).refusedNothing()).contains("a request:", "401");
  }

  @Test
  void anAttemptThatTheTestHadRefusedIsACall() {
    zoom.on("getWebinar").next().respond(401, 124);
    client.get(webinar);
    client.get(webinar);
    assertThat(zoom).received("getWebinar").times(2);
    client.requestToken("grant_type=account_credentials&account_id=x", "no:body");
    assertThat(zoom).received(MockZoom.TOKEN_OPERATION).times(2);
  }

  @Test
  void failureShowsWhatEachRequestWasRespondedWith() {
    client.get(webinar);
    client.get("webinars/11111111111");
    failureOf(() -> assertThat(zoom).received("getWebinar").once())
        .contains(
            "GET /v2/" + webinar + ": 200",
            "GET /v2/webinars/11111111111: 404 The webinar does not exist");
  }
}
