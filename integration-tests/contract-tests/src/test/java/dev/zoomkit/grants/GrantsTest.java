package dev.zoomkit.grants;

import static dev.zoomkit.grants.GrantedApp.CALLBACK;
import static dev.zoomkit.grants.GrantedApp.JILL;
import static dev.zoomkit.grants.GrantedApp.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.AuthorizationException;
import dev.zoomkit.auth.AuthorizationRequest;
import dev.zoomkit.auth.AuthorizationRequiredException;
import dev.zoomkit.auth.ClientCredentials;
import dev.zoomkit.auth.DeviceAuthorization;
import dev.zoomkit.auth.Grants;
import dev.zoomkit.auth.OAuthApp;
import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.auth.TokenException;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.auth.ZoomCredentials;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.user.UserRef;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a user's grant is got, used and given back; Nimbus judges what goes through the browser. */
class GrantsTest {
  @AutoClose private final GrantedApp world = new GrantedApp();
  private final MockZoom mock = world.mock;
  private final ZoomClient zoom = world.zoom;

  @Test
  void aUserAuthorisesTheAppAndItActsForTheUser() {
    AuthorizationRequest request = zoom.grants().begin();
    zoom.grants().finish("jill", request, mock.authorize(request.url()));

    assertThat(zoom.forUser("jill").ownAccount().webinars().listWebinars(UserRef.me())).isEmpty();
    assertThat(world.tokenRequests()).isEqualTo(1);
  }

  @Test
  void nimbusReadsTheUrlAndAgreesOnChallengeAndState() throws Exception {
    AuthorizationRequest request = zoom.grants().begin();
    var read = com.nimbusds.oauth2.sdk.AuthorizationRequest.parse(request.url());
    CodeVerifier verifier = new CodeVerifier(request.text().split(" ")[0]);

    assertThat(read.getClientID().getValue()).isEqualTo(MockZoom.CLIENT_ID);
    assertThat(read.getRedirectionURI()).isEqualTo(CALLBACK);
    assertThat(read.getResponseType()).hasToString("code");
    assertThat(read.getCodeChallengeMethod()).isEqualTo(CodeChallengeMethod.S256);
    assertThat(read.getCodeChallenge())
        .isEqualTo(CodeChallenge.compute(CodeChallengeMethod.S256, verifier));
    var success = AuthorizationSuccessResponse.parse(mock.authorize(request.url()));
    assertThat(success.getState()).isEqualTo(read.getState());
    var error = AuthorizationErrorResponse.parse(mock.deny(request.url()));
    assertThat(error.getState()).isEqualTo(read.getState());
    assertThat(error.getErrorObject().getCode()).isEqualTo("access_denied");
  }

