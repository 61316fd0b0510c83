package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.MockZoom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limits that the mock keeps when it is told a plan. */
class AccountLimitsTest {
  private static final Instant START = Instant.parse("2027-03-08T23:59:00Z");

  private final MockZoom zoom = MockZoom.builder().startAt(START).rateLimits(MockPlan.FREE).start();
  private final Client client = new Client(zoom);
  private final String user = zoom.addUser("jill@acme.example");

  @AfterEach
  void stop() {
    zoom.close();
  }

  @Test
  void aSecondHasSoManyCallsAndSaysSo() {
    for (int left = 3; left >= 0; left--) {
      Response taken = light();
      assertThat(taken.status()).isEqualTo(200);
      assertThat(taken.header("X-RateLimit-Category")).isEqualTo("Light");
      assertThat(taken.header("X-RateLimit-Limit")).isEqualTo("4");
      assertThat(taken.header("X-RateLimit-Remaining")).isEqualTo("" + left);
    }
    Response refused = light();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-RateLimit-Type")).isEqualTo("QPS");
    assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("X-RateLimit-Reset")).isEqualTo("" + (START.getEpochSecond() + 1));
    assertThat(refused.header("Retry-After")).isEmpty();

    zoom.clock().advance(Duration.ofSeconds(1));
    assertThat(light().status()).isEqualTo(200);
  }

  @Test
  void anotherAppTakesPartOfIt() {
    assertThat(zoom.useCalls("LIGHT", 3)).isEqualTo(3);
    assertThat(light().header("X-RateLimit-Remaining")).isEqualTo("0");
    assertThat(light().status()).isEqualTo(429);
    assertThat(zoom.useCalls("LIGHT", 3)).isZero();
    assertThatThrownBy(() -> zoom.useCalls("LIHGT", 1)).hasMessageContaining("LIGHT");
  }

  @Test
  void aDayEndsAtMidnight() {
    zoom.clock().advance(Duration.ofMinutes(1));
    for (int second = 0; second < 1_500; second++) {
      assertThat(zoom.useCalls("LIGHT", 4)).isEqualTo(4);
      zoom.clock().advance(Duration.ofSeconds(1));
    }
    Response refused = light();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-RateLimit-Type")).isEqualTo("Daily-limit");
    assertThat(refused.header("Retry-After")).isEqualTo("2027-03-10T00:00:00Z");
    assertThat(refused.header("X-RateLimit-Reset")).isEmpty();
    zoom.clock().advance(Duration.ofDays(1));
    assertThat(zoom.useCalls("LIGHT", 1)).isEqualTo(1);
  }

  @Test
  void aHostHasSoManyMeetingsADay() {
    for (int meeting = 0; meeting < 100; meeting++) {
      assertThat(create().status()).isEqualTo(201);
      zoom.clock().advance(Duration.ofMillis(500));
    }
    Response refused = create();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-RateLimit-Type")).isEmpty();
    assertThat(refused.header("Retry-After")).isEmpty();
    assertThat(refused.header("X-RateLimit-Reset")).isEmpty();
    assertThat(refused.body()).contains("GMT 00:00:00");
    zoom.clock().advance(Duration.ofSeconds(10));
    assertThat(create().status()).isEqualTo(201);
  }

  @Test
  void changesOfAnyMeetingCountForItsHost() {
    String meeting = "meetings/" + create().json().path("id").asText();
    for (int change = 1; change < 100; change++) {
      zoom.clock().advance(Duration.ofMillis(500));
      assertThat(client.patch(meeting, "{\"topic\": \"T\"}").status()).isEqualTo(204);
    }
    zoom.clock().advance(Duration.ofMillis(500));
    Response refused = client.patch(meeting, "{\"topic\": \"T\"}");
    zoom.clock().advance(Duration.ofMillis(500));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-RateLimit-Type")).isEmpty();
    assertThat(refused.header("Retry-After")).isEmpty();
    assertThat(create().status()).as("of the same day and host").isEqualTo(429);
  }

  @Test
  @Timeout(30)
  void nothingOfUsersBesideTheirCreation() {
    Response beside = besideACreation(client, "sam", this::light);

    assertThat(beside.status()).isEqualTo(429);
    assertThat(beside.header("X-RateLimit-Type")).isEmpty();
    assertThat(light().status()).isEqualTo(200);
  }

  @Test
  @Timeout(30)
  void aCallThatAResetForgotEndsNoOther() {
    besideACreation(
        client,
        "sam",
        () -> {
          zoom.reset();
          return null;
        });
    zoom.clock().advance(Duration.ofSeconds(2));

    Client later = new Client(zoom);
    assertThat(besideACreation(later, "kim", () -> later.get("users")).status()).isEqualTo(429);
  }

  /** What comes of something that is done while a user is created. */
  private <T> T besideACreation(Client client, String name, Supplier<T> meanwhile) {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    zoom.on("createUser")
        .next()
        .change(
            response -> {
              begun.countDown();
              await(done);
              return response;
            });
    String body =
        "{\"action\":\"create\",\"user_info\":{\"email\":\"%s@acme.example\",\"type\":1}}"
            .formatted(name);
    CompletableFuture<Response> created =
        CompletableFuture.supplyAsync(() -> client.post("users", body));
    await(begun);
    T seen = meanwhile.get();
    done.countDown();
    assertThat(created.join().status()).isEqualTo(201);
    return seen;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  private Response light() {
    return client.get("users/" + user);
  }

  private Response create() {
    return client.post("users/" + user + "/meetings", "{\"topic\":\"Stand-up\",\"type\":1}");
  }
}
