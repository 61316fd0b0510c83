package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  /** Whoever calls gets a response, and not a connection that is closed. */
  @Test
  void whatFailsForWantOfStackIsRespondedTo() {
    zoom.on("listUsers")
        .where(
            request -> {
              throw new StackOverflowError("deep");
            })
        .respond(400, 300);
    assertThat(client.get("users").body()).contains("StackOverflowError");

    zoom.filterResponses(
        (operation, response) -> {
          throw new StackOverflowError("deep");
        });
    assertThat(client.get("roles").body()).contains("StackOverflowError");
    assertThatThrownBy(zoom::rethrowFailure).hasRootCauseInstanceOf(StackOverflowError.class);
  }
}
