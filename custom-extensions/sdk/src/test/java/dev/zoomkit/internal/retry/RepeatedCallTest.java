package dev.zoomkit.internal.retry;

import static dev.zoomkit.fixture.FakeZoom.noResponse;
import static dev.zoomkit.fixture.FakeZoom.status;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.ApiException;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.ConflictException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.ErrorInBodyException;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.ServerException;
import dev.zoomkit.fixture.Enqueued;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.DELETE;

/** A call that is sent again may meet its own effect. */
class RepeatedCallTest {

  private static final MockResponse GONE =
      status(404, "{\"code\":3001,\"message\":\"There is no such thing.\"}");
  private static final MockResponse CONFLICT =
      status(409, "{\"code\":3004,\"message\":\"It has ended already.\"}");

  private final FakeZoom zoom = new FakeZoom();

  @AfterEach
  void close() {
    zoom.close();
  }

  private static void delete(ZoomClient client) {
    client.execute(client.api(ThingsApi.class).deletePart("sub", 1, "p"));
  }

  private void delete() {
    delete(zoom.client().build());
  }

  private static void put(ZoomClient client) {
    client.execute(
        client.api(ThingsApi.class).sendThing("sub", 1, RequestBody.create("end".getBytes())));
  }

  private static MockResponse refusal(int status, int code) {
    return status(status, "{\"code\":" + code + ",\"message\":\"No.\"}");
  }

  @Test
  void deleteThatWorkedAlthoughItGot502IsDone() {
    zoom.respond(status(502, ""), GONE);

    assertThatCode(this::delete).doesNotThrowAnyException();
    assertThat(zoom.calls).hasSize(2);
  }

  @Test
  void deleteThatWorkedAlthoughTheConnectionBrokeIsDone() {
    zoom.respond(noResponse(), GONE);

    assertThatCode(this::delete).doesNotThrowAnyException();
  }

  @Test
  void deleteThatWorkedIsDoneHoweverManyAttemptsAreRefusedInBetween() {
    zoom.respond(status(500, ""), refusal(429, 429), status(401, ""), GONE);

    assertThatCode(this::delete).doesNotThrowAnyException();
  }

  @Test
  void deleteThatWorkedIsDoneWhenEnqueuedToo() {
    zoom.respond(status(502, ""), GONE);
    ThingsApi things = zoom.client().build().api(ThingsApi.class);

    assertThat(Enqueued.responseOf(things.deletePart("sub", 1, "p"))).succeedsWithin(5, SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"400,1034", "200,200", "404,9999"})
  void otherWordsForNotThereAreUnderstoodByTheDescription(String statusAndCode) {
    int status = Integer.parseInt(statusAndCode.split(",")[0]);
    int code = Integer.parseInt(statusAndCode.split(",")[1]);
    zoom.respond(status(502, ""), refusal(status, code));

    assertThatCode(this::delete).doesNotThrowAnyException();
  }

  @Test
  void http404ThatMeansSomethingElseIsARefusal() {
    zoom.respond(status(502, ""), refusal(404, 2000));

    assertThatThrownBy(this::delete)
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("An earlier attempt may have worked");
  }

  @Test
  void codeThatMayMeanSomethingElseIsARefusal() {
    zoom.respond(status(502, ""), refusal(400, 300));

    assertThatThrownBy(this::delete)
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("An earlier attempt may have worked");
  }

  @Test
  void http404OfAGatewayIsNotZoomsWord() {
    zoom.respond(status(502, ""), status(404, "<html>", "Content-Type", "text/html"));

    assertThatThrownBy(this::delete).isInstanceOf(NotFoundException.class);
  }

  @Test
  void nothingToDeleteIsARefusalAtOnce() {
    zoom.respond(GONE);

    assertThatThrownBy(this::delete).isInstanceOf(NotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401})
  void attemptThatWasRefusedDeletedNothing(int status) {
    zoom.respond(refusal(status, status), GONE);

    assertThatThrownBy(this::delete)
        .isInstanceOf(NotFoundException.class)
        .message()
        .doesNotContain("earlier attempt");
  }

  @Test
  void attemptThatFoundNoHostDeletedNothing() {
    AtomicInteger lookups = new AtomicInteger();
    Dns onceDown =
        host -> {
          if (lookups.incrementAndGet() == 2) { // the first is for the token
            throw new UnknownHostException(host);
          }
          return Dns.SYSTEM.lookup(host);
        };
    OkHttpClient http = new OkHttpClient.Builder().dns(onceDown).build();
    zoom.respond(GONE);

    assertThatThrownBy(() -> delete(zoom.client().httpClient(http).build()))
        .isInstanceOf(NotFoundException.class);
    assertThat(zoom.sleeps).hasSize(1);
  }

