package dev.zoomkit.internal.scope;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.user.UserCheck;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeRuleTest {

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private ThingsApi things(ScopeCheck check, String scopes) {
    return client(check, scopes).api(ThingsApi.class);
  }

  private ZoomClient client(ScopeCheck check, String scopes) {
    zoom.respondToToken(FakeZoom.token("abc", scopes)).respond(json("{}"), json("{}"));
    return zoom.client().scopeCheck(check).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thing:master", "x:y thing:read:list_things:master"})
  void eitherMasterScopeAllowsASubAccount(String scopes) throws Exception {
    things(ScopeCheck.ENFORCE, scopes).listThings("sub", "u1", null, null).execute();

    assertThat(zoom.calls).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thing:read",
        "thing:read:admin",
        "thing:read:list_things",
        "thing:read:list_things:admin"
      })
  void anyOrdinaryScopeAllowsTheOwnAccount(String scope) throws Exception {
    things(ScopeCheck.ENFORCE, scope).listThings("me", "u1", null, null).execute();

    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void ordinaryScopeDoesNotAllowASubAccount() {
    ThingsApi things = things(ScopeCheck.ENFORCE, "user:read:admin thing:read:admin");

    MissingScopeException missing =
        catchThrowableOfType(
            MissingScopeException.class,
            () -> things.listThings("sub", "u1", null, null).execute());

    assertThat(missing)
        .hasMessage(
            "listThings needs one of thing:read:list_things:master, thing:master (sub-account);"
                + " the token holds: user:read:admin, thing:read:admin. Add one of them to the app"
                + " in the Zoom Marketplace and authorise it again.");
    assertThat(missing.operation()).isEqualTo("listThings");
    assertThat(missing.ownAccount()).isFalse();
    assertThat(missing.sufficient())
        .containsExactly("thing:read:list_things:master", "thing:master");
    assertThat(missing.held()).containsExactly("user:read:admin", "thing:read:admin");
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void masterScopeDoesNotAllowTheOwnAccount() {
    ThingsApi things = things(ScopeCheck.ENFORCE, "thing:master");

    assertThatThrownBy(() -> things.listThings("me", "u1", null, null).execute())
        .isInstanceOf(MissingScopeException.class)
        .hasMessageContaining("(own account)");
  }

  @Test
  void ownAccountNeedsTheMasterScopeOfAnOperationWithoutOrdinaryScopes() throws Exception {
    things(ScopeCheck.ENFORCE, "billing:master").getPlans("me").execute();

    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void operationOutsideAnyAccountNeedsTheMasterScopeWhereItHasNoOther() throws Exception {
    ThingsApi things = things(ScopeCheck.ENFORCE, "billing:read");

    assertThatThrownBy(() -> things.listRenewals(1).execute())
        .isInstanceOf(MissingScopeException.class)
        .hasMessageStartingWith("listRenewals needs one of billing:master (own account)");
  }

  @Test
  void operationOfTheOwnAccountAloneNeedsItsScope() throws Exception {
    things(ScopeCheck.ENFORCE, "thing:read:admin").listThingGroups().execute();

    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void tokenWithoutScopesHoldsNone() {
    ThingsApi things = things(ScopeCheck.ENFORCE, "");

    assertThatThrownBy(() -> things.getPlans("sub").execute())
        .isInstanceOf(MissingScopeException.class)
        .hasMessageContaining("the token holds: none.");
  }

  @Test
  void operationWithoutScopesIsSent() throws Exception {
    things(ScopeCheck.ENFORCE, "").getThing("sub", "1").execute();

    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void unknownScopesAreLeftToZoom() throws Exception {
    zoom.respond(json("{}"));
    ZoomClient client =
        zoom.client()
            .credentials(BearerToken.of(AccessToken.of("mine"), AppKind.ACCOUNT_LEVEL))
            .build();
    client.api(ThingsApi.class).getPlans("sub").execute();

    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void warnSendsAndLogsOnceAnOperation() throws Exception {
    try (CapturedLog log = new CapturedLog("dev.zoomkit.scope")) {
      ThingsApi things = things(ScopeCheck.WARN, "user:read");
      things.getPlans("sub").execute();
      things.getPlans("other").execute();

      assertThat(log.records())
          .singleElement()
          .satisfies(
              logged -> {
                assertThat(logged.getLevel()).isEqualTo(Level.WARNING);
                assertThat(logged.getMessage()).startsWith("getPlans needs one of billing:master");
              });
    }
    assertThat(zoom.calls).hasSize(2);
  }

  @Test
  void viewsDoNotWarnAgain() throws Exception {
    try (CapturedLog log = new CapturedLog("dev.zoomkit.scope");
        ZoomClient client = client(ScopeCheck.WARN, "user:read")) {
      client.api(ThingsApi.class).getPlans("sub").execute();
      client.readOnly().api(ThingsApi.class).getPlans("sub").execute();

      assertThat(log.records()).hasSize(1);
    }
    assertThat(zoom.calls).hasSize(2);
  }

  /** Both checks warn of one operation, each by its own logger. */
  @Test
  void aWarningOfAUserIsNoneOfScopes() throws Exception {
    zoom.respond(json("{}"));
    try (CapturedLog users = new CapturedLog("dev.zoomkit.user");
        CapturedLog scopes = new CapturedLog("dev.zoomkit.scope");
        ZoomClient client =
            zoom.client()
                .credentials(
                    BearerToken.of(
                        AccessToken.of("mine").holding(List.of("user:read")),
                        AppKind.SERVER_TO_SERVER))
                .userCheck(UserCheck.WARN)
                .scopeCheck(ScopeCheck.WARN)
                .build()) {
      client.api(ThingsApi.class).listThings("me", "me", null, null).execute();

      assertThat(users.records()).hasSize(1);
      assertThat(scopes.records()).hasSize(1);
    }
  }

  @Test
  void offSendsWithoutAWord() throws Exception {
    try (CapturedLog log = new CapturedLog("dev.zoomkit.scope")) {
      things(ScopeCheck.OFF, "user:read").getPlans("sub").execute();

      assertThat(log.records()).isEmpty();
    }
    assertThat(zoom.calls).hasSize(1);
  }
}
