package dev.zoomkit.internal.rate;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.RateLimitKind;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.LimitedApi;
import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.rate.RateLimitEvent;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client makes of a 429 that came in spite of its counting. */
class RefusedByZoomTest {

  private static final String MIDNIGHT = "2026-11-23T00:00:00Z";

  private final FakeZoom zoom = new FakeZoom();
  private final List<RateLimitEvent> events = new ArrayList<>();
  private Consumer<RateLimitEvent> listener = events::add;
  private boolean closed;

  private final ZoomClient client =
      zoom.client()
          .rateLimits(
              RateLimitPolicy.waiting(Plan.BUSINESS).listener(event -> listener.accept(event)))
          .retryPolicy(RetryPolicy.none())
          .addInterceptor(chain -> watched(chain.proceed(chain.request())))
          .build();
  private final LimitedApi api = client.api(LimitedApi.class);

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  @Test
  void aListenerThatThrowsLeavesNoResponseOpen() {
    zoom.respond(status(429, "{}"));
    listener =
        event -> {
          throw new IllegalStateException("the listener's own");
        };

    assertThatThrownBy(() -> client.execute(api.light("me"))).hasMessage("the listener's own");
    assertThat(closed).isTrue();
  }

  @Test
  void theEventNamesTheLimit() {
    long reset = TestClock.START.plusSeconds(1).getEpochSecond();
    zoom.respond(
        status(429, "{}", "X-RateLimit-Type", "QPS", "X-RateLimit-Reset", "" + reset),
        status(429, "{}", "X-RateLimit-Type", "Daily-limit", "Retry-After", MIDNIGHT),
        status(429, "{}"),
        status(429, "{}"));

    refused(() -> client.execute(api.light("me")));
    refused(() -> client.execute(api.heavy("me")));
    refused(() -> client.execute(api.create("me", "jill", body("{}"))));
    refused(() -> client.execute(api.delete("me", "jill")));

    assertThat(events)
        .extracting(RateLimitEvent::limit)
        .containsExactly("LIGHT", "HEAVY of a day", "create", "delete");
  }

  @Test
  void aSpanOfMinutesIsNoLimitOfTheDay() {
    zoom.respond(status(429, "{\"message\":\"Too many requests.\"}"));

    RateLimitedException refused = refused(() -> client.execute(api.invoices("me")));

    assertThat(refused.kind()).isEqualTo(RateLimitKind.UNKNOWN);
    assertThat(refused.retryAt()).isNull();
  }

  @Test
  void theDayOfAnOperationWithSpansAsWellIsToldByTheWords() {
    zoom.respond(status(429, "{\"message\":\"Resume at GMT 00:00:00.\"}"));

    RateLimitedException refused = refused(() -> client.execute(api.invoices("me")));

    assertThat(refused.kind()).isEqualTo(RateLimitKind.OPERATION);
    assertThat(refused.retryAt()).isEqualTo(MIDNIGHT);
    assertThat(refused(() -> client.execute(api.invoices("me"))).retryAt()).isEqualTo(MIDNIGHT);
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void oneOfSeveralPersonsWhoseDayEndsIsNotGuessed() {
    zoom.respond(status(429, "{}"), json("{}"), json("{}"));

    refused(() -> decide("{\"registrants\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"));

    assertThatNoException().isThrownBy(() -> decide("{\"registrants\":[{\"id\":\"a\"}]}"));
    assertThatNoException().isThrownBy(() -> decide("{\"registrants\":[{\"id\":\"b\"}]}"));
  }

  @Test
  void onePersonWhoseDayEndsIsLeftAlone() {
    zoom.respond(status(429, "{}"));

    refused(() -> decide("{\"registrants\":[{\"id\":\"a\"}]}"));

    assertThat(refused(() -> decide("{\"registrants\":[{\"id\":\"a\"}]}")).refusedHere()).isTrue();
  }

  private void decide(String decision) {
    client.execute(api.decide("me", 1, body(decision)));
  }

  private static RequestBody body(String json) {
    return RequestBody.create(json, MediaType.get("application/json"));
  }

  private static RateLimitedException refused(Runnable call) {
    RateLimitedException refused = catchThrowableOfType(RateLimitedException.class, call::run);
    assertThat(refused).isNotNull();
    return refused;
  }

  /** The same response, which says when it is closed. */
  private Response watched(Response response) throws IOException {
    Source source =
        new ForwardingSource(new Buffer().write(response.body().bytes())) {
          @Override
          public void close() {
            closed = true;
          }
        };
    BufferedSource buffered = Okio.buffer(source);
    return response
        .newBuilder()
        .body(ResponseBody.create(buffered, response.body().contentType(), -1))
        .build();
  }
}
