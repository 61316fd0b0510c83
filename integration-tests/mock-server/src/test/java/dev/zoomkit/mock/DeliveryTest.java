package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Responses that come late, in part, or not at all. */
class DeliveryTest extends Running {

  @Test
  void connectionIsClosedWithoutAResponseThoughTheCallTookEffect() {
    zoom.changeNext("deleteWebinar", MockResponse::neverSent);

    assertThatThrownBy(() -> client.delete(webinar)).hasRootCauseInstanceOf(IOException.class);
    assertRefused(client.get(webinar), 404, 3001);
  }

  @Test
  void callThatIsRefusedWithoutAResponseTakesNoEffect() {
    zoom.respondNext("deleteWebinar", MockResponse.empty(204).neverSent());

    assertThatThrownBy(() -> client.delete(webinar)).hasRootCauseInstanceOf(IOException.class);
    assertThat(client.get(webinar).status()).isEqualTo(200);
  }

  @Test
  void bodyBreaksOffBehindTheBytesThatATestAllows() throws Exception {
    zoom.changeNext("getWebinar", response -> response.brokenOffAfter(4));
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(client.request(webinar).build(), BodyHandlers.ofInputStream());

    assertThat(response.headers().firstValueAsLong("Content-Length").orElse(0)).isGreaterThan(100);
    assertThat(response.body().readNBytes(4)).startsWith('{');
    assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
    assertThat(client.get(webinar).status()).as("the mock goes on").isEqualTo(200);
  }

  @Test
  void delayIsOfRealTimeAndStaysThroughOtherChanges() {
    zoom.changeNext(
        "getWebinar",
        response ->
            response.delayed(Duration.ofMillis(20)).withHeader("X-Late", "yes").brokenOffAfter(1));
    long start = System.nanoTime();

    assertThatThrownBy(() -> client.get(webinar)).isInstanceOf(UncheckedIOException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(19));
    assertThat(zoom.clock().instant()).isEqualTo(START);
  }

  @Test
  void deliveriesThatCannotBeAreRefused() {
    MockResponse response = MockResponse.json(200, "{}");

    assertThatThrownBy(() -> response.brokenOffAfter(-1))
        .hasMessage("A response breaks off after zero bytes or more, not -1.");
    assertThatThrownBy(() -> response.delayed(Duration.ofSeconds(-1)))
        .hasMessage("A response is late by a time from zero to an hour, not by PT-1S.");
    assertThatThrownBy(() -> response.delayed(Duration.ofDays(1)))
        .hasMessage("A response is late by a time from zero to an hour, not by PT24H.");
  }
}
