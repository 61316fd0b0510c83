package dev.zoomkit.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.contract.Drift.Departure;
import dev.zoomkit.contract.Drift.Place;
import dev.zoomkit.contract.LiveWrites.Write;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** The report of a live run: a page to read, and a list for the decisions about the description. */
final class LiveReport {

  private static final String NAME = "contract-report";
  private static final String DRIFT = "contract-drift.json";
  private static final int MOST_NAMED = 3;

  private final ReportPage page = new ReportPage("Contract report");
  private final ObjectNode json = new ObjectMapper().createObjectNode();

  LiveReport(URI base, Instant time, String version, String summary) {
    String seconds = time.truncatedTo(ChronoUnit.SECONDS).toString();
    page.text(
        "What %s responded at %s, held against version %s of the description."
            .formatted(base, seconds, version));
    page.text(summary);
    json.put("baseUrl", base.toString()).put("time", seconds).put("description", version);
    json.put("summary", summary);
  }

  void departures(Map<Departure, Map<Place, Integer>> departures) {
    page.heading("Departures");
    page.table(
        List.of("schema or operation", "place", "kind", "seen", "seen where", "times"),
        departures.entrySet().stream()
            .collect(groupingBy(LiveReport::row, LinkedHashMap::new, toList()))
            .values()
            .stream()
            .map(LiveReport::cells)
            .toList());
    ArrayNode list = json.putArray("departures");
    departures.forEach((each, places) -> add(list.addObject(), each, places));
  }

  /** An undocumented field is one row, in however many schemas. */
  private static Departure row(Entry<Departure, Map<Place, Integer>> seen) {
    Departure each = seen.getKey();
    return each.kind().equals(Drift.UNDOCUMENTED_FIELD)
        ? new Departure("", each.pointer(), each.kind(), each.seen())
        : each;
  }

  private static List<String> cells(List<Entry<Departure, Map<Place, Integer>>> row) {
    Departure first = row.get(0).getKey();
    List<Map<Place, Integer>> places = row.stream().map(Entry::getValue).toList();
    return List.of(
        some(row.stream().map(each -> each.getKey().owner()).distinct().toList()),
        first.pointer(),
        first.kind(),
        first.seen(),
        some(places.stream().flatMap(each -> each.keySet().stream()).map(Place::toString).toList()),
        "" + places.stream().mapToInt(LiveReport::times).sum());
  }

  private static int times(Map<Place, Integer> places) {
    return places.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String some(List<String> all) {
    String first = String.join(", ", all.subList(0, Math.min(MOST_NAMED, all.size())));
    int more = all.size() - MOST_NAMED;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }

  private static void add(ObjectNode json, Departure each, Map<Place, Integer> places) {
    json.put("owner", each.owner())
        .put("pointer", each.pointer())
        .put("kind", each.kind())
        .put("seen", each.seen())
        .put("times", times(places));
    ArrayNode list = json.putArray("places");
    places.forEach(
        (place, times) ->
            list.addObject()
                .put("operation", place.operation())
                .put("pointer", place.pointer())
                .put("times", times));
  }

  /**
   * What the run wrote.
   *
   * @param left what of it is still there
   */
  void writes(List<Write> writes, List<Write> left) {
    if (!writes.isEmpty()) {
      add("Written", "writes", writes);
      add("Not deleted", "notDeleted", left);
    }
  }

  private void add(String heading, String name, List<Write> writes) {
    page.heading(heading);
    page.table(
        List.of("operation", "path", "outcome"),
        writes.stream()
            .map(each -> List.of(each.operation(), each.path(), each.outcome()))
            .toList());
    ArrayNode list = json.putArray(name);
    writes.forEach(
        each ->
            list.addObject()
                .put("operation", each.operation())
                .put("path", each.path())
                .put("outcome", each.outcome()));
  }

  void called(Map<Operation, Integer> statuses) {
    page.heading("Called");
    page.table(
        List.of("category", "operation", "status"),
        statuses.entrySet().stream()
            .map(
                each -> List.of(each.getKey().category(), each.getKey().id(), "" + each.getValue()))
            .toList());
  }

  void notCalled(Map<Operation, String> reasons) {
    page.heading("Not called");
    page.table(
        List.of("category", "operation", "reason"),
        reasons.entrySet().stream()
            .map(each -> List.of(each.getKey().category(), each.getKey().id(), each.getValue()))
            .toList());
    ArrayNode list = json.putArray("notCalled");
    reasons.forEach(
        (operation, reason) ->
            list.addObject().put("operation", operation.id()).put("reason", reason));
  }

  /** Writes both, and says where they are. */
  void write(Path directory) throws IOException {
    page.write(directory, NAME);
    Files.writeString(directory.resolve(DRIFT), json.toPrettyString() + "\n");
    System.out.println("Report: " + directory.resolve(NAME + ".html").toAbsolutePath());
    System.out.println("Drift:  " + directory.resolve(DRIFT).toAbsolutePath());
  }
}
