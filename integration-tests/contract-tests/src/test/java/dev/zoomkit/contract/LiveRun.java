package dev.zoomkit.contract;

import dev.zoomkit.contract.LiveCalls.Answer;
import dev.zoomkit.retry.Sleeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds what an API responds against the description. It calls what only reads, and nothing else
 * unless that is asked for; even then it writes only to what it has made, and deletes that again.
 */
final class LiveRun {

  private final BundledDescription description;
  private final LiveSettings settings;
  private final Clock clock;
  private final LiveValues values;
  private final LiveWrites writes;
  private final LiveTally tally = new LiveTally();
  private final Drift drift;
  private Set<String> scopes = Set.of();

  private LiveRun(BundledDescription description, LiveSettings settings, Clock clock) {
    this.description = description;
    this.settings = settings;
    this.clock = clock;
    this.values = new LiveValues(description, LocalDate.now(clock));
    this.writes = new LiveWrites(description, values);
    this.drift = new Drift(description);
  }

  /**
   * Runs the check and writes its reports.
   *
   * @param sleeper waits where a rate limit asks for it
   * @return whether all responses are as described, and nothing is left that the run made
   * @throws LiveException if the API cannot be checked
   */
  static boolean run(
      LiveSettings settings,
      BundledDescription description,
      Path directory,
      Clock clock,
      Sleeper sleeper)
      throws IOException {
    LiveRun run = new LiveRun(description, settings, clock);
    try (LiveCalls calls = new LiveCalls(description, settings, clock, sleeper)) {
      run.callAll(calls);
    } catch (RuntimeException ended) {
      if (run.tally.isLikeZoom()) {
        run.report(directory);
      }
      throw ended;
    }
    run.report(directory);
    run.tally.requireSuccess();
    return run.drift.departures().isEmpty() && run.writes.left().isEmpty();
  }

  private void callAll(LiveCalls calls) {
    scopes = calls.scopes();
    read(calls);
    if (settings.writes()) {
      try {
        write(calls);
        read(calls);
      } finally {
        writes.deleteAll(calls::send).forEach(this::judge);
      }
    }
  }

  private void read(LiveCalls calls) {
    each(true, values::request, request -> read(calls, request));
  }

  private void write(LiveCalls calls) {
    each(false, writes::request, request -> write(calls, request));
  }

  /** Calls operations as long as a call tells, or makes, what another one needs. */
  private void each(
      boolean onlyReads,
      Function<Operation, Optional<RawRequest>> requests,
      Consumer<RawRequest> call) {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = false;
      for (Operation operation : description.operations()) {
        if (operation.onlyReads() == onlyReads && mayCall(operation)) {
          Optional<RawRequest> request = requests.apply(operation);
          request.ifPresent(call);
          goesOn |= request.isPresent();
        }
      }
    }
  }

  /** What it made is noted before anything else is done with the answer. */
  private void write(LiveCalls calls, RawRequest request) {
    Answer answer;
    try {
      answer = calls.send(request);
    } catch (LiveException failure) {
      writes.lost(request, failure);
      throw failure;
    }
    writes.sent(request, answer);
    judge(request.operation(), answer);
  }

  private void read(LiveCalls calls, RawRequest request) {
    Answer answer = calls.send(request);
    judge(request.operation(), answer);
    if (answer.succeeded()) {
      values.learn(request.operation(), answer.exchange().json());
    }
  }

  private void judge(Operation operation, Answer answer) {
    tally.add(operation, answer);
    if (answer.refusal() == null) {
      drift.add(operation, answer.exchange());
    }
  }

  private boolean mayCall(Operation operation) {
    return !tally.has(operation) && reason(operation) == null;
  }

  /** Why an operation may not be called; null where it may. */
  private @Nullable String reason(Operation operation) {
    String never = operation.onlyReads() ? null : writes.reason(operation, scopes);
    if (never != null) {
      return never;
    } else if (!operation.onlyReads() && !settings.writes()) {
      return "it writes; contract.writes=true allows that";
    }
    return tally.usedUp(operation);
  }

  private Map<Operation, String> notCalled() {
    Map<Operation, String> reasons = new LinkedHashMap<>();
    for (Operation operation : description.operations()) {
      String refused = tally.refused(operation);
      if (refused != null) {
        reasons.put(operation, refused);
      } else if (!tally.has(operation)) {
        String reason = reason(operation);
        reasons.put(operation, reason != null ? reason : unknown(operation));
      }
    }
    return reasons;
  }

  private String unknown(Operation operation) {
    String parameter = values.missing(operation);
    if (parameter == null) {
      return "the run ended before";
    } else if (!operation.onlyReads()) {
      return "the run made nothing for " + parameter;
    }
    return values
        .lists(operation, parameter)
        .filter(list -> tally.refused(list) != null)
        .findFirst()
        .map(list -> "%s was refused, which may tell a value of %s".formatted(list, parameter))
        .orElse("no response tells a value of " + parameter);
  }

  private void report(Path directory) throws IOException {
    String summary =
        "%s; %d departures from the description%s."
            .formatted(
                tally.summary(description.operations().size()),
                drift.departures().size(),
                settings.writes() ? "; not deleted: " + writes.left().size() : "");
    System.out.println("Contract check: " + summary);
    LiveReport report =
        new LiveReport(settings.base(), clock.instant(), description.version(), summary);
    report.departures(drift.departures());
    report.writes(writes.writes(), writes.left());
    report.called(tally.judged());
    report.notCalled(notCalled());
    report.write(directory);
  }
}
