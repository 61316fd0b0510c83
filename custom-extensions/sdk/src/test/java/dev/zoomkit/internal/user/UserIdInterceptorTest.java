package dev.zoomkit.internal.user;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.api.RolesApi;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.fixture.AtOnce;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.user.UserRef;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserIdInterceptorTest {

  private static final UserRef JILL = UserRef.email("jill@example.com");
  private static final String LOOK_UP = "GET /v2/users/jill@example.com";
  private static final String UNASSIGN = "DELETE /v2/roles/r1/members/";

  private static final MockResponse DONE = status(204, "");
  private static final MockResponse GONE = status(404, "{\"code\":1001,\"message\":\"No user.\"}");

  private final FakeZoom zoom = new FakeZoom();
  private ZoomClient client;

  @BeforeEach
  void open() {
    client = zoom.client().scopeCheck(ScopeCheck.OFF).build();
  }

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  private static MockResponse user(String id) {
    return json("{\"id\":\"" + id + "\"}");
  }

  private void unassign(ZoomClient from, UserRef user) {
    from.ownAccount().roles().unassignRole("r1", user);
  }

  @Test
  void anEmailIsLookedUpOnce() {
    zoom.respond(user("u1"), DONE, DONE);

    unassign(client, JILL);
    unassign(client, UserRef.email("Jill@Example.com"));

    assertThat(zoom.lines()).containsExactly(LOOK_UP, UNASSIGN + "u1", UNASSIGN + "u1");
  }

  @Test
  void anIdGoesAsItIs() {
    zoom.respond(DONE);

    unassign(client, UserRef.id("u1"));

    assertThat(zoom.lines()).containsExactly(UNASSIGN + "u1");
  }

  @Test
  void meIsLeftToTheRule() {
    assertThatThrownBy(() -> unassign(client, UserRef.me())).isInstanceOf(UserRefException.class);

    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void eachAccountHasItsOwnUsers() {
    zoom.respond(user("u1"), DONE, user("u2"), DONE);

    unassign(client, JILL);
    client.account("sub").roles().unassignRole("r1", JILL);

    assertThat(zoom.lines())
        .containsExactly(
            LOOK_UP,
            UNASSIGN + "u1",
            "GET /v2/accounts/sub/users/jill@example.com",
            "DELETE /v2/accounts/sub/roles/r1/members/u2");
  }

  @Test
  void theRawInterfaceLooksUpToo() throws Exception {
    zoom.respond(user("a/b+c=="), DONE);

    client.api(RolesApi.class).unassignRole("me", "r1", "jill@example.com").execute();

    assertThat(zoom.lines()).containsExactly(LOOK_UP, UNASSIGN + "a%2Fb+c==");
  }

  @Test
  void anIdIsKeptForAnHour() {
    zoom.respond(user("u1"), DONE, DONE, user("u2"), DONE);

    unassign(client, JILL);
    zoom.clock.advance(Duration.ofMinutes(59));
    unassign(client, JILL);
    zoom.clock.advance(Duration.ofMinutes(1));
    unassign(client, JILL);

    assertThat(zoom.lines())
        .containsExactly(LOOK_UP, UNASSIGN + "u1", UNASSIGN + "u1", LOOK_UP, UNASSIGN + "u2");
  }

  @Test
  void viewsOfOneTokenShareIds() {
    zoom.respond(user("u1"), DONE, DONE);

    unassign(client, JILL);
    unassign(client.with(options -> options.retryPolicy(RetryPolicy.none())), JILL);

    assertThat(zoom.lines()).containsExactly(LOOK_UP, UNASSIGN + "u1", UNASSIGN + "u1");
  }

  @Test
  void aRememberedIdThatIsGoneIsLookedUpOnceMore() {
    zoom.respond(user("u1"), DONE, GONE, user("u2"), DONE, DONE);

    unassign(client, JILL);
    unassign(client, JILL);
    unassign(client, JILL);

    assertThat(zoom.lines())
        .containsExactly(
            LOOK_UP, UNASSIGN + "u1", UNASSIGN + "u1", LOOK_UP, UNASSIGN + "u2", UNASSIGN + "u2");
  }

  /** Zoom's 1034 of unassignRole comes with 400, and may mean the role as well. */
  @Test
  void theDescriptionSaysWhichErrorsMeanThatAnIdIsGone() {
    zoom.respond(user("u1"), DONE, status(400, "{\"code\":1034}"), user("u2"), DONE);

    unassign(client, JILL);
    unassign(client, JILL);

    assertThat(zoom.lines())
        .containsExactly(LOOK_UP, UNASSIGN + "u1", UNASSIGN + "u1", LOOK_UP, UNASSIGN + "u2");
  }

  @Test
  void anotherErrorDoesNotMeanThatAnIdIsGone() {
    zoom.respond(user("u1"), DONE, status(400, "{\"code\":300}"));

    unassign(client, JILL);

    assertThatThrownBy(() -> unassign(client, JILL)).isInstanceOf(BadRequestException.class);
    assertThat(zoom.calls).hasSize(3);
  }

  @Test
  @SuppressWarnings("deprecation")
  void somethingElseThatIsGoneIsNotTheUser() {
    zoom.respond(user("u1"), DONE, status(404, "{\"code\":4130}"));

    client.ownAccount().imGroups().deleteImGroupMember("g1", JILL);

    assertThatThrownBy(() -> client.ownAccount().imGroups().deleteImGroupMember("g1", JILL))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("The IM group does not exist in this account.");
    assertThat(zoom.calls).hasSize(3);
  }

  @Test
  void anIdThatStaysTheSameIsNotSentAgain() {
    zoom.respond(user("u1"), DONE, GONE, user("u1"));

    unassign(client, JILL);

    assertThatThrownBy(() -> unassign(client, JILL))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("unassignRole: HTTP 404");
    assertThat(zoom.calls).hasSize(4);
  }

  @Test
  void aSecondAnswerOfGoneEndsTheCall() {
    zoom.respond(user("u1"), DONE, GONE, user("u2"), GONE);

    unassign(client, JILL);

    assertThatThrownBy(() -> unassign(client, JILL)).isInstanceOf(NotFoundException.class);
    assertThat(zoom.calls).hasSize(5);
  }

  @Test
  void anIdJustLookedUpIsBelieved() {
    zoom.respond(user("u1"), GONE);

    assertThatThrownBy(() -> unassign(client, JILL)).isInstanceOf(NotFoundException.class);
    assertThat(zoom.lines()).containsExactly(LOOK_UP, UNASSIGN + "u1");
  }

  @Test
  void aLookUpThatFailsIsTheCallersAndNotRemembered() {
    zoom.respond(GONE, user("u1"), DONE);

    assertThatThrownBy(() -> unassign(client, JILL))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("getUser: HTTP 404");
    unassign(client, JILL);

    assertThat(zoom.lines()).containsExactly(LOOK_UP, LOOK_UP, UNASSIGN + "u1");
  }

  @Test
  void aLookUpIsRepeatedLikeAnyCall() {
    zoom.respond(status(503, ""), user("u1"), DONE);

    unassign(client, JILL);

    assertThat(zoom.lines()).containsExactly(LOOK_UP, LOOK_UP, UNASSIGN + "u1");
  }

  @Test
  void aLookUpNeedsItsScopes() {
    BearerToken token =
        BearerToken.of(
            AccessToken.of("mine").holding(List.of("role:write:admin")), AppKind.ACCOUNT_LEVEL);
    try (ZoomClient checked = zoom.client().credentials(token).build()) {
      assertThatThrownBy(() -> unassign(checked, JILL))
          .isInstanceOf(MissingScopeException.class)
          .hasMessageStartingWith("getUser");
    }
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void aUserWithoutIdIsRefused() {
    zoom.respond(json("{\"email\":\"jill@example.com\",\"status\":\"pending\"}"));

    assertThatThrownBy(() -> unassign(client, JILL))
        .isInstanceOf(UserRefException.class)
        .hasMessage(
            "unassignRole: it needs the id of jill@example.com, who has none yet. Wait until the"
                + " invitation is accepted.");
  }

  @Test
  void manyThreadsLookUpOnce() {
    zoom.respond(user("u1"));
    for (int i = 0; i < 32; i++) {
      zoom.respond(DONE);
    }

    AtOnce.run(
        32,
        () -> {
          unassign(client, JILL);
          return null;
        });

    assertThat(zoom.lines()).hasSize(33).containsOnlyOnce(LOOK_UP);
  }

  @Test
  void theAddressThatWasNotUsedForLongestIsForgotten() {
    UserIds ids = new UserIds(zoom.clock);
    assertThat(remembers(ids, 0)).isFalse();
    for (int i = 1; i < 1000; i++) {
      remembers(ids, i);
    }
    assertThat(remembers(ids, 0)).isTrue();

    assertThat(remembers(ids, 1000)).isFalse();

    assertThat(remembers(ids, 0)).isTrue();
    assertThat(remembers(ids, 1)).isFalse();
  }

  private boolean remembers(UserIds ids, int user) {
    try {
      return ids.find(new UserIds.Key(this, "me", user + "@example.com"), () -> "u" + user)
          .remembered();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
