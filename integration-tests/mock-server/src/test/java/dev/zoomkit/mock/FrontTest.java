package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontTest {

  /** A client reads the instants of an answer against its date, so both must be of one clock. */
  @Test
  void answersAreDatedByTheMocksClock() {
    MockClock clock = new MockClock(Instant.parse("2026-12-05T10:00:00Z"));
    Tokens tokens = new Tokens(clock, Set.of());
    Front front =
        new Front(
            Description.onClassPath(), tokens, new Script(), clock, call -> MockAnswer.empty(204));
    clock.advance(Duration.ofDays(1));

    URI origin = URI.create("http://127.0.0.1:1");
    Front.Request request =
        new Front.Request("GET", "/v2/users", "", Map.of(), new byte[0], origin);
    assertThat(front.answer(request).header("Date")).isEqualTo("Sun, 06 Dec 2026 10:00:00 GMT");
  }
}
