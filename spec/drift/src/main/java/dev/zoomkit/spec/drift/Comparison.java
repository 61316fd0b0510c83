package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.SourceLines;
import dev.zoomkit.spec.reader.UnusableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds all operations of Zoom's files against ours. */
final class Comparison {
  private final OurOperations ours;
  private final SourceLines lines;
  private final List<Difference> differences = new ArrayList<>();

  Comparison(OurOperations ours, SourceLines lines) {
    this.ours = ours;
    this.lines = lines;
  }

  /** Every difference, in the order of Zoom's files. */
  List<Difference> of(Upstream upstream) {
    Map<OurOperation, List<UpstreamOperation>> matched = new LinkedHashMap<>();
    for (List<UpstreamOperation> editions : Editions.of(upstream).byKey().values()) {
      OurOperation operation = ours.find(editions.get(0));
      if (operation == null) {
        lacks(editions);
      } else {
        matched.computeIfAbsent(operation, it -> new ArrayList<>()).addAll(editions);
      }
    }
    if (matched.isEmpty()) {
      throw new UnusableException(
          "-Dupstream: no operation of these files is in our description; is it another API?");
    }
    matched.forEach(
        (operation, editions) ->
            differences.addAll(new OperationComparison(operation, editions, lines).differences()));
    oursAlone(matched);
    return differences;
  }

  private void lacks(List<UpstreamOperation> editions) {
    UpstreamOperation first = editions.get(0);
    List<String> names = Editions.names(editions);
    differences.add(
        new Difference(
            Kind.OPERATION_LACKS,
            first.node().path("tag").asText(),
            first.method().toUpperCase(java.util.Locale.ROOT) + " " + first.ordinaryPath(),
            "",
            names.contains("master") ? "for sub-accounts, too" : "for the own account",
            "",
            names,
            names,
            List.of(),
            first.file() + "#" + first.pointer(),
            "spec/src/main/openapi/zoom.yaml"));
  }

  /** What ours has and none of the files, of the categories that the files have most of. */
  private void oursAlone(Map<OurOperation, List<UpstreamOperation>> matched) {
    Map<String, Integer> there = new LinkedHashMap<>();
    Map<String, Integer> all = new LinkedHashMap<>();
    matched.keySet().forEach(it -> there.merge(it.operation().category(), 1, Integer::sum));
    ours.all().forEach(it -> all.merge(it.operation().category(), 1, Integer::sum));
    Set<String> files = new LinkedHashSet<>();
    matched.values().forEach(editions -> editions.forEach(it -> files.add(it.file())));
    for (OurOperation operation : ours.all()) {
      String category = operation.operation().category();
      boolean covered = 2 * there.getOrDefault(category, 0) > all.get(category);
      if (covered && !matched.containsKey(operation)) {
        differences.add(
            new Difference(
                Kind.OPERATION_OURS,
                category,
                operation.operation().id(),
                "",
                "",
                operation.operation().method() + " " + operation.operation().path(),
                List.of(),
                List.of(),
                List.of(),
                String.join(", ", files),
                lines.of(operation.pointer()).toString()));
      }
    }
  }

  /** Texts of a list of a schema. */
  static Set<String> values(JsonNode schema) {
    Set<String> values = new LinkedHashSet<>();
    schema.path("enum").forEach(value -> values.add(value.asText()));
    return values;
  }
}
