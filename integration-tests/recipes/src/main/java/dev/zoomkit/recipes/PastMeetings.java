package dev.zoomkit.recipes;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.model.ReportParticipant;
import dev.zoomkit.model.UserMeetingReport;
import dev.zoomkit.model.UserSummary;
import dev.zoomkit.operations.Reports;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.parallel.FanOut;
import dev.zoomkit.user.UserRef;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Who came to the meetings of the last year, as CSV, as far back as Zoom keeps its reports. */
public final class PastMeetings {
  public static void main(String[] arguments) {
    Recipe.main(PastMeetings::run, arguments, "target/past-meetings.csv");
  }

  static void run(ZoomClient zoom, LocalDate today, List<String> arguments) throws IOException {
    Reports reports = zoom.ownAccount().reports();
    int visits = 0;
    int failures = 0;
    var meetings =
        FanOut.over(zoom.ownAccount().users().listUsers())
            .flatMap(host -> meetings(reports, host, today));
    try (var csv = CsvWriter.builder().build(Path.of(arguments.get(0)));
        var all =
            FanOut.over(meetings)
                .mapOutcomes(
                    m -> reports.getMeetingParticipantsReport(m.uuid()).stream().toList())) {
      csv.writeRecord("host", "meeting", "start", "participant", "email");
      for (var one : all) {
        UserMeetingReport meeting = one.item();
        List<ReportParticipant> guests = one.isFailure() ? List.of() : one.value();
        Object found = one.isFailure() ? one.failure().getMessage() : guests.size() + " people";
        System.out.println(meeting.startTime() + "  " + meeting.topic() + ": " + found);
        for (ReportParticipant guest : guests) {
          String start = String.valueOf(meeting.startTime());
          String host = meeting.userEmail();
          csv.writeRecord(host, meeting.topic(), start, guest.name(), guest.userEmail());
        }
        visits += guests.size();
        failures += one.isFailure() ? 1 : 0;
      }
    }
    System.out.printf("%d lines in %s; %d meetings failed%n", visits, arguments.get(0), failures);
  }

  private static Pages<UserMeetingReport> meetings(
      Reports reports, UserSummary host, LocalDate today) {
    UserRef user = UserRef.id(host.id());
    return reports.getUserMeetingsReport(user, today.minusYears(1), today).withinRetention();
  }
}