  @Test
  void noTwoRequestsShareStateOrVerifier() throws Exception {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      AuthorizationRequest request = zoom.grants().begin();
      State state = com.nimbusds.oauth2.sdk.AuthorizationRequest.parse(request.url()).getState();
      assertThat(state.getValue()).hasSize(43);
      seen.add(state.getValue());
      seen.add(request.text().split(" ")[0]);
    }
    assertThat(seen).hasSize(2000);
  }

  @Test
  void theRequestSurvivesASessionThatLivesElsewhere() {
    AuthorizationRequest request = zoom.grants().begin();
    AuthorizationRequest kept = AuthorizationRequest.parse(request.text());

    assertThat(kept.url()).isEqualTo(request.url());
    zoom.grants().finish("jill", kept, mock.authorize(request.url()));
    call(zoom.forUser("jill"));
  }

  @Test
  void aCallbackOfAnotherRequestIsRefusedBeforeAnythingIsSent() {
    AuthorizationRequest mine = zoom.grants().begin();
    AuthorizationRequest theirs = zoom.grants().begin();
    List<URI> callbacks =
        List.of(
            mock.authorize(theirs.url()),
            mock.deny(theirs.url()),
            URI.create(CALLBACK + "?code=x"),
            URI.create(CALLBACK + "?code=x&state="),
            URI.create(CALLBACK + "?code=x&state=%zz".replace("%zz", "%25zz")),
            CALLBACK);

    for (URI callback : callbacks) {
      assertThatThrownBy(() -> zoom.grants().finish("jill", mine, callback))
          .isInstanceOfSatisfying(
              AuthorizationException.class, refused -> assertThat(refused.error()).isNull())
          .hasMessageContaining("does not carry the state of this request");
    }
    assertThat(world.tokenRequests()).isZero();
    assertThatThrownBy(() -> call(zoom.forUser("jill")))
        .isInstanceOf(AuthorizationRequiredException.class);
  }

  @Test
  void whoDeclinesIsToldApart() {
    AuthorizationRequest request = zoom.grants().begin();

    AuthorizationException declined =
        catchThrowableOfType(
            AuthorizationException.class,
            () -> zoom.grants().finish("jill", request, mock.deny(request.url())));
    assertThat(declined.error()).isEqualTo("access_denied");
    assertThat(declined).hasMessageStartingWith("The user declined to authorise the app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%3Cscript%3E", "Buy+now", "access_denied%0A"})
  void anErrorThatIsNoneOfOAuthsIsNotRepeated(String error) {
    AuthorizationRequest request = zoom.grants().begin();
    URI callback = URI.create(mock.deny(request.url()).toString().replace("access_denied", error));

    AuthorizationException refused =
        catchThrowableOfType(
            AuthorizationException.class, () -> zoom.grants().finish("jill", request, callback));
    assertThat(refused.error()).isEqualTo("refused");
    assertThat(refused)
        .hasMessage(
            "Zoom did not let the user authorise the app (refused). Check the app's page in the"
                + " Zoom Marketplace, then begin again.");
  }

  @Test
  void aCodeThatWasUsedIsRefusedWithWhatToDo() {
    AuthorizationRequest request = zoom.grants().begin();
    URI callback = mock.authorize(request.url());
    zoom.grants().finish("jill", request, callback);

    assertThatThrownBy(() -> zoom.grants().finish("jill", request, callback))
        .isInstanceOfSatisfying(
            TokenException.class, used -> assertThat(used.error()).isEqualTo("invalid_grant"))
        .hasMessageContaining("Begin a new authorisation.");
    call(zoom.forUser("jill"));
  }

  @Test
  void aCodeIsWorthNothingWithoutItsVerifier() {
    AuthorizationRequest request = zoom.grants().begin();
    URI callback = mock.authorize(request.url());
    String otherVerifier = zoom.grants().begin().text().split(" ")[0];
    AuthorizationRequest mixed = AuthorizationRequest.parse(otherVerifier + " " + request.url());

    assertThatThrownBy(() -> zoom.grants().finish("jill", mixed, callback))
        .isInstanceOf(TokenException.class)
        .hasMessageContaining("Invalid code verifier");
  }

  @Test
  void anAppWithoutASecretWorksTheSame() {
    OAuthApp app =
        OAuthApp.withoutSecret(MockZoom.CLIENT_ID, CALLBACK).tokenEndpoint(mock.tokenEndpoint());
    try (ZoomClient desktop = world.client().credentials(app).build()) {
      AuthorizationRequest request = desktop.grants().begin();
      desktop.grants().finish("jill", request, mock.authorize(request.url()));
      mock.clock().advance(Duration.ofHours(2));
      call(desktop.forUser("jill"));
      desktop.grants().revoke("jill");
      assertThatThrownBy(() -> call(desktop.forUser("jill")))
          .isInstanceOf(AuthorizationRequiredException.class);
    }
  }

  @Test
  void theKindOfAppFollowsFromWhatWasGranted() {
    world.authorise("jill");
    mock.signIn(JILL, "webinar:read:admin");
    world.authorise("admin");
    UserRef other = UserRef.id(mock.example("userId"));

    assertThatThrownBy(
            () ->
                zoom.forUser("jill").ownAccount().webinars().listWebinars(other).iterator().next())
        .isInstanceOf(UserRefException.class);
    assertThat(zoom.forUser("admin").ownAccount().webinars().listWebinars(other)).isNotEmpty();
  }

  @Test
  void theKindOfAppCanBeSaid() {
    world.authorise("jill");
    OAuthApp said = world.app.appKind(AppKind.ACCOUNT_LEVEL);
    UserRef other = UserRef.id(mock.example("userId"));
    try (ZoomClient client = world.client().credentials(said).build()) {
      assertThatThrownBy(
              () ->
                  client
                      .forUser("jill")
                      .ownAccount()
                      .webinars()
                      .listWebinars(other)
                      .iterator()
                      .next())
          .isInstanceOfSatisfying(
              MissingScopeException.class,
              missing -> assertThat(missing.refusal()).as("sent, and refused by Zoom").isNotNull());
    }
    assertThatThrownBy(() -> world.app.appKind(AppKind.SERVER_TO_SERVER))
        .hasMessage("OAuthApp needs an appKind with users: ACCOUNT_LEVEL or USER_LEVEL.");
  }

  @Test
  void anotherGrantReplacesTheTokenAtHandAtOnce() {
    mock.signIn(JILL, "webinar:read");
    world.authorise("jill");
    ZoomClient jill = zoom.forUser("jill");
    call(jill);
    assertThatThrownBy(() -> jill.ownAccount().webinars().deleteWebinar(1))
        .isInstanceOf(MissingScopeException.class);

    mock.signIn(JILL, "webinar:read", "webinar:write");
    world.authorise("jill");
    assertThatThrownBy(() -> jill.ownAccount().webinars().deleteWebinar(1))
        .isNotInstanceOf(MissingScopeException.class);
  }

  @Test
  void revokingTellsZoomAndForgets() {
    world.authorise("jill");
    ZoomClient jill = zoom.forUser("jill");
    call(jill);
    zoom.grants().revoke("jill");

    assertThat(mock.requests(MockZoom.REVOKE_OPERATION)).hasSize(1);
    AuthorizationRequiredException required =
        catchThrowableOfType(AuthorizationRequiredException.class, () -> call(jill));
    assertThat(required.key()).isEqualTo("jill");
    assertThat(required.error()).isNull();
    zoom.grants().revoke("jill");
    assertThat(mock.requests(MockZoom.REVOKE_OPERATION)).hasSize(1);
  }

  @Test
  void revokingWorksWhenTheTokenHasEndedAndWhenTheGrantHas() throws Exception {
    world.authorise("late");
    mock.clock().advance(Duration.ofHours(2));
    zoom.grants().revoke("late");
    assertThat(mock.requests(MockZoom.REVOKE_OPERATION)).hasSize(1);
    assertThat(world.store.load("late")).isNull();

    world.authorise("gone");
    mock.revokeGrants(JILL);
    zoom.grants().revoke("gone");
    assertThat(world.store.load("gone")).isNull();
  }

  @Test
  void aGrantThatZoomDidNotTakeBackStays() {
    world.authorise("jill");
    for (int attempt = 0; attempt < 4; attempt++) {
      mock.on(MockZoom.REVOKE_OPERATION).next().respond(503, 503);
    }
    assertThatThrownBy(() -> zoom.grants().revoke("jill")).isInstanceOf(TokenException.class);
    call(zoom.forUser("jill"));
  }

  @Test
  void aDeviceAsksAsOftenAsItMay() {
    DeviceAuthorization device = zoom.grants().beginDevice();
    assertThat(device.verificationUriComplete()).isNotNull();
    List<Duration> waits = new ArrayList<>();
    try (ZoomClient patient =
        world
            .client()
            .sleeper(
                wait -> {
                  waits.add(wait);
                  mock.clock().advance(waits.size() == 2 ? wait.minusSeconds(1) : wait);
                  if (waits.size() == 4) {
                    mock.authorizeDevice(device.userCode());
                  }
                })
            .build()) {
      patient.grants().finish("tv", device);
      call(patient.forUser("tv"));
    }

    assertThat(waits.stream().map(Duration::toSeconds)).containsExactly(5L, 5L, 10L, 10L);
  }

  @Test
  void aDeviceThatIsDeclinedOrTooLateIsToldApart() {
    DeviceAuthorization declined = zoom.grants().beginDevice();
    mock.denyDevice(declined.userCode());
    assertThatThrownBy(() -> zoom.grants().finish("tv", declined))
        .isInstanceOfSatisfying(
            AuthorizationException.class, no -> assertThat(no.error()).isEqualTo("access_denied"));

    DeviceAuthorization late = zoom.grants().beginDevice();
    assertThatThrownBy(() -> zoom.grants().finish("tv", late))
        .isInstanceOfSatisfying(
            AuthorizationException.class, no -> assertThat(no.error()).isEqualTo("expired_token"));
    assertThat(mock.clock().instant()).isEqualTo(late.expiresAt());
    assertThat(world.tokenRequests()).isEqualTo(1 + 15 * 60 / 5 - 1);
  }

  @Test
  void anAppActsForItself() {
    ZoomCredentials app =
        ClientCredentials.of(MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET)
            .tokenEndpoint(mock.tokenEndpoint());
    try (ZoomClient itself = world.client().credentials(app).build()) {
      itself.ownAccount().webinars().getWebinar(98520143677L);
      assertThatThrownBy(() -> call(itself)).isInstanceOf(UserRefException.class);
      assertThatThrownBy(itself::grants)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "grants needs the credentials of an OAuthApp, because only such an app has users.");
      assertThatThrownBy(() -> itself.forUser("jill")).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aCallThatNamesNoUserSaysWhatToWrite() {
    assertThatThrownBy(() -> call(zoom))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Write zoom.forUser(key)");
  }

  @Test
  void processesShareTheTokenOfAServerToServerApp() {
    ServerToServer app =
        ServerToServer.of(MockZoom.ACCOUNT_ID, MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET)
            .tokenEndpoint(mock.tokenEndpoint());
    TokenStore store = TokenStore.inMemory();
    for (int process = 0; process < 3; process++) {
      try (ZoomClient client = world.client().credentials(app).tokenStore(store).build()) {
        client.ownAccount().webinars().getWebinar(98520143677L);
      }
    }
    assertThat(world.tokenRequests()).isEqualTo(1);
    mock.clock().advance(Duration.ofHours(1));
    try (ZoomClient client = world.client().credentials(app).tokenStore(store).build()) {
      client.ownAccount().webinars().getWebinar(98520143677L);
    }
    assertThat(world.tokenRequests()).isEqualTo(2);
  }

  @Test
  void aLockIsLeasedForLongerThanARequestForATokenTakes() {
    List<Duration> leases = new ArrayList<>();
    TokenStore watched =
        new ForwardingStore(world.store) {
          @Override
          public Lock lock(String key, Duration wait, Duration lease)
              throws IOException, InterruptedException, TimeoutException {
            leases.add(lease);
            return super.lock(key, wait, lease);
          }
        };
    OkHttpClient impatient =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(1))
            .readTimeout(Duration.ofSeconds(2))
            .writeTimeout(Duration.ZERO)
            .build();
    try (ZoomClient usual = world.client().tokenStore(watched).build();
        ZoomClient other = world.client().tokenStore(watched).httpClient(impatient).build()) {
      for (ZoomClient client : List.of(usual, other)) {
        AuthorizationRequest request = client.grants().begin();
        client.grants().finish("jill", request, mock.authorize(request.url()));
      }
    }
    assertThat(leases)
        .containsExactly(
            Duration.ofSeconds(4 * (10 + 30 + 10) + 3 * 60 + 30),
            Duration.ofSeconds(4 * (1 + 2 + 60) + 3 * 60 + 30));
  }

  @Test
  void whatAClosedClientGaveIsClosedToo() {
    Grants grants = zoom.grants();
    ZoomClient jill = world.authorise("jill").zoom.forUser("jill");
    zoom.close();

    assertThatThrownBy(grants::begin)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("grants.begin: the ZoomClient is closed.");
    assertThatThrownBy(() -> grants.revoke("jill")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> jill.ownAccount()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aViewThatIsClosedLeavesTheOthers() {
    ZoomClient jill = world.authorise("jill").zoom.forUser("jill");
    jill.close();

    call(zoom.forUser("jill"));
  }

  @Test
  void whereZoomIsOutOfReachTheGrantIsAsBefore() {
    AuthorizationRequest request = zoom.grants().begin();
    URI callback = mock.authorize(request.url());
    mock.close();

    assertThatThrownBy(() -> zoom.grants().finish("jill", request, callback))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the token endpoint at");
  }
}
