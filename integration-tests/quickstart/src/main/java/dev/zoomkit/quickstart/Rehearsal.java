package dev.zoomkit.quickstart;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.user.UserRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A mock of Zoom with a host and a dozen webinars, and an app that lacks one scope. */
final class Rehearsal implements AutoCloseable {

  /** Who hosts the webinars. */
  static final UserRef HOST = UserRef.email("sam@bakery.example");

  private static final Instant TODAY = Instant.parse("2027-03-01T09:00:00Z");

  /** Enough for the tour, but for the panelists. */
  private static final String[] SCOPES = {
    "webinar:read:list_webinars:admin",
    "webinar:write:webinar:admin",
    "webinar:write:registrant:admin",
    "webinar:read:list_registrants:admin",
    "webinar:delete:webinar:admin"
  };

  private static final List<String> TOPICS =
      List.of(
          "Sourdough for beginners",
          "Sourdough for the patient",
          "Rye, and why it sticks",
          "Ask a miller",
          "Ovens: gas, stone, electric",
          "Flat breads of the world",
          "Salt",
          "The arithmetic of hydration",
          "Night shift: a bakery live",
          "Crust and colour",
          "Old grains, new loaves",
          "What went wrong? Bring a photo");

  private final MockZoom mock;

  private Rehearsal(MockZoom mock) {
    this.mock = mock;
  }

  static Rehearsal start() {
    MockZoom mock = MockZoom.builder().startAt(TODAY).scopes(SCOPES).start();
    String host = mock.addUser(HOST.value());
    Instant start = TODAY;
    for (String topic : TOPICS) {
      start = start.plus(Duration.ofDays(7));
      mock.seed(
          "createWebinar",
          Map.of("userId", host),
          """
          {"topic": "%s", "type": 5, "start_time": "%s", "duration": 60}
          """
              .formatted(topic, start),
          1);
    }
    return new Rehearsal(mock);
  }

  /** A client that takes the mock for Zoom. */
  ZoomClient client() {
    return mock.client();
  }

  /** What tells the time there. */
  Clock clock() {
    return mock.clock();
  }

  @Override
  public void close() {
    mock.close();
  }
}
