package dev.zoomkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.ArchivedMeeting;
import dev.zoomkit.model.DashboardSessionType;
import dev.zoomkit.model.DashboardWebinar;
import dev.zoomkit.model.OperationLog;
import dev.zoomkit.model.RecordedSession;
import dev.zoomkit.model.TelephoneCall;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.user.UserRef;
import dev.zoomkit.value.DateOrDateTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * A year that is read in windows has the items that are in the year, each once: those at the first
 * and at the last second of each day as well, and none of the days around it.
 */
class YearInWindowsTest {
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 12, 31);
  private static final List<LocalTime> TIMES =
      List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));

  @AutoClose
  private final MockZoom mock =
      MockZoom.builder().startAt(Instant.parse("2028-01-10T00:00:00Z")).start();

  private final ZoomClient client = mock.client();
  private final ZoomAccount account = client.ownAccount();
  private final UserRef jill = UserRef.id(mock.addUser("jill@acme.example"));

  @Test
  void recordings() {
    List<String> times = seed("listUserRecordings", Map.of("userId", jill.value()), "start_time");
    Pages<RecordedSession> year =
        account.cloudRecording().listUserRecordings(jill, query -> query.from(FIRST).to(LAST));

    assertThat(year).extracting(session -> text(session.startTime())).isEqualTo(times);
    assertThat(year.newestFirst())
        .extracting(session -> text(session.startTime()))
        .containsExactlyInAnyOrderElementsOf(times);
    assertWindows("listUserRecordings", 12);
  }

  @Test
  void archivedFilesWhoseWindowsAreMomentsOfSevenDays() {
    List<String> times = seed("listArchivedFiles", Map.of(), "start_time");
    Pages<ArchivedMeeting> year =
        account
            .archiving()
            .listArchivedFiles(
                query ->
                    query
                        .from(FIRST.atStartOfDay().atOffset(ZoneOffset.UTC))
                        .to(LAST.atTime(23, 59, 59).atOffset(ZoneOffset.UTC)));

    assertThat(year).extracting(meeting -> text(meeting.startTime())).isEqualTo(times);
    assertWindows("listArchivedFiles", 53);
  }

  @Test
  void logsWithoutIdentities() {
    List<String> times = seed("getOperationLogsReport", Map.of(), "time");
    Pages<OperationLog> year =
        account.reports().getOperationLogsReport(DateOrDateTime.of(FIRST), DateOrDateTime.of(LAST));

    assertThat(year).extracting(log -> text(log.time())).isEqualTo(times);
    assertWindows("getOperationLogsReport", 12);
  }

  @Test
  void telephoneCalls() {
    List<String> times = seed("getTelephoneReport", Map.of(), "start_time");
    Pages<TelephoneCall> year = account.reports().getTelephoneReport(FIRST, LAST);

    assertThat(year).extracting(call -> text(call.startTime())).isEqualTo(times);
    assertWindows("getTelephoneReport", 12);
  }

  @Test
  void dashboardOfWebinars() {
    List<String> times = seed("listDashboardWebinars", Map.of(), "start_time");
    Pages<DashboardWebinar> year =
        account
            .dashboards()
            .listDashboardWebinars(
                DateOrDateTime.of(FIRST),
                DateOrDateTime.of(LAST),
                query -> query.type(DashboardSessionType.PAST));

    assertThat(year).extracting(webinar -> text(webinar.startTime())).isEqualTo(times);
    assertWindows("listDashboardWebinars", 12);
  }

  /** Returns the times of the year, in order; a day before and a day behind it are seeded, too. */
  private List<String> seed(String operation, Map<String, String> path, String field) {
    List<String> times = new ArrayList<>();
    for (LocalDate day : days(FIRST.minusDays(1), LAST.plusDays(1))) {
      for (LocalTime time : TIMES) {
        String text = day.atTime(time).toInstant(ZoneOffset.UTC).toString();
        mock.seed(operation, path, "{\"%s\": \"%s\"}".formatted(field, text), 1);
        if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
          times.add(text);
        }
      }
    }
    assertThat(times).hasSize(365 * TIMES.size());
    return times;
  }

  private static List<LocalDate> days(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).toList();
  }

  private void assertWindows(String operation, int least) {
    Stream<String> windows =
        mock.requests(operation).stream()
            .map(request -> request.path().replaceFirst("[?&]next_page_token=[^&]*", ""))
            .distinct();
    assertThat(windows).as("the year takes several calls").hasSizeGreaterThanOrEqualTo(least);
  }

  private static String text(OffsetDateTime time) {
    return time.toInstant().toString();
  }
}
