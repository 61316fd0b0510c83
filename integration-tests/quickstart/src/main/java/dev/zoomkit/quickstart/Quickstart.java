package dev.zoomkit.quickstart;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.user.UserRef;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a {@link Tour} of one host's webinars. With {@code ZOOM_ACCOUNT_ID}, {@code ZOOM_CLIENT_ID}
 * and {@code ZOOM_CLIENT_SECRET} in the environment it calls Zoom, else a mock in this process. On
 * Zoom the host is the first argument, else {@code ZOOM_USER}: an e-mail address or a user id.
 * Exits with 1 after a refusal or failure that the tour does not expect.
 */
public final class Quickstart {

  private static final Paper PAPER = new Paper(System.out);

  private Quickstart() {}

  public static void main(String[] arguments) {
    try {
      if (hasCredentials(System.getenv())) {
        onZoom(arguments);
      } else {
        onMock();
      }
    } catch (ZoomException | IllegalArgumentException | IllegalStateException failure) {
      PAPER.text(failure.getMessage());
      System.exit(1);
    }
  }

  private static void onZoom(String[] arguments) {
    ServerToServer credentials = ServerToServer.fromEnvironment();
    UserRef host = host(arguments.length > 0 ? arguments[0] : System.getenv("ZOOM_USER"));
    PAPER.title("The zoomkit quickstart, with Zoom. What it creates it deletes again.");
    try (ZoomClient zoom = ZoomClient.builder().credentials(credentials).build()) {
      new Tour(zoom.ownAccount(), Clock.systemUTC(), PAPER).of(host);
    }
  }

  private static void onMock() {
    PAPER.title("The zoomkit quickstart, with a mock of Zoom in this process.");
    try (Rehearsal rehearsal = Rehearsal.start();
        ZoomClient zoom = rehearsal.client()) {
      new Tour(zoom.ownAccount(), rehearsal.clock(), PAPER).of(Rehearsal.HOST);
    }
  }

  /** One is enough: what the others lack is then said. */
  private static boolean hasCredentials(Map<String, String> environment) {
    return Stream.of("ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET")
        .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
  }

  private static UserRef host(@Nullable String host) {
    if (host == null || host.isBlank()) {
      throw new IllegalArgumentException(
          "Whose webinars? Set ZOOM_USER, or give as first argument, the e-mail address or the user id of a host of your account.");
    }
    return host.contains("@") ? UserRef.email(host) : UserRef.id(host);
  }
}
