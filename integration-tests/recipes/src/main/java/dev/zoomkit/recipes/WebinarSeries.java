package dev.zoomkit.recipes;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.model.ApprovalType;
import dev.zoomkit.model.BatchAddWebinarRegistrantsRequest;
import dev.zoomkit.model.BatchRegistrant;
import dev.zoomkit.model.CreateWebinarRequest;
import dev.zoomkit.model.CreateWebinarSettings;
import dev.zoomkit.model.CustomQuestion;
import dev.zoomkit.model.CustomQuestionType;
import dev.zoomkit.model.RegistrationQuestions;
import dev.zoomkit.model.Webinar;
import dev.zoomkit.model.WeekDay;
import dev.zoomkit.operations.Webinars;
import dev.zoomkit.schedule.Recurrences;
import dev.zoomkit.user.UserRef;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A webinar on ten Tuesdays, with a question for those who register, and 500 who do. */
public final class WebinarSeries {
  public static void main(String[] arguments) {
    Recipe.main(WebinarSeries::run, arguments, Rehearsal.HOST);
  }

  static void run(ZoomClient zoom, LocalDate today, List<String> arguments) {
    Webinars webinars = zoom.ownAccount().webinars();
    CreateWebinarSettings.Builder settings = CreateWebinarSettings.builder();
    settings.approvalType(ApprovalType.AUTOMATIC).registrantsEmailNotification(false);
    CreateWebinarRequest.Builder request = CreateWebinarRequest.builder().topic("Bread at home");
    request.startTime(today.plusDays(7).atTime(18, 0)).timezone("Europe/Berlin").duration(60);
    CreateWebinarRequest tuesdays =
        Recurrences.weekly(WeekDay.TUESDAY)
            .times(10)
            .schedule(request.settings(settings.build()).build());
    Webinar series = webinars.createWebinar(UserRef.email(arguments.get(0)), tuesdays);
    series
        .occurrences()
        .forEach(one -> System.out.println(series.topic() + ": " + one.startTime()));

    CustomQuestion.Builder question = CustomQuestion.builder().title("Do you bake?");
    question.type(CustomQuestionType.SINGLE).answers(List.of("Yes", "Not yet"));
    webinars.updateWebinarRegistrationQuestions(
        series.id(),
        RegistrationQuestions.builder().customQuestions(List.of(question.build())).build());

    var guests = IntStream.rangeClosed(1, 500).mapToObj(WebinarSeries::guest).toList();
    for (int done = 0, next; done < guests.size(); done = next) {
      next = Math.min(done + 30, guests.size());
      var some =
          BatchAddWebinarRegistrantsRequest.builder().registrants(guests.subList(done, next));
      webinars.batchAddWebinarRegistrants(series.id(), some.autoApprove(true).build());
      System.out.println(next + " of " + guests.size() + " are registered");
    }
    long registered = webinars.listWebinarRegistrants(series.id()).stream().count();
    System.out.println("Webinar " + series.id() + " has " + registered + " registrants.");
  }

  private static BatchRegistrant guest(int n) {
    String email = "guest" + n + "@bakery.example";
    return BatchRegistrant.builder().email(email).firstName("Guest " + n).build();
  }
}
