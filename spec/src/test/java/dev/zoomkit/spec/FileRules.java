package dev.zoomkit.spec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rules about files and their names. */
enum FileRules implements HouseRule {
  /** An operation's file is named as its operationId, which is lowerCamelCase. */
  FILE_NAME(FileRules::fileName),
  /** No operationId stands twice, in two files or at two places of the contents. */
  UNIQUE_ID(FileRules::uniqueId),
  /** Every operation is in the contents, and an operation needs every component. */
  UNUSED(FileRules::unused);

  private final Look look;

  FileRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static void fileName(Description description, Report report) {
    description
        .files()
        .forEach(
            (file, tree) -> {
              String id = tree.path("operationId").asText();
              if (Bundler.isOperation(file) && !Bundler.nameOf(file).equals(id)) {
                report.add(file, "operationId is '" + id + "'");
              }
              if (Bundler.isOperation(file) && !id.matches("[a-z][a-zA-Z0-9]*")) {
                report.add(file, "operationId '" + id + "' is not lowerCamelCase");
              }
            });
  }

  private static void uniqueId(Description description, Report report) {
    Map<String, String> fileOf = new TreeMap<>();
    description
        .files()
        .forEach(
            (file, tree) -> {
              String id = tree.path("operationId").asText();
              String other = Bundler.isOperation(file) ? fileOf.putIfAbsent(id, file) : null;
              if (other != null) {
                report.add(file, "operationId " + id + " is also that of " + other);
              }
            });
    Map<String, String> placeOf = new TreeMap<>();
    description
        .bundle()
        .operationFiles()
        .forEach(
            (place, file) -> {
              String other = placeOf.putIfAbsent(file, place);
              if (other != null) {
                report.add(Bundler.ROOT, file + " stands at " + other + " and at " + place);
              }
            });
  }

  private static void unused(Description description, Report report) {
    Set<String> listed = new HashSet<>(description.bundle().operationFiles().values());
    for (String file : description.files().keySet()) {
      if (Bundler.isOperation(file) && !listed.contains(file)) {
        report.add(file, "is not in the contents of " + Bundler.ROOT);
      }
    }
    Set<String> needed = new HashSet<>();
    Deque<Spot> open =
        new ArrayDeque<>(description.operations().stream().map(Operation::spot).toList());
    while (!open.isEmpty()) {
      for (String ref : open.pop().node().findValuesAsText("$ref")) {
        String component = ref.replace("#/components/", "");
        Spot target = description.components().get(component);
        if (target != null && needed.add(component)) {
          open.push(target);
        }
      }
    }
    description
        .components()
        .forEach(
            (component, spot) -> {
              if (!needed.contains(component)) {
                report.add(spot, "no operation needs it");
              }
            });
  }
}
