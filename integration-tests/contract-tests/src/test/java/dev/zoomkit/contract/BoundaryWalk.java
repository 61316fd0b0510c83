package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sends requests on both sides of keywords, and says where the mock takes the wrong side. */
final class BoundaryWalk {

  private final Sandbox sandbox;
  private final Tally tally;
  private final Runnable change;
  private RawCalls calls;

  BoundaryWalk(Sandbox sandbox, Tally tally) {
    this(sandbox, tally, () -> {});
  }

  /**
   * A walk over a mock that somebody has changed.
   *
   * @param change what is done to the mock whenever it starts afresh
   */
  BoundaryWalk(Sandbox sandbox, Tally tally, Runnable change) {
    this.change = change;
    this.sandbox = sandbox;
    this.tally = tally;
    this.calls = sandbox.raw();
  }

  /** Walks over the keywords of an operation; returns the sides that were not met. */
  List<String> walk(List<Boundary> boundaries) throws IOException {
    List<String> wrong = new ArrayList<>();
    if (!boundaries.isEmpty()) {
      calls = afresh(boundaries.get(0).operation());
    }
    for (Boundary boundary : boundaries) {
      tally.coverage.keywords.expect(boundary.operation(), boundary.name());
      List<String> of = new ArrayList<>();
      for (RawRequest bad : boundary.bad()) {
        Exchange exchange = send(bad);
        tally.coverage.add(boundary.operation(), exchange, List.of(), false);
        if (!refuses(exchange, boundary.field())) {
          of.add(wrong("takes what it forbids", boundary, exchange));
        }
      }
      good(boundary, of);
      if (of.isEmpty()) {
        tally.coverage.keywords.meet(boundary.operation(), boundary.name());
      }
      wrong.addAll(of);
    }
    return wrong;
  }

  private void good(Boundary boundary, List<String> wrong) throws IOException {
    List<String> refused = new ArrayList<>();
    for (RawRequest good : boundary.good()) {
      Exchange exchange = accepted(good);
      List<Finding> findings = tally.check(boundary.operation(), exchange, false);
      if (isAccepted(exchange) && findings.isEmpty()) {
        if (!boundary.each()) {
          return;
        }
      } else {
        refused.add(wrong("refuses what it allows", boundary, exchange) + " " + findings);
      }
    }
    wrong.addAll(refused.subList(0, Math.min(1, refused.size())));
  }

  /** What earlier requests have changed may be in the way of one; then it goes to a new mock. */
  private Exchange accepted(RawRequest request) throws IOException {
    Exchange exchange = send(request);
    if (isAccepted(exchange)) {
      return exchange;
    }
    calls = afresh(request.operation());
    return send(request);
  }

  private Exchange send(RawRequest request) throws IOException {
    return calls.exchange(request);
  }

  private RawCalls afresh(Operation operation) {
    sandbox.resetFor(operation, sandbox.accounts(operation).get(0));
    change.run();
    return sandbox.raw();
  }

  private static boolean isAccepted(Exchange exchange) {
    return exchange.status() >= 200 && exchange.status() < 300;
  }

  /** A refusal has to be one of this field, so that no other fault hides a missing check. */
  private static boolean refuses(Exchange exchange, String field) throws IOException {
    JsonNode errors = RawCalls.json(exchange.response()).path("errors");
    return exchange.status() == 400
        && (errors.isMissingNode() || errors.findValuesAsText("field").contains(field));
  }

  private static String wrong(String what, Boundary boundary, Exchange exchange) {
    return "%s %s: the mock %s, %s: %.200s"
        .formatted(boundary.operation(), boundary.name(), what, exchange, exchange.text());
  }
}
