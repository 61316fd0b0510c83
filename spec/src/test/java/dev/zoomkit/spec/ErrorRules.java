package dev.zoomkit.spec;

import dev.zoomkit.spec.reader.SourceFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rules about the errors of operations. */
enum ErrorRules implements HouseRule {
  /** An error that several operations have is worded once, below {@code shared/errors}. */
  SHARED_ERROR(ErrorRules::sharedError),
  /** An operation has one sentence for a status and code. */
  ONE_MEANING(ErrorRules::oneMeaning);

  private static final String KEY = "x-zoom-errors";

  private final Look look;

  ErrorRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static void sharedError(Description description, Report report) {
    Map<String, Spot> wordings = new HashMap<>();
    for (Spot error : description.errors()) {
      Spot other = wordings.putIfAbsent(likeness(error), error);
      if (other != null && other.isWholeFile()) {
        report.add(error, "is that of " + other.file());
      } else if (other != null) {
        report.add(error, "is also in " + other.file() + "; give it a file below shared/errors");
      }
    }
    Map<String, Integer> uses = new HashMap<>();
    for (Operation operation : description.operations()) {
      for (Spot error : description.source(operation.spot().file()).at(KEY).children()) {
        uses.merge(SourceFiles.nameOf(error.text("$ref")), 1, Integer::sum);
      }
      for (Spot error : operation.spot().at(KEY).children()) {
        if (error.isReference() && !error.isGap()) {
          report.add(error, "is no error: " + error.text("$ref"));
        }
      }
    }
    for (Spot error : description.errors()) {
      if (error.isWholeFile() && !SourceFiles.nameOf(error.file()).matches("[A-Z][A-Za-z0-9]*")) {
        report.add(error, "the name is not UpperCamelCase");
      }
      int used = uses.getOrDefault(SourceFiles.nameOf(error.file()), 0);
      if (error.isWholeFile() && used < 2 && description.isWhole()) {
        report.add(
            error,
            "needs two operations that refer to it; there is " + (used == 0 ? "none" : "one"));
      }
    }
  }

  /** What two errors of one meaning have in common, however it is spelt. */
  private static String likeness(Spot error) {
    String words = error.text("meaning").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ");
    return error.text("status") + " " + error.text("code") + " " + words.strip();
  }

  private static void oneMeaning(Description description, Report report) {
    for (Operation operation : description.operations()) {
      Set<List<String>> seen = new HashSet<>();
      for (Spot error : operation.spot().at(KEY).children()) {
        String code = error.has("code") ? "code " + error.text("code") : "no code";
        if (!error.isReference() && !seen.add(List.of(error.text("status"), code))) {
          report.add(error, "is the second for " + error.text("status") + " and " + code);
        }
      }
    }
  }
}
