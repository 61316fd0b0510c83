package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Starting, seeding, going back to the start. */
class MockZoomTest extends Running {

  @Test
  void everyExampleOfAPathParameterNamesSomething() {
    for (DescribedOperation operation : ApiDescription.onClassPath().operations()) {
      if (operation.method().equals("GET")) {
        for (String account : List.of("me", zoom.example("accountId"))) {
          Response response = client.get(Client.path(operation, operation.path(), account));
          assertThat(response.status()).as("%s: %s", operation, response.body()).isNotEqualTo(404);
        }
      }
    }
  }

  @Test
  void seedsHaveTheirOwnIds() {
    List<String> ids = zoom.seed("createWebinar", "{\"topic\": \"Town hall {n}\"}", 3);
    assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    assertThat(client.get("webinars/" + ids.get(2)).json().path("topic").asText())
        .isEqualTo("Town hall 3");
  }

  @Test
  void seedsGoWhereThePathSays() {
    String id = zoom.seed("createWebinar", "{\"settings\": {\"approval_type\": 0}}", 1).get(0);
    zoom.seed(
        "addWebinarRegistrant",
        Map.of("webinarId", id),
        "{\"email\": \"a{n}@example.com\", \"first_name\": \"A{n}\"}",
        2);
    assertThat(
            texts(
                client.get("webinars/" + id + "/registrants").json().path("registrants"), "email"))
        .containsExactly("a1@example.com", "a2@example.com");
    String account = zoom.example("accountId");
    String other = zoom.seed("createWebinar", Map.of("accountId", account), "{}", 1).get(0);
    assertThat(client.get("accounts/" + account + "/webinars/" + other).status()).isEqualTo(200);
    assertRefused(client.get("webinars/" + other), 404, 3001);
  }

  @Test
  void whatOnlyAListShowsIsSeededByItsRows() {
    zoom.seed(
        "listWebinarAbsentees",
        "{\"email\": \"late{n}@example.com\", \"first_name\": \"Late\"}",
        2);
    assertThat(
            texts(client.get("past_" + webinar + "/absentees").json().path("registrants"), "email"))
        .contains("late1@example.com", "late2@example.com");
  }

