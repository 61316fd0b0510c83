package dev.zoomkit.spec.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.SourceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes what changed for callers, for a person and for a program.
 *
 * @param broken what was written against the base and does not compile any more
 */
record Report(Base base, Verdict verdict, SourceLines lines, List<Javac.Problem> broken) {

  /** Writes {@code api-changes.md} and {@code api-changes.json}. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("api-changes.md"), markdown());
    String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json());
    Files.writeString(folder.resolve("api-changes.json"), json + "\n");
  }

  /** One line for each break that nothing admits. */
  List<String> complaints() {
    return verdict.unadmitted().stream()
        .map(
            change ->
                "%s: %s (%s) asks for a %s version; %s"
                    .formatted(
                        where(change),
                        change.sentence(),
                        change.classes(),
                        verdict.bump(change),
                        change.fingerprint()))
        .toList();
  }

  private String where(Change change) {
    String pointer = change.place().pointer();
    return pointer.isEmpty() ? change.place().category() : lines.of(pointer).toString();
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("# What changed for callers\n\n");
    text.append(summary()).append('\n');
    base.unseen().forEach(line -> text.append('\n').append(line).append('\n'));
    String category = "";
    for (Change change : verdict.changes()) {
      if (!change.place().category().equals(category)) {
        category = change.place().category();
        text.append("\n## ").append(category).append("\n\n");
        text.append("| | what | breaks | bump | where | fingerprint |\n");
        text.append("| --- | --- | --- | --- | --- | --- |\n");
      }
      text.append(row(change)).append('\n');
    }
    section(
        text,
        "Written against the base, and no longer compiling",
        broken.stream().map(Javac.Problem::toString).toList());
    section(
        text,
        "Decisions that match nothing any more",
        List.copyOf(verdict.decisions().stale(verdict.changes())));
    return text.toString();
  }

  /** What the report says, in one sentence or two. */
  String summary() {
    if (verdict.changes().isEmpty()) {
      return "From " + base.name() + " to " + verdict.now() + ": nothing changed.";
    }
    long breaking = verdict.changes().stream().filter(it -> !it.breaks().isEmpty()).count();
    return "From %s (%s) to %s: %d changes, %d of which break callers. They ask for version %s."
        .formatted(
            base.name(),
            verdict.base(),
            verdict.now(),
            verdict.changes().size(),
            breaking,
            verdict.base().next(verdict.asked()));
  }

  private String row(Change change) {
    String what = change.sentence().replace("|", "\\|").replaceAll("\\s+", " ");
    if (!change.inJava().isEmpty()) {
      what += " In Java: `" + String.join("`, `", change.inJava()) + "`.";
    }
    if (verdict.decisions().has(change)) {
      what += " Decided: " + verdict.decisions().reasons().get(change.fingerprint());
    }
    return "| %s | %s | %s | %s | %s | `%s` |"
        .formatted(
            kind(change),
            what,
            change.classes(),
            verdict.bump(change),
            change.place().pointer().isEmpty() ? "" : where(change),
            change.fingerprint());
  }

  private static String kind(Change change) {
    return change.rule().kind().name().toLowerCase(Locale.ROOT);
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("\n## ").append(title).append("\n\n");
      lines.forEach(line -> text.append("- `").append(line).append("`\n"));
    }
  }

  private ObjectNode json() {
    ObjectNode report = new ObjectMapper().createObjectNode();
    report.put("base", base.name());
    base.unseen().forEach(report.putArray("unseen")::add);
    report.put("baseVersion", verdict.base().toString());
    report.put("version", verdict.now().toString());
    report.put("asksFor", verdict.base().next(verdict.asked()).toString());
    report.put("bump", verdict.asked().toString());
    ArrayNode changes = report.putArray("changes");
    Set<Change> unadmitted = Set.copyOf(verdict.unadmitted());
    for (Change change : verdict.changes()) {
      ObjectNode entry = changes.addObject();
      entry.put("rule", change.rule().id());
      entry.put("kind", kind(change));
      entry.put("category", change.place().category());
      entry.put("subject", change.place().subject());
      entry.put("place", change.place().key());
      entry.put("sentence", change.sentence());
      change.breaks().forEach(it -> entry.withArray("/breaks").add(it.toString()));
      change.inJava().forEach(entry.withArray("/java")::add);
      if (!change.place().pointer().isEmpty()) {
        SourceLines.Line line = lines.of(change.place().pointer());
        entry.put("file", line.file());
        entry.put("line", line.line());
      }
      entry.put("fingerprint", change.fingerprint());
      entry.put("bump", verdict.bump(change).toString());
      entry.put("admitted", !unadmitted.contains(change));
    }
    ArrayNode code = report.putArray("noLongerCompiling");
    broken.forEach(problem -> code.add(problem.toString()));
    verdict.decisions().stale(verdict.changes()).forEach(report.putArray("staleDecisions")::add);
    return report;
  }
}
