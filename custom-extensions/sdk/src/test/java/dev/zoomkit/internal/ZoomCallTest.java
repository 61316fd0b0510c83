package dev.zoomkit.internal;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.noResponse;
import static dev.zoomkit.fixture.FakeZoom.status;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.fixture.Enqueued;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingPage;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.user.UserRefException;
import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Call;

class ZoomCallTest {

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client = zoom.client().retryPolicy(RetryPolicy.none()).build();
  private final ThingsApi things = client.api(ThingsApi.class);

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  private ThingPage list() {
    return client.execute(things.listThings("sub", "u1", null, null));
  }

  private static Throwable enqueued(Call<?> call) {
    return catchThrowable(() -> Enqueued.responseOf(call).get(5, SECONDS)).getCause();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"things\":[{\"id\":1},{\"id\":                 | $.things[1].id",
        "{\"things\":[{\"id\":1},{\"id\":\"seven\"}]}     | $.things[1].id",
        "{\"things\":{}}                                  | $.things",
        "{\"things\":[}                                   | $.things[0]",
        "{\"next_page_token\":\"x\"                       | $.next_page_token",
        "{} {}                                            | $",
        "[]                                               | $",
        "null                                             | $",
        "Service busy                                     | $",
      })
  void unreadableJsonNamesStatusRequestAndPath(String body, String path) {
    zoom.respond(json(body));

    UnreadableResponseException unreadable =
        catchThrowableOfType(UnreadableResponseException.class, this::list);
    assertThat(unreadable.jsonPath()).isEqualTo(path);
    assertThat(unreadable.status()).isEqualTo(200);
    assertThat(unreadable.operation()).isEqualTo("listThings");
    assertThat(unreadable.requestLine()).isEqualTo("GET /v2/accounts/sub/users/u1/things");
    assertThat(unreadable.trackingId()).isEqualTo("WEB_1");
    assertThat(unreadable)
        .hasMessageStartingWith(
            "listThings: HTTP 200 with an unreadable response at " + path + ": ")
        .hasMessageEndingWith(". [GET /v2/accounts/sub/users/u1/things]");
  }

  @Test
  void emptyResponseIsUnreadable() {
    zoom.respond(json(""));

    assertThatThrownBy(this::list)
        .isInstanceOfSatisfying(
            UnreadableResponseException.class,
            unreadable -> assertThat(unreadable.jsonPath()).isEqualTo("$"));
  }

  @Test
  void connectionThatBreaksInTheBodyIsUnreadable() {
    zoom.respond(
        new MockResponse.Builder()
            .body("{\"things\":[{\"id\":1},{\"id\":2}]}" + " ".repeat(20_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThatThrownBy(this::list)
        .isInstanceOf(UnreadableResponseException.class)
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void http404Sync() {
    zoom.respond(status(404, "{\"code\":1001,\"message\":\"No user.\"}"));

    assertThatThrownBy(() -> things.listThings("sub", "u1", null, null).execute())
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void http404Async() {
    zoom.respond(status(404, "{\"code\":1001,\"message\":\"No user.\"}"));

    assertThat(enqueued(things.listThings("sub", "u1", null, null)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void http200Async() throws Exception {
    zoom.respond(json("{\"id\":7}"));

    assertThat(Enqueued.responseOf(things.getThing("sub", "7")).get(5, SECONDS))
        .isEqualTo(new Thing(7L, null));
  }

  @Test
  void localRefusalAsync() {
    assertThat(enqueued(things.listThings("sub", "me", null, null)))
        .isInstanceOf(UserRefException.class);
  }

  @Test
  void unreadableJsonAsync() {
    zoom.respond(json("{\"id\":\"x\"}"));

    assertThat(enqueued(things.getThing("sub", "7")))
        .isInstanceOfSatisfying(
            UnreadableResponseException.class,
            unreadable -> assertThat(unreadable.jsonPath()).isEqualTo("$.id"));
  }

  @Test
  void brokenConnectionIsAnIoExceptionOfTheRawCallAndUncheckedOtherwise() {
    zoom.respond(noResponse(), noResponse());

    assertThatThrownBy(() -> things.getThing("sub", "7").execute()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.execute(things.getThing("sub", "7")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageMatching(
            "getThing: no response from the API at localhost:\\d+: java.io.IOException: .*")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void cancelledCall() {
    Call<Thing> call = things.getThing("sub", "7");
    call.cancel();

    assertThat(call.isCanceled()).isTrue();
    assertThatThrownBy(() -> client.execute(call)).isInstanceOf(CallInterruptedException.class);
    assertThat(zoom.calls).isEmpty();
  }

  @Test
  void callWhoseTimeIsUpIsNoInterrupt() {
    zoom.respond(new MockResponse.Builder().headersDelay(1, SECONDS).build());
    OkHttpClient hasty = new OkHttpClient.Builder().callTimeout(Duration.ofMillis(100)).build();
    ZoomClient hurried =
        zoom.client()
            .credentials(BearerToken.of(AccessToken.of("mine"), AppKind.ACCOUNT_LEVEL))
            .httpClient(hasty)
            .build();

    assertThatThrownBy(() -> hurried.execute(hurried.api(ThingsApi.class).getThing("sub", "7")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("timeout");
  }

  @Test
  void cloneCanBeExecutedAgain() throws IOException {
    zoom.respond(json("{\"id\":7}"), json("{\"id\":8}"));
    Call<Thing> call = things.getThing("sub", "7");

    assertThat(call.execute().body().id()).isEqualTo(7);
    assertThat(call.isExecuted()).isTrue();
    assertThat(call.clone().execute().body().id()).isEqualTo(8);
    assertThat(call.request().url().encodedPath()).isEqualTo("/v2/accounts/sub/things/7");
    assertThat(call.timeout()).isNotNull();
  }

  @Test
  void aCallExecutedTwiceIsRefusedByName() throws IOException {
    zoom.respond(json("{\"id\":7}"));
    Call<Thing> call = things.getThing("sub", "7");
    call.execute();

    String message =
        "getThing: this call was executed before. Make another of it with clone(), or call the"
            + " method again.";
    assertThatThrownBy(call::execute).isInstanceOf(IllegalStateException.class).hasMessage(message);
    assertThatThrownBy(() -> client.execute(call))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> Enqueued.responseOf(call))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }

  @Test
  void enqueuingWithoutACallbackIsRefused() {
    assertThatThrownBy(() -> things.getThing("sub", "7").enqueue(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("enqueue needs a callback; it was null.");
  }
}
