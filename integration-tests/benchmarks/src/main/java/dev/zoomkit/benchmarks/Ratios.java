package dev.zoomkit.benchmarks;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints how the generated client compares, in this one run. */
public final class Ratios {

  private static final List<String> OTHERS = List.of("Gson", "Jackson", "Reflective");

  private final Map<String, RunResult> results = new TreeMap<>();

  private Ratios(Collection<RunResult> runs) {
    for (RunResult run : runs) {
      String name = run.getParams().getBenchmark();
      results.put(name.substring(name.lastIndexOf('.') + 1), run);
    }
  }

  /** Takes no arguments; about seven minutes. */
  public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
    Options options =
        new OptionsBuilder()
            .include(PageOfWebinars.class.getName())
            .forks(2)
            .warmupIterations(4)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(6)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .shouldDoGC(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    new Ratios(new Runner(options).run()).print();
    FirstCall.print();
    SmallCall.print();
    DistantWalks.print();
    LoadedMock.print();
    MockWorld.print();
  }

  private void print() {
    System.out.printf(
        "A page of 300 webinars, %,d bytes; zoomkit beside%n", WebinarPages.json().length);
    System.out.printf("%-28s %14s %14s%n", "", "speed", "allocation");
    for (String direction : List.of("decode", "encode")) {
      for (String other : OTHERS) {
        System.out.printf(
            "%-28s %12.2fx %12.2fx%n",
            direction + ", " + title(other),
            score(direction + "Zoomkit") / score(direction + other),
            allocation(direction + "Zoomkit") / allocation(direction + other));
      }
    }
    System.out.println("To reach: decode 2.0x Gson and 1.5x Jackson, encode 1.5x Gson,");
    System.out.println("at most 0.40x of Gson's allocation a page.");
    System.out.println("Absolute figures of this run, which depend on the machine:");
    results.forEach(
        (name, run) ->
            System.out.printf(
                "  %-18s %9.0f ± %5.0f pages/s %9.0f KB/page%n",
                name,
                run.getPrimaryResult().getScore(),
                run.getPrimaryResult().getScoreError(),
                allocation(name) / 1024));
  }

  private double score(String name) {
    return results.get(name).getPrimaryResult().getScore();
  }

  private double allocation(String name) {
    return results.get(name).getSecondaryResults().get("gc.alloc.rate.norm").getScore();
  }

  private static String title(String other) {
    return other.equals("Reflective") ? "Moshi by reflection" : "stock " + other;
  }
}
