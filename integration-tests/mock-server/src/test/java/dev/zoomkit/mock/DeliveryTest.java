package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.mock.Client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Responses that come late, in part, or not at all. */
class DeliveryTest extends Running {

  @Test
  void connectionIsClosedWithoutAResponseThoughTheCallTookEffect() {
    zoom.on("deleteWebinar").next().change(MockResponse::neverSent);

    assertThatThrownBy(() -> client.delete(webinar)).hasRootCauseInstanceOf(IOException.class);
    assertRefused(client.get(webinar), 404, 3001);
  }

  @Test
  void callThatIsRefusedWithoutAResponseTakesNoEffect() {
    zoom.on("deleteWebinar").next().respond(MockResponse.empty(204).neverSent());

    assertThatThrownBy(() -> client.delete(webinar)).hasRootCauseInstanceOf(IOException.class);
    assertThat(client.get(webinar).status()).isEqualTo(200);
  }

  @Test
  void bodyBreaksOffBehindTheBytesThatATestAllows() throws Exception {
    zoom.on("getWebinar").next().change(response -> response.brokenOffAfter(4));
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(client.request(webinar).build(), BodyHandlers.ofInputStream());

    assertThat(response.headers().firstValueAsLong("Content-Length").orElse(0)).isGreaterThan(100);
    assertThat(response.body().readNBytes(4)).startsWith('{');
    assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
    assertThat(client.get(webinar).status()).as("the mock goes on").isEqualTo(200);
  }

  @Test
  void headersAloneAreSentWhereTheBodyBreaksOffAtOnce() throws Exception {
    zoom.on("getWebinar").change(response -> response.brokenOffAfter(0));
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(client.request(webinar).build(), BodyHandlers.ofInputStream());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
  }

  @Test
  void bodyDripsInRealTime() throws Exception {
    String whole = client.get(webinar).body();
    int half = whole.length() / 2 + 1;
    zoom.on("getWebinar").next().change(response -> response.dripped(half, Duration.ofMillis(20)));
    long begin = System.nanoTime();
    Response slow = client.get(webinar);

    assertThat(slow.body()).isEqualTo(whole);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(19));
    assertThat(zoom.clock().instant()).isEqualTo(START);
  }

  @Test
  void firstDropIsThereLongBeforeTheSecondAndNothingWaitsBehindTheEnd() throws Exception {
    zoom.on("getWebinar").change(response -> response.dripped(4, Duration.ofHours(1)));
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(client.request(webinar).build(), BodyHandlers.ofInputStream());

    assertThat(response.body().readNBytes(4)).startsWith('{');
    List<Thread> threads = threads();
    assertThat(threads).isNotEmpty();
    zoom.close();
    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  private List<Thread> threads() {
    String name = "mock-zoom-" + zoom.apiBase().getPort() + "-";
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(name))
        .toList();
  }

  @Test
  void delayIsOfRealTimeAndStaysThroughOtherChanges() {
    zoom.on("getWebinar")
        .next()
        .change(
            response ->
                response
                    .delayed(Duration.ofMillis(20))
                    .withHeader("X-Late", "yes")
                    .brokenOffAfter(1));
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
    assertThatThrownBy(() -> response.dripped(0, Duration.ZERO))
        .hasMessage("A drop has a byte at least, not 0.");
    assertThatThrownBy(() -> response.dripped(1, Duration.ofDays(1)))
        .hasMessage("Drops come at intervals from zero to an hour, not of PT24H.");
  }
}
