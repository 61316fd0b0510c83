package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The work list: as text for a person, and as JSON for programs. */
final class Report {
  private final Map<String, List<Difference>> sorted;
  private final List<String> idle;

  /**
   * @param sorted the differences by the decision that covers them; open ones under the empty name
   * @param idle what of the decisions covers nothing
   */
  Report(Map<String, List<Difference>> sorted, List<String> idle) {
    this.sorted = sorted;
    this.idle = idle;
  }

  /** One line that says how much there is to do. */
  String summary() {
    int all = sorted.values().stream().mapToInt(List::size).sum();
    int open = sorted.get("").size();
    return "%d differences, of which %d are decided and %d are open%s"
        .formatted(all, all - open, open, idle.isEmpty() ? "" : "; idle decisions: " + idle.size());
  }

  String markdown() {
    StringBuilder text = new StringBuilder("# Drift\n\n" + summary() + ".\n");
    counts(text);
    String category = "";
    for (Map.Entry<String, List<Difference>> operation : byOperation().entrySet()) {
      Difference worst = operation.getValue().get(0);
      if (!worst.category().equals(category)) {
        category = worst.category();
        text.append("\n## ").append(category.isEmpty() ? "No category" : category).append('\n');
      }
      text.append("\n### ").append(worst.operation()).append("\n");
      operation.getValue().forEach(difference -> text.append(line(difference)));
    }
    if (!idle.isEmpty()) {
      text.append("\n## Decisions that match nothing\n\n");
      idle.forEach(line -> text.append("- ").append(line).append('\n'));
    }
    text.append("\n## Decided\n\n| differences | reason |\n| --- | --- |\n");
    sorted.forEach(
        (name, differences) -> {
          if (!name.isEmpty()) {
            text.append("| ").append(differences.size()).append(" | ");
            text.append(name.strip().replaceAll("\\s+", " ").replace("|", "\\|")).append(" |\n");
          }
        });
    return text.toString();
  }

  private void counts(StringBuilder text) {
    Map<Kind, Integer> counts = new java.util.TreeMap<>();
    sorted.get("").forEach(it -> counts.merge(it.kind(), 1, Integer::sum));
    if (!counts.isEmpty()) {
      text.append("\n| open | what |\n| --- | --- |\n");
      counts.forEach(
          (kind, count) ->
              text.append("| %d | `%s`: %s |\n".formatted(count, kind.title(), kind.words())));
    }
  }

  /** The open differences by operation: categories, operations and differences, the worst first. */
  private Map<String, List<Difference>> byOperation() {
    Map<String, Kind> worstOf = new LinkedHashMap<>();
    for (Difference it : sorted.get("")) {
      worstOf.merge(it.category(), it.kind(), Report::worse);
      worstOf.merge(it.category() + "/" + it.operation(), it.kind(), Report::worse);
    }
    List<Difference> ordered = new ArrayList<>(sorted.get(""));
    ordered.sort(
        Comparator.comparing((Difference it) -> worstOf.get(it.category()))
            .thenComparing(Difference::category)
            .thenComparing(it -> worstOf.get(it.category() + "/" + it.operation()))
            .thenComparing(Difference::operation)
            .thenComparing(Difference::kind)
            .thenComparing(Difference::place));
    Map<String, List<Difference>> byOperation = new LinkedHashMap<>();
    for (Difference it : ordered) {
      byOperation
          .computeIfAbsent(it.category() + "/" + it.operation(), key -> new ArrayList<>())
          .add(it);
    }
    return byOperation;
  }

  private static Kind worse(Kind one, Kind other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String line(Difference it) {
    return """
    - `%s` %s%s: Zoom %s, ours %s
      %s; %s
    """
        .formatted(
            it.fingerprint(),
            it.kind().title(),
            it.place().isEmpty() ? "" : " `" + it.place() + "`",
            quoted(it.upstream(), it.says(), it.agrees()),
            quoted(it.ours(), List.of(), List.of()),
            it.source(),
            it.pointer());
  }

  private static String quoted(String value, List<String> says, List<String> agrees) {
    String text = value.isEmpty() ? "nothing" : "`" + value + "`";
    String by = says.isEmpty() ? "" : " (" + String.join(" and ", says);
    String but = agrees.isEmpty() ? "" : "; as ours in " + String.join(" and ", agrees);
    return text + by + but + (by.isEmpty() ? "" : ")");
  }

  /** All differences, with the decision that covers each. */
  String json() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ArrayNode list = mapper.createArrayNode();
    sorted.forEach((name, differences) -> differences.forEach(it -> list.add(node(it, name))));
    ObjectNode root = mapper.createObjectNode();
    root.put("summary", summary());
    idle.forEach(root.putArray("idle")::add);
    root.set("differences", list);
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static ObjectNode node(Difference it, String decision) {
    ObjectNode node = PlainSchemas.object();
    node.put("fingerprint", it.fingerprint()).put("kind", it.kind().title());
    node.put("category", it.category()).put("operation", it.operation()).put("place", it.place());
    node.put("upstream", it.upstream()).put("ours", it.ours());
    it.says().forEach(node.putArray("says")::add);
    it.knows().forEach(node.putArray("knows")::add);
    it.agrees().forEach(node.putArray("agrees")::add);
    node.put("pointer", it.pointer()).put("source", it.source());
    if (!decision.isEmpty()) {
      node.put("decided", decision.strip());
    }
    return node;
  }
}
