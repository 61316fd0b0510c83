package dev.zoomkit.contract;

import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import dev.zoomkit.contract.Finding.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** All that the contract check looks at, by name; each check is one of an operation. */
final class Checks {

  static final String COVERAGE = "coverage";

  /** What is done with an operation; what is found goes to the tally. */
  private interface Check {
    void of(Operation operation) throws IOException;
  }

  private final Sandbox usual;
  private final Sandbox whole;
  private final Tally tally;
  private final Map<String, Check> checks = new LinkedHashMap<>();
  private final List<Finding> keywords = new ArrayList<>();
  private final Boundaries boundaries;
  private boolean client = true;
  private Predicate<Boundary> walked = boundary -> true;

  /**
   * Checks.
   *
   * @param whole a sandbox whose mock shows every field
   */
  Checks(Sandbox usual, Sandbox whole, Tally tally) {
    this.usual = usual;
    this.whole = whole;
    this.tally = tally;
    this.boundaries = new Boundaries(usual.description, usual.requests);
    checks.put("exchanges", operation -> successes(usual, operation));
    checks.put("every field", operation -> successes(whole, operation));
    checks.put("changes", operation -> new ChangesCheck(usual, tally::add).check(operation));
    checks.put("life cycles", new LifecyclesCheck(usual, tally::add)::check);
    checks.put("lists", operation -> new ListCheck(usual, tally::add).check(operation));
    checks.put("absence", operation -> new AbsenceCheck(usual, tally::add).check(operation));
    checks.put(
        "as sent", ofClient(operation -> new ClientCheck(usual, tally::add).check(operation)));
    checks.put("access", operation -> new AccessCheck(usual, tally::add).check(operation));
    checks.put(
        "surface", ofClient(operation -> new SurfaceCheck(usual, tally::add).check(operation)));
    checks.put("refusals", this::refusals);
    checks.put(COVERAGE, this::coverage);
    checks.put("keywords", this::keywords);
  }

  Set<String> names() {
    return checks.keySet();
  }

  /** Leaves out what goes through the client, which knows nothing of these operations. */
  Checks withoutClient() {
    client = false;
    return this;
  }

  private Check ofClient(Check check) {
    return operation -> {
      if (client) {
        check.of(operation);
      }
    };
  }

  /** Walks over some of the keywords only. */
  Checks walking(Predicate<Boundary> some) {
    walked = some;
    return this;
  }

  /**
   * Runs one check; returns what it found, and that it broke off where it did. Keywords that are
   * not kept are no findings of the tally, whose coverage says how many there may be.
   */
  List<Finding> run(String name, Operation operation) throws IOException {
    int before = tally.findings().size();
    keywords.clear();
    try {
      checks.get(name).of(operation);
    } catch (RuntimeException | AssertionError broken) {
      tally.add(new Finding(Rule.REFUSED, operation.id(), name + " breaks off: " + broken));
    }
    List<Finding> all = tally.findings();
    List<Finding> found = new ArrayList<>(all.subList(before, all.size()));
    found.addAll(keywords);
    return found;
  }

  private void successes(Sandbox sandbox, Operation operation) throws IOException {
    RawRun raw = new RawRun(sandbox, tally);
    if (client) {
      ClientRun run = new ClientRun(sandbox, tally);
      for (String account : sandbox.accounts(operation)) {
        run.success(operation, account, false);
        run.success(operation, account, true);
      }
      raw.alternatives(operation);
    }
    raw.successes(operation);
    raw.nextPage(operation);
    raw.unknownToMock(operation);
  }

  private void refusals(Operation operation) throws IOException {
    ClientRun run = new ClientRun(usual, tally);
    RawRun raw = new RawRun(usual, tally);
    for (DocumentedError error : DocumentedErrors.of(operation)) {
      if (client) {
        run.refusal(operation, error);
      }
      raw.refusal(operation, error);
    }
    raw.strangers(operation);
  }

  /** What the checks before it have not met; of keywords it is theirs to say. */
  private void coverage(Operation operation) {
    for (Dimension dimension : tally.coverage.all()) {
      if (dimension != tally.coverage.keywords) {
        for (String item : dimension.missing(operation)) {
          String what = dimension.name() + " without " + item;
          tally.add(new Finding(Rule.COVERAGE, operation.id(), what));
        }
      }
    }
  }

  private void keywords(Operation operation) throws IOException {
    List<Boundary> of = boundaries.of(operation).stream().filter(walked).toList();
    for (String line : new BoundaryWalk(usual, tally).walk(of)) {
      keywords.add(new Finding(Rule.KEYWORD, operation.id(), line));
    }
  }
}
