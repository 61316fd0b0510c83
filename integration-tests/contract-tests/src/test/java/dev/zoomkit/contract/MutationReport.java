package dev.zoomkit.contract;

import dev.zoomkit.contract.MutationRun.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of the mutations of a run, as a part of the contract report. */
final class MutationReport {

  /** How much of what is planted has to be caught. */
  static final double NEEDED = 0.95;

  private final List<Result> results;

  MutationReport(List<Result> results) {
    this.results = results;
  }

  boolean isEnough() {
    return caught() >= NEEDED * results.size();
  }

  private long caught() {
    return results.stream().filter(Result::isCaught).count();
  }

  /** One line that says how it went. */
  String summary() {
    if (results.isEmpty()) {
      return "no mutations";
    }
    return "%d mutations, %d caught (%.1f %%)"
        .formatted(results.size(), caught(), 100.0 * caught() / results.size());
  }

  void write(ReportPage page) {
    page.heading("Mutations");
    page.text(
        summary()
            + ". Each is a fault of mock or client, or a wrong description, planted by itself; it"
            + " is caught by the first check that finds what it does not find otherwise.");
    Map<String, List<Result>> kinds =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.mutation().kind(), LinkedHashMap::new, Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    kinds.forEach((kind, of) -> rows.add(row(kind, of)));
    page.table(List.of("kind", "planted", "caught", "by"), rows);
    List<List<String>> survivors =
        results.stream()
            .filter(result -> !result.isCaught())
            .map(result -> List.of(result.mutation().toString(), result.why()))
            .toList();
    if (!survivors.isEmpty()) {
      page.table(List.of("survivor", "why"), survivors);
    }
    page.table(
        List.of("caught", "by", "what it said"),
        results.stream().filter(Result::isCaught).map(MutationReport::row).toList());
  }

  private static List<String> row(String kind, List<Result> results) {
    Map<String, Long> checks =
        results.stream()
            .filter(Result::isCaught)
            .collect(Collectors.groupingBy(Result::check, TreeMap::new, Collectors.counting()));
    long caught = checks.values().stream().mapToLong(Long::longValue).sum();
    String by =
        checks.entrySet().stream()
            .map(check -> check.getKey() + " " + check.getValue())
            .collect(Collectors.joining(", "));
    return List.of(kind, "" + results.size(), "" + caught, by);
  }

  private static List<String> row(Result result) {
    return List.of(
        result.mutation().toString(), result.check(), "%.300s".formatted(result.finding()));
  }
}
