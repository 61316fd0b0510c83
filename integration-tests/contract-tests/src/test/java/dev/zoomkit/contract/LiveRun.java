package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what an API responds against the description. It calls what only reads, and nothing else
 * unless that is asked for; even then nothing that destroys, and nothing of which Zoom tells
 * people.
 */
final class LiveRun {

  private static final String NAME = "contract-report";
  private static final String DRIFT = "contract-drift.json";

  private final BundledDescription description;
  private final LiveSettings settings;
  private final LiveValues values;
  private final Drift drift;
  private final Map<Operation, Integer> called = new LinkedHashMap<>();

  private LiveRun(BundledDescription description, LiveSettings settings) {
    this.description = description;
    this.settings = settings;
    this.values = new LiveValues(description, LocalDate.now(Clock.systemUTC()));
    this.drift = new Drift(description);
  }

  /**
   * Runs the check and writes its reports.
   *
   * @return whether all responses are as described
   * @throws LiveException if the API cannot be checked
   */
  static boolean run(LiveSettings settings, BundledDescription description, Path directory)
      throws IOException {
    LiveRun run = new LiveRun(description, settings);
    try (LiveCalls calls = new LiveCalls(description, settings)) {
      run.callAll(calls);
    }
    run.write(directory);
    System.out.println("Contract check: " + run.summary());
    System.out.println("Report: " + directory.resolve(NAME + ".html").toAbsolutePath());
    System.out.println("Drift:  " + directory.resolve(DRIFT).toAbsolutePath());
    return run.drift.departures().isEmpty();
  }

  /** As long as a response tells what another operation needs. Writing comes after reading. */
  private void callAll(LiveCalls calls) throws IOException {
    for (boolean reading : settings.writes() ? List.of(true, false) : List.of(true)) {
      int before;
      do {
        before = called.size();
        for (Operation operation : description.operations()) {
          if (operation.reads() == reading
              && mayCall(operation)
              && !called.containsKey(operation)) {
            call(calls, operation);
          }
        }
      } while (called.size() > before);
    }
  }

  private void call(LiveCalls calls, Operation operation) throws IOException {
    RawRequest request = values.request(operation).orElse(null);
    if (request != null) {
      Exchange exchange = calls.send(request);
      called.put(operation, exchange.status());
      if (exchange.status() == 429) {
        return;
      }
      drift.add(operation, exchange);
      if (exchange.status() < 300) {
        values.learn(operation, RawCalls.json(exchange.response()));
      }
    }
  }

  private boolean mayCall(Operation operation) {
    return reason(operation) == null;
  }

  /** Why an operation may not be called; null where it may. */
  private @Nullable String reason(Operation operation) {
    String effect = operation.node().path("x-zoom-effect").asText();
    if (operation.node().has("x-zoom-notifies")) {
      return "Zoom tells people of it";
    } else if (effect.equals("destroy") || operation.method().equals("DELETE")) {
      return "it deletes or ends something";
    } else if (!(operation.reads() && effect.equals("read")) && !settings.writes()) {
      return "it writes; contract.writes=true allows that";
    }
    return null;
  }

  private Map<Operation, String> notCalled() {
    Map<Operation, String> reasons = new LinkedHashMap<>();
    for (Operation operation : description.operations()) {
      if (!called.containsKey(operation)) {
        String reason = reason(operation);
        reasons.put(
            operation,
            reason != null ? reason : "no response tells a value of " + values.missing(operation));
      }
    }
    return reasons;
  }

  private String summary() {
    return "%d of %d operations called, %d departures from the description."
        .formatted(called.size(), description.operations().size(), drift.departures().size());
  }

  private void write(Path directory) throws IOException {
    ReportPage page = new ReportPage("Contract report");
    page.text("What " + settings.base().getHost() + " responds, held against the description.");
    page.text(summary());
    page.heading("Departures");
    List<List<String>> departures = new ArrayList<>();
    ObjectNode json = new ObjectMapper().createObjectNode();
    ArrayNode list = json.putArray("departures");
    drift
        .departures()
        .forEach(
            (each, times) -> {
              departures.add(
                  List.of(each.operation(), each.pointer(), each.kind(), each.seen(), "" + times));
              list.addObject()
                  .put("operation", each.operation())
                  .put("pointer", each.pointer())
                  .put("kind", each.kind())
                  .put("seen", each.seen())
                  .put("times", times);
            });
    page.table(List.of("operation", "place", "kind", "seen", "times"), departures);
    page.heading("Called");
    page.table(
        List.of("category", "operation", "status"),
        called.entrySet().stream()
            .map(each -> List.of(each.getKey().category(), each.getKey().id(), status(each)))
            .toList());
    page.heading("Not called");
    List<List<String>> rows = new ArrayList<>();
    ArrayNode reasons = json.putArray("notCalled");
    notCalled()
        .forEach(
            (operation, reason) -> {
              rows.add(List.of(operation.category(), operation.id(), reason));
              reasons.addObject().put("operation", operation.id()).put("reason", reason);
            });
    page.table(List.of("category", "operation", "reason"), rows);
    page.write(directory, NAME);
    Files.writeString(directory.resolve(DRIFT), json.toPrettyString() + "\n");
  }

  private static String status(Map.Entry<Operation, Integer> call) {
    return call.getValue() == 429 ? "429, so not judged" : "" + call.getValue();
  }
}
