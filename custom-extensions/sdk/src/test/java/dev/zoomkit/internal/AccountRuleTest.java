package dev.zoomkit.internal;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.WrongAccountException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.internal.json.JsonReading;
import dev.zoomkit.model.PresenceStatus;
import dev.zoomkit.model.SettablePresenceStatus;
import dev.zoomkit.model.UpdateUserPresenceStatusRequest;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.user.UserRef;
import java.io.IOException;
import java.time.OffsetDateTime;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountRuleTest {

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client = zoom.client().build();
  private final ThingsApi things = client.api(ThingsApi.class);

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  @Test
  void whatExistsForSubAccountsOnlyIsRefusedForTheOwnOne() {
    assertThatThrownBy(() -> things.getBilling("me").execute())
        .isInstanceOfSatisfying(
            WrongAccountException.class,
            refused -> assertThat(refused.operation()).isEqualTo("getBilling"))
        .hasMessage(
            "getBilling exists for sub-accounts only, and this call is for the app's own account."
                + " Write account(\"...\") with the id of a sub-account instead of ownAccount() or"
                + " \"me\". Nothing was sent.");
    assertThat(zoom.calls).isEmpty();
    assertThat(zoom.tokenRequests).isEmpty();
  }

  @Test
  void itIsSentForASubAccount() throws IOException {
    zoom.respond(json("{}"));
    things.getBilling("sub").execute();

    assertThat(zoom.lines()).containsExactly("GET /v2/accounts/sub/billing");
  }

  @Test
  void whatIsUnknownIsSent() throws IOException {
    zoom.respond(json("{}"), json("{}"));
    things.getPlans("me").execute();
    things.listThingsOfJill("me", OffsetDateTime.parse("2027-03-08T09:00Z")).execute();

    assertThat(zoom.lines())
        .containsExactly(
            "GET /v2/accounts/me/plans",
            "GET /v2/accounts/me/users/jill/things?from=2027-03-08T09%3A00%3A00Z");
  }

  @Test
  void whatExistsForTheOwnAccountOnlyIsRefusedForASubAccount() {
    ApiFactory apis =
        new ApiFactory(
            HttpUrl.get(zoom.endpoint()),
            new OkHttpClient(),
            new Moshi.Builder().build(),
            JsonReading.strict(),
            zoom.clock,
            (own, context) -> failure -> false,
            null,
            new Lifetime());
    ThingsApi own = apis.api(ThingsApi.class);

    assertThatThrownBy(() -> new CallExecutor("sub", apis).body(own.listThingGroups()))
        .isInstanceOf(WrongAccountException.class)
        .hasMessage(
            "listThingGroups exists for the app's own account only, and this call is for"
                + " account(\"sub\"). Write ownAccount() instead. Nothing was sent.");
    assertThat(zoom.calls).isEmpty();

    zoom.respond(json("{\"things\":[]}"));
    new CallExecutor("me", apis).body(own.listThingGroups());
    assertThat(zoom.lines()).containsExactly("GET /v2/thing_groups");
  }

  @Test
  void whatTheOwnAccountAloneHasIsSentThereOnlyAndTakesItsScopes() {
    UserRef jill = UserRef.email("jill@acme.example");
    zoom.respondToToken(token("t", "user:read:presence_status:admin"));
    zoom.respond(json("{\"status\":\"Away\"}"));

    assertThatThrownBy(() -> client.account("sub").users().getUserPresenceStatus(jill))
        .isInstanceOf(WrongAccountException.class)
        .hasMessage(
            "getUserPresenceStatus exists for the app's own account only, and this call is for"
                + " account(\"sub\"). Write ownAccount() instead. Nothing was sent.");
    assertThat(zoom.tokenRequests).isEmpty();
    assertThat(client.ownAccount().users().getUserPresenceStatus(jill).status())
        .isEqualTo(PresenceStatus.AWAY);
    assertThatThrownBy(
            () ->
                client
                    .ownAccount()
                    .users()
                    .updateUserPresenceStatus(
                        jill,
                        UpdateUserPresenceStatusRequest.builder()
                            .status(SettablePresenceStatus.AWAY)
                            .build()))
        .isInstanceOf(MissingScopeException.class)
        .hasMessageContaining(
            "needs one of user:update:presence_status, user:update:presence_status:admin,"
                + " user:write, user:write:admin (own account)");
    assertThat(zoom.lines()).containsExactly("GET /v2/users/jill@acme.example/presence_status");
  }

  @Test
  void whatActsOnTheMasterAccountIsRefusedForASubAccount() {
    assertThatThrownBy(() -> client.account("sub").accounts().listSubAccounts().iterator().next())
        .isInstanceOf(WrongAccountException.class)
        .hasMessageStartingWith("listSubAccounts exists for the app's own account only");
    assertThat(zoom.calls).isEmpty();
  }
}
