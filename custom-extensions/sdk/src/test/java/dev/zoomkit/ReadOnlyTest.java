package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.annotation.Effect;
import dev.zoomkit.error.ReadOnlyException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.scope.ScopeCheck;
import java.io.IOException;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** Which calls a read-only client refuses, and how; the contract check walks all operations. */
class ReadOnlyTest {

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private ZoomClient.Builder everythingAllowed() {
    return zoom.client().scopeCheck(ScopeCheck.OFF);
  }

  interface OwnApi {
    @GET("users/me/report")
    @Effect(value = Effect.Kind.READ, notifies = "The user gets the report by e-mail.")
    Call<ResponseBody> mailReport();

    @POST("users/me/search")
    @Effect(Effect.Kind.READ)
    Call<ResponseBody> search();

    @POST("users/me/search")
    Call<ResponseBody> unknownPost();

    @GET("users/me/tokens/new")
    @Effect(Effect.Kind.WRITE)
    Call<ResponseBody> renewToken();
  }

  @Test
  void descriptionDecidesAndElseTheHttpMethod() throws IOException {
    try (ZoomClient client = everythingAllowed().readOnly().build()) {
      OwnApi api = client.api(OwnApi.class);
      zoom.respond(json("{}"));
      api.search().execute();

      assertThatThrownBy(() -> api.mailReport().execute())
          .isInstanceOf(ReadOnlyException.class)
          .hasMessage(
              "mailReport notifies people, and this client is read-only. Nothing was sent. Use a"
                  + " client that was built without readOnly().");
      assertThatThrownBy(() -> api.unknownPost().execute())
          .isInstanceOf(ReadOnlyException.class)
          .hasMessageStartingWith("unknownPost writes, and");
      assertThatThrownBy(() -> api.renewToken().execute()).isInstanceOf(ReadOnlyException.class);
      assertThatThrownBy(() -> client.api(ThingsApi.class).deletePart("sub", 1, "p").execute())
          .hasMessageStartingWith("deletePart destroys what no call brings back, and");
    }
    assertThat(zoom.lines()).containsExactly("POST /v2/users/me/search");
  }

  @Test
  void refusesBeforeItAsksForAToken() {
    try (ZoomClient client = zoom.client().readOnly().build()) {
      assertThatThrownBy(() -> client.account("sub").webinars().deleteWebinar(1))
          .isInstanceOf(ReadOnlyException.class);
    }
    assertThat(zoom.tokenRequests).isEmpty();
  }

  @Test
  void viewRefusesAndItsOriginDoesNot() throws IOException {
    zoom.respond(json("{}"));
    try (ZoomClient client = everythingAllowed().build()) {
      ThingsApi reader = client.readOnly().api(ThingsApi.class);

      assertThatThrownBy(() -> reader.createThing("sub", "u1", new Thing(1L, "x")).execute())
          .isInstanceOf(ReadOnlyException.class);
      client.api(ThingsApi.class).createThing("sub", "u1", new Thing(1L, "x")).execute();
    }
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void viewSaysSoAndEndsWithItsOrigin() {
    ZoomClient client = zoom.client().build();
    ZoomClient view = client.readOnly();
    String endpoint = zoom.endpoint().toString();

    assertThat(client).hasToString("ZoomClient[" + endpoint + "]");
    assertThat(view).hasToString("ZoomClient[" + endpoint + ", read-only, a view]");
    assertThat(zoom.client().readOnly().build())
        .hasToString("ZoomClient[" + endpoint + ", read-only]");

    client.close();
    assertThatThrownBy(view::ownAccount).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(client::readOnly)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("readOnly: the ZoomClient is closed.");
  }

  @Test
  void closedViewLeavesItsOriginOpen() throws IOException {
    zoom.respond(json("{}"));
    try (ZoomClient client = zoom.client().build()) {
      client.readOnly().close();
      client.api(ThingsApi.class).getThing("sub", "7").execute();
    }
    assertThat(zoom.calls).hasSize(1);
  }
}
