package dev.zoomkit.recipes;

import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.model.DailyUsage;
import dev.zoomkit.model.QualityCounts;
import dev.zoomkit.parallel.FanOut;
import java.time.LocalDate;
import java.util.List;

/** How much each sub-account met in the month before this one, and how well it was heard. */
public final class SubAccountUsage {
  public static void main(String[] arguments) {
    Recipe.main(SubAccountUsage::run, arguments);
  }

  static void run(ZoomClient zoom, LocalDate today, List<String> arguments) {
    LocalDate month = today.withDayOfMonth(1).minusMonths(1);
    System.out.printf("%tY-%<tm              meetings  minutes  calls by their sound%n", month);
    long minutes = 0;
    int failures = 0;
    try (var all =
        FanOut.over(zoom.ownAccount().accounts().listSubAccounts())
            .mapOutcomes(account -> Usage.of(zoom.account(account.id()), month))) {
      for (var one : all) {
        Object found = one.isFailure() ? one.failure().getMessage() : one.value();
        System.out.printf("%-20s %s%n", one.item().accountName(), found);
        minutes += one.isFailure() ? 0 : one.value().minutes();
        failures += one.isFailure() ? 1 : 0;
      }
    }
    System.out.printf("%d minutes in all; %d sub-accounts have no figures%n", minutes, failures);
  }

  private record Usage(long meetings, long minutes, QualityCounts audio) {
    static Usage of(ZoomAccount account, LocalDate month) {
      List<DailyUsage> days =
          account
              .reports()
              .getDailyUsageReport(q -> q.year(month.getYear()).month(month.getMonthValue()))
              .dates();
      LocalDate end = month.plusMonths(1).minusDays(1);
      return new Usage(
          days.stream().mapToLong(DailyUsage::meetings).sum(),
          days.stream().mapToLong(DailyUsage::meetingMinutes).sum(),
          account.dashboards().getDashboardMeetingQuality(month, end).quality().audio());
    }

    @Override
    public String toString() {
      return "%8d %8d %6d good, %d bad".formatted(meetings, minutes, audio.good(), audio.bad());
    }
  }
}
