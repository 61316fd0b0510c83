package dev.zoomkit.internal.rate;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.LimitedApi;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.rate.RateLimitState;
import java.time.Duration;
import java.time.Instant;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limits of a day. */
class DayTest {

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client =
      zoom.client()
          .rateLimits(RateLimitPolicy.waiting(Plan.PRO).longestWait(Duration.ofDays(1)))
          .build();
  private final LimitedApi api = client.api(LimitedApi.class);

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  @Test
  void whatACallTakesOfTheNextDayIsMissingThen() {
    RequestBody meeting = RequestBody.create("{}", MediaType.get("application/json"));
    for (int call = 0; call < 5; call++) {
      zoom.respond(json("{}"));
      client.execute(api.create("me", "jill", meeting));
    }

    assertThat(zoom.sleeps).containsExactly(Duration.ofHours(14), Duration.ofDays(1));
  }

  @Test
  void theNextCallOfADayThatIsUsedUpComesAtMidnight() {
    zoom.respond(
        status(200, "{}", "X-RateLimit-Type", "Daily-limit", "X-RateLimit-Remaining", "0"));
    client.execute(api.heavy("me"));

    assertThat(client.rateLimits().state())
        .filteredOn(state -> state.label() == RateLabel.RESOURCE_INTENSIVE)
        .extracting(RateLimitState::nextCallAt)
        .containsExactly(Instant.parse("2026-11-23T00:00:00Z"));
  }
}
