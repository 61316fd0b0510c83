package dev.zoomkit.recipes;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.model.RecordedSession;
import dev.zoomkit.transfer.DownloadResult;
import dev.zoomkit.transfer.DownloadResult.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All recordings of the last 90 days, each in a folder of its day; what is there is skipped. */
public final class SaveRecordings {
  public static void main(String[] arguments) {
    Recipe.main(SaveRecordings::run, arguments, "target/recordings");
  }

  static void run(ZoomClient zoom, LocalDate today, List<String> arguments) {
    Path folder = Path.of(arguments.get(0));
    var from = today.minusDays(90).atStartOfDay().atOffset(ZoneOffset.UTC);
    var to = today.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    Map<Outcome, Integer> files = new EnumMap<>(Outcome.class);
    for (RecordedSession session :
        zoom.ownAccount().cloudRecording().listAccountRecordings(q -> q.from(from).to(to))) {
      System.out.println(session.startTime() + "  " + session.topic());
      Path day = folder.resolve(session.startTime().toLocalDate().toString());
      for (DownloadResult file : zoom.downloads().save(session, day)) {
        files.merge(file.outcome(), 1, Integer::sum);
        if (file.outcome() == Outcome.FAILED) {
          System.out.println("  " + file.file().type() + ": " + file.failure().getMessage());
        }
      }
    }
    System.out.println("The files of " + folder + ": " + files);
  }
}
