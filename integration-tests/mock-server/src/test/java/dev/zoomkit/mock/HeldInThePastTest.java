package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that was held is over by now, and no time or duration is beyond all bounds. */
class HeldInThePastTest extends Running {
  private String seed(String json) {
    return zoom.seed("createMeeting", Map.of(), json, 1).get(0);
  }

  private JsonNode held(String id) {
    return client.get("report/meetings/" + id).json();
  }

  @Test
  void aSessionWithoutAPastStartEndsNow() {
    String id = seed("{\"duration\": 45, \"start_time\": \"2026-12-05T10:00:00Z\"}");
    zoom.hold(id);

    assertThat(held(id).path("end_time").asText()).isEqualTo(START.toString());
    assertThat(held(id).path("duration").asInt()).isEqualTo(45);
  }

  @Test
  void aSessionThatCouldStillRunWasNotHeldAtItsScheduledStart() {
    String id = seed("{\"duration\": 45, \"start_time\": \"2026-11-22T09:30:00Z\"}");
    zoom.hold(id);

    assertThat(held(id).path("start_time").asText()).isEqualTo("2026-11-22T09:15:00Z");
  }

  @Test
  void nothingWasHeldInTheFuture() {
    String id = seed("{\"duration\": 45}");
    for (Instant start : new Instant[] {START.minusSeconds(60), START.plusSeconds(60)}) {
      assertThatThrownBy(() -> zoom.hold(id, Holding.AS_SCHEDULED.at(start)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2026-11-22T10:00:00Z");
    }
    assertThat(client.get("past_meetings/" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT9223372036854775807S", "P366D"})
  void noDurationIsBeyondAllBounds(Duration duration) {
    Participant anna = Participant.guest("Anna");
    assertRefused(() -> Holding.AS_SCHEDULED.lasting(duration), "365 days");
    assertRefused(() -> anna.joinsAfter(duration), "365 days");
    assertRefused(() -> anna.staysFor(duration), "365 days");
    assertRefused(() -> anna.shared(duration), "365 days");
    assertRefused(() -> zoom.clock().advance(Duration.ofDays(366L * 8000)), "9999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z"
      })
  void noTimeIsBeyondAllBounds(Instant time) {
    assertRefused(() -> Holding.AS_SCHEDULED.at(time), "1970 to 9999");
    assertRefused(() -> MockZoom.builder().startAt(time), "1970 to 9999");
  }

  private static void assertRefused(Runnable argument, String message) {
    assertThatThrownBy(argument::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
