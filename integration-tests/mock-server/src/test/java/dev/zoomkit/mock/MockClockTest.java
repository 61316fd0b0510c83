package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MockClockTest {
  private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
  private final MockClock time = MockClock.standing(Instant.parse("2026-11-22T09:00:00Z"));

  @Test
  void standsUntilATestAdvancesIt() {
    MockClock clock = MockClock.standing(START);
    Clock elsewhere = clock.withZone(ZoneId.of("Europe/Berlin"));
    assertThat(clock.instant()).isEqualTo(START);

    clock.advance(Duration.ofHours(1));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(3600));
    assertThat(elsewhere.instant()).isEqualTo(clock.instant());
  }

  @Test
  void runsAsTimeDoesAndAheadOfItOnceATestAdvancesIt() {
    MockClock clock = MockClock.running(START, time);
    time.advance(Duration.ofSeconds(5));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));

    clock.advance(Duration.ofHours(1));
    time.advance(Duration.ofSeconds(5));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(3610));
  }

  @Test
  void limitsEndAndTokensExpireWhereItRuns() {
    try (MockZoom zoom =
        MockZoom.builder().startAt(START).rateLimits(MockPlan.PRO).runningClock(time).start()) {
      Client client = new Client(zoom);
      assertThat(client.get("users").status()).isEqualTo(200);
      zoom.useCalls("MEDIUM", 1000);
      assertThat(client.get("users").status()).isEqualTo(429);

      time.advance(Duration.ofSeconds(1));
      assertThat(client.get("users").status()).isEqualTo(200);

      time.advance(Duration.ofHours(1));
      assertThat(client.get("users").status()).isEqualTo(401);
    }
  }
}