  @Test
  void putOfAStateThatIsThereAlreadySaysThatItMayHaveWorked() {
    zoom.respond(refusal(429, 429), status(502, ""), CONFLICT);

    ConflictException conflict =
        catchThrowableOfType(ConflictException.class, () -> put(zoom.client().build()));
    assertThat(conflict)
        .hasMessageContaining(
            "An earlier attempt may have worked: attempt 2: HTTP 502 [PUT /v2/accounts/sub/things/1/status");
    assertThat(conflict.getSuppressed()).hasSize(2);
  }

  @Test
  void putThatIsRefusedAtOnceSaysNothingOfAnEarlierAttempt() {
    zoom.respond(refusal(429, 429), CONFLICT);

    assertThatThrownBy(() -> put(zoom.client().build()))
        .isInstanceOf(ConflictException.class)
        .message()
        .doesNotContain("earlier attempt");
  }

  @Test
  void readThatIsRefusedSaysNothingOfAnEarlierAttempt() {
    zoom.respond(status(502, ""), GONE);
    ZoomClient client = zoom.client().build();

    assertThatThrownBy(() -> client.execute(client.api(ThingsApi.class).getThing("sub", "1")))
        .isInstanceOf(NotFoundException.class)
        .message()
        .doesNotContain("earlier attempt");
  }

  @Test
  void deleteThatWorkedIsNotDoneWhereItsResponseIsLost() {
    zoom.respond(status(502, ""), GONE);
    ZoomClient client = zoom.client().build();

    assertThatThrownBy(() -> client.execute(client.api(Parts.class).delete()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("An earlier attempt may have worked: attempt 1: HTTP 502");
  }

  /** A call of the caller's own that Zoom does not have. */
  interface Parts {
    @DELETE("parts")
    Call<Thing> delete();
  }

  @Test
  void brokenPooledConnectionOfADeleteIsAnAttemptOfItsOwn() throws IOException {
    zoom.respond(status(200, "{}", "Connection", "keep-alive"), noResponse(), GONE);
    ZoomClient client = zoom.client().build();
    client.api(ThingsApi.class).getThing("sub", "1").execute();
    delete(client);

    assertThat(zoom.calls).hasSize(3);
    assertThat(zoom.sleeps).hasSize(1);
  }

  @Test
  void brokenPooledConnectionIsNoReasonToSendWhatIsSentOnce() throws IOException {
    zoom.respond(status(200, "{}", "Connection", "keep-alive"), noResponse());
    ZoomClient client = zoom.client().retryPolicy(RetryPolicy.none()).build();
    client.api(ThingsApi.class).getThing("sub", "1").execute();

    assertThatThrownBy(() -> delete(client)).isInstanceOf(ConnectionException.class);
    assertThat(zoom.calls).hasSize(2);
  }

  @Test
  void brokenPooledConnectionIsNoReasonToPutWhatIsSentOnce() throws IOException {
    zoom.respond(status(200, "{}", "Connection", "keep-alive"), noResponse());
    ZoomClient client = zoom.client().retryPolicy(RetryPolicy.none()).build();
    client.api(ThingsApi.class).getThing("sub", "1").execute();

    assertThatThrownBy(() -> put(client)).isInstanceOf(ConnectionException.class);
    assertThat(zoom.calls).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 503})
  void responseThatOkHttpWouldRepeatOnIsNoReasonToSendWhatIsSentOnce(int status) {
    zoom.respond(status(status, "", "Retry-After", "0"));
    ZoomClient client = zoom.client().retryPolicy(RetryPolicy.none()).build();

    assertThatThrownBy(() -> delete(client)).isInstanceOf(ApiException.class);
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void http408IsAnAttemptThatMayHaveWorked() {
    zoom.respond(status(408, ""), GONE);

    assertThatCode(this::delete).doesNotThrowAnyException();
    assertThat(zoom.sleeps).hasSize(1);
  }

  @Test
  void noneTakesNothingForDone() {
    zoom.respond(status(502, ""), GONE);
    ZoomClient client = zoom.client().retryPolicy(RetryPolicy.none()).build();

    assertThatThrownBy(() -> delete(client)).isInstanceOf(ServerException.class);
    assertThatThrownBy(() -> delete(client)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void successThatRefusesIsARefusalAtOnce() {
    zoom.respond(refusal(200, 200));

    assertThatThrownBy(this::delete).isInstanceOf(ErrorInBodyException.class);
  }

  @Test
  void rawResponseOfADeleteThatWorkedIsEmpty() throws IOException {
    zoom.respond(status(502, ""), GONE);
    var response = zoom.client().build().api(ThingsApi.class).deletePart("sub", 1, "p").execute();

    assertThat(response.code()).isEqualTo(204);
    assertThat(response.body()).isNull();
  }
}
