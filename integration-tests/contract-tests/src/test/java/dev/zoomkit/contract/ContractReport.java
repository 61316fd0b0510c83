package dev.zoomkit.contract;

import dev.zoomkit.contract.Tally.Cell;
import dev.zoomkit.mock.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run against the mock has found, as a page that people read before a release. */
final class ContractReport {

  private static final String NAME = "contract-report";

  private final List<Operation> operations;
  private final Tally tally;
  private final Map<String, Trust> trust;
  private final List<String> notMet;
  private final MutationReport mutations;

  /**
   * A report.
   *
   * @param trust how far the mock's response to each operation is to be trusted, by its id
   * @param notMet sides of keywords that were not met, a line each
   */
  ContractReport(
      List<Operation> operations,
      Tally tally,
      Map<String, Trust> trust,
      List<String> notMet,
      MutationReport mutations) {
    this.operations = operations;
    this.tally = tally;
    this.trust = trust;
    this.notMet = notMet;
    this.mutations = mutations;
  }

  /** Writes the report as Markdown and as HTML. */
  void write(Path directory) throws IOException {
    ReportPage page = new ReportPage("Contract report");
    page.text(
        "Every operation, called on the mock without the client, and through it where the client has"
            + " it, and what went over the wire held against the description.");
    page.text(summary());
    coverage(page);
    findings(page);
    mutations.write(page);
    matrix(page);
    notCovered(page);
    page.write(directory, NAME);
  }

  /** One line that says how it went. */
  String summary() {
    return "%d operations, %d exchanges, %d findings; %s; %s."
        .formatted(
            operations.size(),
            tally.exchanges(),
            tally.findings().size(),
            String.join(", ", tally.coverage.all().stream().map(ContractReport::share).toList()),
            mutations.summary());
  }

  private static String share(Dimension dimension) {
    return "%s %s %%".formatted(dimension.name(), percent(dimension));
  }

  private static String percent(Dimension dimension) {
    double share = dimension.expected() == 0 ? 1 : (double) dimension.met() / dimension.expected();
    return String.format(Locale.ROOT, "%.1f", Math.floor(1000 * share) / 10);
  }

  private void coverage(ReportPage page) {
    page.heading("Coverage");
    List<List<String>> rows = new ArrayList<>();
    for (Dimension dimension : tally.coverage.all()) {
      rows.add(
          List.of(
              dimension.name(),
              "" + dimension.met(),
              "" + dimension.expected(),
              percent(dimension) + " %",
              String.format(Locale.ROOT, "%.0f %%", 100 * dimension.share()),
              dimension.isEnough() ? "yes" : "NO"));
    }
    page.table(List.of("dimension", "met", "of", "share", "needed", "enough"), rows);
    Dimension unscripted = tally.coverage.unscripted;
    page.text(
        "A parameter counts once, and each value of its enumeration; a keyword, if a request on its"
            + " good side is accepted and one beyond it refused with an error that names the field;"
            + " an example, if it was sent or all of its fields were seen; a response, if its status"
            + " came with the documented code. Of "
            + unscripted.expected()
            + " documented errors, "
            + unscripted.met()
            + " came of the request itself, the others because the mock was told so.");
  }

  private void findings(ReportPage page) {
    page.heading("Findings");
    page.text(tally.findings().isEmpty() ? "None." : "The same is said once.");
    if (!tally.findings().isEmpty()) {
      page.table(
          List.of("rule", "where", "what"),
          tally.findings().stream()
              .distinct()
              .map(each -> List.of(each.rule().name(), each.where(), each.what()))
              .toList());
    }
  }

  private void matrix(ReportPage page) {
    page.heading("Operations");
    page.text(
        "Trust says how far the mock's own response is to be trusted: INFERRED, if no source has it;"
            + " DESCRIBED, if it follows the description alone; EXAMPLE, if it also agrees with the"
            + " documented example.");
    List<List<String>> rows = new ArrayList<>();
    for (Operation operation : operations) {
      for (String status : operation.statuses()) {
        rows.add(row(operation, status));
      }
    }
    page.table(
        List.of(
            "category",
            "operation",
            "trust",
            "status",
            "exchanges",
            "requests valid",
            "responses valid",
            "fields seen",
            "never seen"),
        rows);
  }

  private List<String> row(Operation operation, String status) {
    Map<Integer, Cell> cells = tally.cells(operation);
    Cell cell = cells.getOrDefault(Integer.parseInt(status), new Cell(0, 0, 0));
    Dimension fields = tally.coverage.fields;
    boolean shows = status.equals(operation.success()) && fields.expectedOf(operation) > 0;
    List<String> missing = fields.missing(operation);
    return List.of(
        operation.category(),
        operation.id(),
        trust.get(operation.id()).name(),
        status,
        "" + cell.exchanges(),
        valid(cell, cell.requestFindings()),
        valid(cell, cell.responseFindings()),
        shows
            ? fields.expectedOf(operation) - missing.size() + " of " + fields.expectedOf(operation)
            : "",
        shows ? String.join(" ", missing) : "");
  }

  private static String valid(Cell cell, int findings) {
    return cell.exchanges() == 0 ? "not seen" : findings == 0 ? "yes" : "no: " + findings;
  }

  private void notCovered(ReportPage page) {
    page.heading("Not covered");
    List<List<String>> rows = new ArrayList<>();
    for (Dimension dimension : tally.coverage.all()) {
      dimension.missing().forEach(item -> rows.add(List.of(dimension.name(), item)));
    }
    notMet.forEach(line -> rows.add(List.of("why a keyword is not", line)));
    if (rows.isEmpty()) {
      page.text("Nothing.");
    } else {
      page.table(List.of("dimension", "what"), rows);
    }
  }
}
