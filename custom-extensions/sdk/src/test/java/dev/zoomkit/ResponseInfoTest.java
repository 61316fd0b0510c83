package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.fixture.Enqueued;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.user.UserRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseInfoTest {

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client = zoom.client().scopeCheck(ScopeCheck.OFF).build();
  private final List<ResponseInfo> told = new CopyOnWriteArrayList<>();
  private final ZoomClient watched = client.with(options -> options.onResponse(told::add));

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  @Test
  void successIsToldWithAllThatItTook() {
    zoom.respond(
        status(503, ""),
        status(
            201,
            "{}",
            "X-RateLimit-Category",
            "Light",
            "X-RateLimit-Limit",
            "80",
            "X-RateLimit-Remaining",
            "79"));
    client.execute(watched.api(ThingsApi.class).getThing("me", "7"));

    assertThat(told).hasSize(1);
    ResponseInfo info = told.get(0);
    assertThat(info.operation()).isEqualTo("getThing");
    assertThat(info.status()).isEqualTo(201);
    assertThat(info.trackingId()).isEqualTo("WEB_1");
    assertThat(info.rateLabel()).isEqualTo("Light");
    assertThat(info.rateLimit()).isEqualTo(80);
    assertThat(info.rateRemaining()).isEqualTo(79);
    assertThat(info.attempts()).isEqualTo(2);
    assertThat(info.duration()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void headersAreFoundInAnyCaseAndCannotBeChanged() {
    zoom.respond(status(200, "{}", "X-New", "n"));
    client.execute(watched.api(ThingsApi.class).getThing("me", "7"));
    ResponseInfo info = told.get(0);

    assertThat(info.headers().get("X-NEW")).containsExactly("n");
    assertThat(info.header("x-new")).isEqualTo("n");
    assertThat(info.header("x-newer")).isNull();
    assertThat(info.rateLabel()).isNull();
    assertThatThrownBy(() -> info.headers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> info.headers().get("x-new").clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void eachPageIsTold() {
    zoom.respond(
        json("{\"webinars\":[{\"id\":1}],\"next_page_token\":\"t2\"}"),
        json("{\"webinars\":[{\"id\":2}],\"next_page_token\":\"\"}"));

    assertThat(watched.ownAccount().webinars().listWebinars(UserRef.id("u1"))).hasSize(2);
    assertThat(told).extracting(ResponseInfo::operation).containsOnly("listWebinars").hasSize(2);
  }

  @Test
  void refusalIsNotTold() {
    zoom.respond(status(400, "{\"code\":300}"), json("no JSON"));
    ThingsApi things = watched.api(ThingsApi.class);

    assertThatThrownBy(() -> things.getThing("me", "7").execute())
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> client.execute(things.getThing("me", "7")))
        .hasMessageContaining("unreadable");
    assertThat(told).isEmpty();
  }

  @Test
  void deleteThatIsToldOfItsOwnEffectHasNoBodyAndIsDone() {
    zoom.respond(status(500, ""), status(404, "{\"code\":3001}"));
    client.execute(watched.api(ThingsApi.class).deletePart("me", 1, "p"));

    assertThat(told).extracting(ResponseInfo::status).containsExactly(204);
  }

  @Test
  void enqueuedCallsAreToldBeforeTheirCallback() {
    zoom.respond(json("{\"id\":7}"));
    List<String> order = new ArrayList<>();
    ThingsApi things =
        watched.with(options -> options.onResponse(info -> order.add("told"))).api(ThingsApi.class);

    assertThat(Enqueued.responseOf(things.getThing("me", "7")).join())
        .isEqualTo(new Thing(7L, null));
    assertThat(order).containsExactly("told");
    assertThat(told).hasSize(1);
  }

  @Test
  void whatAListenerThrowsTheCallThrows() {
    IllegalStateException own = new IllegalStateException("mine");
    ThingsApi things =
        client
            .with(
                options ->
                    options.onResponse(
                        info -> {
                          throw own;
                        }))
            .api(ThingsApi.class);
    zoom.respond(json("{}"), status(200, "%PDF"), json("{}"));

    assertThatThrownBy(() -> things.getThing("me", "7").execute()).isSameAs(own);
    assertThatThrownBy(() -> things.downloadThing("7").execute()).isSameAs(own);
    assertThat(
            Enqueued.responseOf(things.getThing("me", "7"))
                .handle((thing, failure) -> failure)
                .join())
        .isSameAs(own);
  }
}