  @Test
  void aSeedThatZoomWouldNotTakeIsRefused() {
    assertThatThrownBy(() -> zoom.seed("createWebinar", "{\"type\": 7}", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("createWebinar")
        .hasMessageContaining("type");
    assertThatThrownBy(() -> zoom.seed("createWebinar", Map.of("userId", "nobody"), "{}", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> zoom.seed("deleteWebinar", "{}", 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> zoom.seed("createWebinar", Map.of("user", "x"), "{}", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void resetGoesBackToTheStart() {
    zoom.on("getWebinar").next().respond(503, 503);
    newWebinar("{\"topic\": \"Launch\"}");
    client.delete(webinar);

    zoom.reset();

    assertThat(zoom.requests()).isEmpty();
    assertRefused(client.get(webinar), 401, 124);
    Client fresh = new Client(zoom);
    assertThat(fresh.get(webinar).status()).isEqualTo(200);
    assertThat(texts(fresh.get(host + "/webinars").json().path("webinars"), "topic"))
        .doesNotContain("Launch");
  }

  @Test
  void theSameRequestsGetTheSameIds() {
    try (MockZoom twin = MockZoom.builder().startAt(START).start();
        MockZoom other = MockZoom.builder().startAt(START).idSeed(2).start()) {
      String here = client.post(host + "/webinars", "{\"topic\": \"Launch\"}").body();
      assertThat(new Client(twin).post(host + "/webinars", "{\"topic\": \"Launch\"}").body())
          .isEqualTo(here);
      assertThat(new Client(other).post(host + "/webinars", "{\"topic\": \"Launch\"}").body())
          .isNotEqualTo(here);
    }
  }

  @Test
  void manyThreadsCreateAndNothingIsLost() throws Exception {
    String user = zoom.addUser("thomas@example.com");
    client.get(webinar);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Response>> responses =
          IntStream.range(0, 80)
              .mapToObj(
                  n ->
                      threads.submit(
                          () ->
                              client.post(
                                  "users/" + user + "/webinars", "{\"topic\": \"" + n + "\"}")))
              .toList();
      for (Future<Response> response : responses) {
        assertThat(response.get().status()).isEqualTo(201);
      }
    } finally {
      threads.shutdownNow();
    }
    List<String> ids = allPages("users/" + user + "/webinars?page_size=7", "webinars", "id");
    assertThat(ids).hasSize(80).doesNotHaveDuplicates();
  }

  @Test
  void newThingsBearTheClocksTime() {
    zoom.clock().advance(Duration.ofMinutes(10));
    assertThat(client.post(host + "/webinars", "{}").json().path("created_at").asText())
        .isEqualTo("2026-11-22T10:10:00Z");
  }

  @Test
  void listensOnAPortOfItsOwnAndStopsWhenClosed() {
    MockZoom other = MockZoom.start();
    assertThat(other.apiBase()).isNotEqualTo(zoom.apiBase());
    assertThat(other.apiBase().toString()).matches("http://127\\.0\\.0\\.1:\\d+/v2/");
    assertThat(other.tokenEndpoint().toString()).matches("http://127\\.0\\.0\\.1:\\d+/oauth/token");
    Client gone = new Client(other);
    assertThat(gone.get(webinar).status()).isEqualTo(200);
    other.close();
    assertThatThrownBy(() -> gone.get(webinar)).isInstanceOf(java.io.UncheckedIOException.class);
  }

  @Test
  void aMockThatCannotBeStartedLeavesItsPortFree() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    MockZoom.Builder builder = MockZoom.builder().port(port);
    assertThatThrownBy(() -> builder.scopes("galaxy:read").start())
        .isInstanceOf(IllegalArgumentException.class);

    try (MockZoom started = builder.scopes("user:read").start()) {
      assertThat(started.apiBase().getPort()).isEqualTo(port);
    }
  }

  @Test
  void aPortThatIsTakenIsToldOfWithTheWayAround() {
    MockZoom.Builder taken = MockZoom.builder().port(zoom.apiBase().getPort());
    assertThatThrownBy(taken::start)
        .hasMessageContaining("port " + zoom.apiBase().getPort())
        .hasMessageContaining("; port 0 takes a free one.");
  }

  @Test
  void aClosedMockTellsWhatItHasSeenAndTakesNothing() {
    client.get(webinar);
    zoom.close();

    assertThat(zoom.requests("getWebinar")).hasSize(1);
    MockZoomAssert.assertThat(zoom).received("getWebinar").once();
    Stream.<ThrowingCallable>of(
            () -> zoom.seed("createWebinar", "{}", 1),
            () -> zoom.addUser("jill@acme.example"),
            () -> zoom.hold("98520143677"),
            () -> zoom.begin("98520143677"),
            zoom::appToken,
            zoom::expireTokens,
            () -> zoom.signIn(zoom.example("userId")),
            () -> zoom.on("getWebinar"),
            zoom::onAny,
            () -> zoom.filterResponses((operation, response) -> response),
            () -> zoom.playBack(List.of()),
            () -> zoom.useCalls("LIGHT", 1),
            () -> zoom.deviate(Set.of()),
            () -> zoom.assume(Set.of()),
            zoom::clearRequests,
            zoom::clientBuilder,
            zoom::reset)
        .forEach(
            call ->
                assertThatThrownBy(call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("This mock is closed"));
  }

  @Test
  void aForgottenMockKeepsNoJvmUp() {
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(
            thread ->
                thread.getName().startsWith("mock-zoom")
                    || thread.getName().startsWith("HTTP-Dispatcher"))
        .isNotEmpty()
        .allMatch(Thread::isDaemon);
  }

  @Test
  void anUnknownExampleIsRefused() {
    assertThatThrownBy(() -> zoom.example("galaxyId")).isInstanceOf(IllegalArgumentException.class);
  }
}
