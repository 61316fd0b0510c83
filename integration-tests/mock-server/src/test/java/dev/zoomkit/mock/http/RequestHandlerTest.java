package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Running;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestHandlerTest extends Running {

  /** A client reads the instants of a response against its date, so both must be of one clock. */
  @Test
  void responsesAreDatedByTheMocksClock() {
    zoom.clock().advance(Duration.ofMinutes(10));

    assertThat(client.get("users").header("Date")).isEqualTo("Sun, 22 Nov 2026 10:10:00 GMT");
  }
}
