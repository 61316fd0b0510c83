package dev.zoomkit.internal.user;

import static dev.zoomkit.auth.AppKind.ACCOUNT_LEVEL;
import static dev.zoomkit.auth.AppKind.SERVER_TO_SERVER;
import static dev.zoomkit.auth.AppKind.USER_LEVEL;
import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.auth.TokenRequest;
import dev.zoomkit.auth.ZoomCredentials;
import dev.zoomkit.fixture.AtOnce;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.user.UserCheck;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserRuleTest {

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private ThingsApi things(AppKind kind) {
    return things(kind, UserCheck.ENFORCE);
  }

  private ThingsApi things(AppKind kind, UserCheck check) {
    zoom.respond(json("{}"), json("{}"));
    return zoom.client()
        .credentials(BearerToken.of(AccessToken.of("mine"), kind))
        .userCheck(check)
        .build()
        .api(ThingsApi.class);
  }

  private void create(AppKind kind, String user) throws IOException {
    things(kind).createThing("me", user, new Thing(1L, "x")).execute();
  }

  @ParameterizedTest
  @CsvSource({
    "SERVER_TO_SERVER, u1",
    "SERVER_TO_SERVER, jill@example.com",
    "ACCOUNT_LEVEL, me",
    "ACCOUNT_LEVEL, u1",
    "USER_LEVEL, me"
  })
  void allowed(AppKind kind, String user) throws IOException {
    create(kind, user);

    assertThat(zoom.lines()).containsExactly("POST /v2/users/" + user + "/things");
  }

  @Test
  void serverToServerMustNotWriteMe() {
    assertThatThrownBy(() -> create(SERVER_TO_SERVER, "me"))
        .isInstanceOfSatisfying(
            UserRefException.class,
            refused -> assertThat(refused.operation()).isEqualTo("createThing"))
        .hasMessage(
            "createThing: a server-to-server app acts for no user, so \"me\" is nobody. Write"
                + " UserRef.id(...) or UserRef.email(...) instead of UserRef.me().");
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void serverToServerMustNotWriteMeWhereZoomIsSilentEither() {
    assertThatThrownBy(
            () ->
                things(SERVER_TO_SERVER)
                    .createThingTemplate("sub", "me", new Thing(1L, "x"))
                    .execute())
        .isInstanceOf(UserRefException.class);
  }

  @Test
  void userLevelMustWriteMe() {
    assertThatThrownBy(() -> create(USER_LEVEL, "jill@example.com"))
        .isInstanceOf(UserRefException.class)
        .hasMessage(
            "createThing: a user-level app acts only for the user who authorised it. Write"
                + " UserRef.me() instead of \"jill@example.com\".");
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void userLevelMayNameItselfWhereZoomDoesNotDocumentMe() throws IOException {
    things(USER_LEVEL).createThingTemplate("sub", "u1", new Thing(1L, "x")).execute();

    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void accountLevelMayWriteMeWhereZoomIsSilent() throws IOException {
    things(ACCOUNT_LEVEL).createThingTemplate("sub", "me", new Thing(1L, "x")).execute();

    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void warnSendsAndLogsOnceAnOperation() throws IOException {
    try (CapturedLog log = new CapturedLog("dev.zoomkit.user")) {
      ThingsApi things = things(USER_LEVEL, UserCheck.WARN);
      things.createThing("me", "jill@example.com", new Thing(1L, "x")).execute();
      things.createThing("me", "sam@example.com", new Thing(1L, "x")).execute();

      assertThat(log.records())
          .singleElement()
          .satisfies(
              logged -> {
                assertThat(logged.getLevel()).isEqualTo(Level.WARNING);
                assertThat(logged.getMessage()).startsWith("createThing: a user-level app acts");
              });
    }
    assertThat(zoom.calls).hasSize(2);
  }

  @Test
  void viewsDoNotWarnAgain() throws IOException {
    zoom.respond(json("{}"), json("{}"), json("{}"));
    try (CapturedLog log = new CapturedLog("dev.zoomkit.user");
        ZoomClient client =
            zoom.client()
                .credentials(BearerToken.of(AccessToken.of("mine"), SERVER_TO_SERVER))
                .userCheck(UserCheck.WARN)
                .build()) {
      for (ZoomClient view : List.of(client, client.readOnly(), client.readOnly())) {
        view.api(ThingsApi.class).listThings("me", "me", null, null).execute();
      }

      assertThat(log.records()).hasSize(1);
    }
    assertThat(zoom.calls).hasSize(3);
  }

  @Test
  void offSendsWithoutAWord() throws IOException {
    try (CapturedLog log = new CapturedLog("dev.zoomkit.user")) {
      things(SERVER_TO_SERVER, UserCheck.OFF).createThing("me", "me", new Thing(1L, "x")).execute();

      assertThat(log.records()).isEmpty();
    }
    assertThat(zoom.lines()).containsExactly("POST /v2/users/me/things");
  }

  @Test
  void manyThreadsThatWarnAtOnceLogOnce() {
    try (CapturedLog log = new CapturedLog("dev.zoomkit.user")) {
      ThingsApi things = things(SERVER_TO_SERVER, UserCheck.WARN);
      for (int i = 2; i < 64; i++) {
        zoom.respond(json("{}"));
      }
      AtOnce.run(64, () -> things.createThing("me", "me", new Thing(1L, "x")).execute());

      assertThat(log.records()).hasSize(1);
    }
    assertThat(zoom.calls).hasSize(64);
  }

  @Test
  void kindOfAppIsAskedForAtEachCall() throws IOException {
    AtomicReference<AppKind> kind = new AtomicReference<>(ACCOUNT_LEVEL);
    ThingsApi things =
        zoom.respond(json("{}"))
            .client()
            .credentials(
                new ZoomCredentials() {
                  @Override
                  public AppKind appKind() {
                    return kind.get();
                  }

                  @Override
                  public AccessToken fetch(TokenRequest request) {
                    return AccessToken.of("mine");
                  }
                })
            .build()
            .api(ThingsApi.class);
    things.createThing("me", "u1", new Thing(1L, "x")).execute();
    kind.set(USER_LEVEL);

    assertThatThrownBy(() -> things.createThing("me", "u1", new Thing(1L, "x")).execute())
        .isInstanceOf(UserRefException.class);
  }
}
