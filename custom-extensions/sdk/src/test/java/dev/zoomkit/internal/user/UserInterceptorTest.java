package dev.zoomkit.internal.user;

import static dev.zoomkit.auth.AppKind.ACCOUNT_LEVEL;
import static dev.zoomkit.auth.AppKind.SERVER_TO_SERVER;
import static dev.zoomkit.auth.AppKind.USER_LEVEL;
import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserInterceptorTest {

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private ThingsApi things(AppKind kind) {
    zoom.respond(json("{}"));
    return zoom.client()
        .credentials(BearerToken.of(AccessToken.of("mine"), kind))
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
}
