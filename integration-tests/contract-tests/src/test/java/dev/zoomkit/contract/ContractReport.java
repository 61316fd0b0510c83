package dev.zoomkit.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of operation × documented status, as the tests fill it. */
final class ContractReport {

  private static final Path FILE = Path.of("target", "contract-report.md");

  /** What was seen of one documented status of one operation. */
  private record Cell(int calls, int findings) {}

  private final Map<String, Map<String, Cell>> rows = new TreeMap<>();

  /** Counts one checked exchange. */
  void add(Operation operation, Exchange exchange, List<Finding> findings) {
    rows.computeIfAbsent(operation.id(), id -> new TreeMap<>())
        .merge(
            "" + exchange.status(),
            new Cell(1, findings.size()),
            (a, b) -> new Cell(a.calls() + b.calls(), a.findings() + b.findings()));
  }

  /** Documented statuses that no exchange had, as {@code operation status}. */
  List<String> missing(List<Operation> operations) {
    return operations.stream()
        .flatMap(
            operation ->
                operation.statuses().stream()
                    .filter(status -> !cells(operation).containsKey(status))
                    .map(status -> operation.id() + " " + status))
        .toList();
  }

  /** Writes the table and its totals. */
  void write(List<Operation> operations) throws IOException {
    TreeSet<String> statuses = new TreeSet<>();
    operations.forEach(operation -> statuses.addAll(operation.statuses()));
    StringBuilder text = new StringBuilder("# Contract report\n\n");
    text.append("Every operation of the description, called through the client against the mock. ");
    text.append("A cell counts the exchanges held against the description, and says where one ");
    text.append("departs from it; · is a status that the operation does not document.\n\n");
    text.append("| operation | ").append(String.join(" | ", statuses)).append(" |\n");
    text.append("| --- |").append(" ---: |".repeat(statuses.size())).append('\n');
    int calls = 0;
    int findings = 0;
    int documented = 0;
    int seen = 0;
    for (Operation operation : operations) {
      Map<String, Cell> cells = cells(operation);
      text.append("| ").append(operation.id()).append(" | ");
      text.append(
          statuses.stream()
              .map(status -> text(operation, status))
              .collect(Collectors.joining(" | ")));
      text.append(" |\n");
      documented += operation.statuses().size();
      seen += (int) operation.statuses().stream().filter(cells::containsKey).count();
      calls += cells.values().stream().mapToInt(Cell::calls).sum();
      findings += cells.values().stream().mapToInt(Cell::findings).sum();
    }
    text.append(
        "%n%d operations, %d of %d documented statuses seen, %d exchanges, %d findings.%n"
            .formatted(operations.size(), seen, documented, calls, findings));
    Files.writeString(FILE, text);
  }

  private Map<String, Cell> cells(Operation operation) {
    return rows.getOrDefault(operation.id(), Map.of());
  }

  private String text(Operation operation, String status) {
    if (!operation.statuses().contains(status)) {
      return "·";
    }
    Cell cell = cells(operation).get(status);
    if (cell == null) {
      return "not seen";
    }
    return cell.findings() == 0
        ? "" + cell.calls()
        : cell.calls() + " (" + cell.findings() + " findings)";
  }
}
