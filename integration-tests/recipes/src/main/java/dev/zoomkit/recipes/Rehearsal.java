package dev.zoomkit.recipes;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Participant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A mock of Zoom with an account in which something has happened: a bakery with a shop. */
final class Rehearsal implements AutoCloseable {

  /** Who hosts the webinars. */
  static final String HOST = "sam@bakery.example";

  /** A sub-account whose settings are as they should be. */
  static final String MODEL = "Xk3RvTq1S2mUaLzP0dWn7g";

  /** A sub-account whose settings should be like those. */
  static final String FOLLOWER = "b7PqYt4RSmGv1LxHc9WnKA";

  private static final List<String> USERS = List.of(HOST, "jill@bakery.example");
  private static final int MEETINGS = 20;
  private static final int PARTICIPANTS = 8;
  private static final int RECORDINGS = 12;
  private static final int SUB_ACCOUNTS = 3;

  private final MockZoom mock = MockZoom.start();
  private final LocalDate today = mock.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();

  static Rehearsal start() {
    Rehearsal rehearsal = new Rehearsal();
    for (String email : USERS) {
      rehearsal.meetings(rehearsal.mock.addUser(email));
    }
    rehearsal.recordings();
    rehearsal.mock.seed(
        "createSubAccount",
        """
        {"first_name": "Bo", "last_name": "Baker", "email": "owner{n}@branch.example", "password": "Sourdough-{n}!", "account_name": "Branch {n}"}
        """,
        SUB_ACCOUNTS);
    return rehearsal;
  }

  private void meetings(String userId) {
    Participant[] guests =
        IntStream.rangeClosed(1, PARTICIPANTS)
            .mapToObj(n -> Participant.guest("Guest " + n).email("guest" + n + "@bakery.example"))
            .map(guest -> guest.joinsAfter(Duration.ofMinutes(1)))
            .toArray(Participant[]::new);
    for (int n = 1; n <= MEETINGS; n++) {
      String meeting =
          "{\"topic\": \"Dough %d\", \"type\": 2, \"start_time\": \"%s\"}"
              .formatted(n, at(today.minusDays(7L * n)));
      String id = mock.seed("createMeeting", Map.of("userId", userId), meeting, 1).get(0);
      mock.hold(id, guests);
    }
  }

  private void recordings() {
    for (int n = 0; n < RECORDINGS; n++) {
      Instant start = at(today.minusDays(8L * n));
      mock.seed(
          "listAccountRecordings",
          """
          {"topic": "Dough %d", "start_time": "%s", "recording_files": [
            {"recording_type": "audio_only", "file_type": "M4A", "file_extension": "M4A", "file_size": 300000, "recording_start": "%s"},
            {"recording_type": "audio_transcript", "file_type": "TRANSCRIPT", "file_extension": "VTT", "file_size": 3000, "recording_start": "%s"}]}
          """
              .formatted(n, start, start, start),
          1);
    }
  }

  private static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
  }

  /** A client that takes the mock for Zoom. */
  ZoomClient client() {
    return mock.client();
  }

  /** Lets the next call of an operation meet a 404. */
  void refuseNext(String operation) {
    mock.on(operation).next().respond(404, 300);
  }

  @Override
  public void close() {
    mock.close();
  }
}
