package dev.zoomkit.contract;

import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks the exchanges of a run, counts them by operation and status, and notes what they cover.
 */
final class Tally {

  /** What was seen of one status of one operation. */
  record Cell(int exchanges, int requestFindings, int responseFindings) {

    private Cell plus(Cell other) {
      return new Cell(
          exchanges + other.exchanges,
          requestFindings + other.requestFindings,
          responseFindings + other.responseFindings);
    }
  }

  final Coverage coverage;
  private final ContractCheck check;
  private final Map<String, Map<Integer, Cell>> cells = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Tally(BundledDescription description) {
    this(description, description.operations());
  }

  /** A tally that expects some operations only. */
  Tally(BundledDescription description, List<Operation> operations) {
    this.coverage = new Coverage(description, operations);
    this.check = new ContractCheck(description);
  }

  /**
   * Checks and counts an exchange.
   *
   * @param scripted whether the mock was told what to respond with
   */
  List<Finding> check(Operation operation, Exchange exchange, boolean scripted) {
    List<Finding> found =
        isRefusalAsSuccess(operation, exchange) ? List.of() : check.check(exchange);
    int ofRequest = (int) found.stream().filter(finding -> finding.rule().ofRequest()).count();
    cells
        .computeIfAbsent(operation.id(), id -> new LinkedHashMap<>())
        .merge(exchange.status(), new Cell(1, ofRequest, found.size() - ofRequest), Cell::plus);
    coverage.add(operation, exchange, found, scripted);
    findings.addAll(found);
    return found;
  }

  /** Zoom refuses some calls with a status of success, whose body is then that of an error. */
  private static boolean isRefusalAsSuccess(Operation operation, Exchange exchange) {
    return exchange.status() < 300
        && DocumentedErrors.of(operation).stream()
            .filter(error -> error.status() == exchange.status())
            .map(DocumentedError::code)
            .anyMatch(code -> exchange.text().contains("\"code\":" + code));
  }

  /** Notes what no exchange shows by itself. */
  void add(Finding finding) {
    findings.add(finding);
  }

  /** All findings, in the order in which they were made. */
  List<Finding> findings() {
    return findings;
  }

  /** What was seen of an operation, by status. */
  Map<Integer, Cell> cells(Operation operation) {
    return cells.getOrDefault(operation.id(), Map.of());
  }

  int exchanges() {
    return cells.values().stream()
        .flatMap(ofOperation -> ofOperation.values().stream())
        .mapToInt(Cell::exchanges)
        .sum();
  }
}
