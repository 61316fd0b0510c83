package dev.zoomkit.spec;

import dev.zoomkit.spec.reader.SourceFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;

/** Rules about files and their names. */
enum FileRules implements HouseRule {
  /** An operation's file is named as its operationId, which is lowerCamelCase. */
  FILE_NAME(FileRules::fileName),
  /** No operationId stands twice, in two files or at two places of the contents. */
  UNIQUE_ID(FileRules::uniqueId),
  /** Every operation is in the contents, and an operation needs every component, where known. */
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
    Map<String, String> owners = owners(description);
    ids(description)
        .forEach(
            (file, id) -> {
              if (!SourceFiles.nameOf(file).equals(id) && owners.get(id).equals(file)) {
                report.add(file, "operationId is '" + id + "'");
              }
              if (!id.matches("[a-z][a-zA-Z0-9]*")) {
                report.add(file, "operationId '" + id + "' is not lowerCamelCase");
              } else if (SourceVersion.isKeyword(id)) {
                report.add(file, "operationId '" + id + "' cannot name a method in Java");
              }
            });
  }

  private static void uniqueId(Description description, Report report) {
    Map<String, String> owners = owners(description);
    ids(description)
        .forEach(
            (file, id) -> {
              if (!owners.get(id).equals(file)) {
                report.add(file, "operationId " + id + " is also that of " + owners.get(id));
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
                report.add(SourceFiles.ROOT, file + " stands at " + other + " and at " + place);
              }
            });
  }

  /** The operationId of each operation's file. */
  private static Map<String, String> ids(Description description) {
    Map<String, String> ids = new TreeMap<>();
    description
        .files()
        .forEach(
            (file, tree) -> {
              if (SourceFiles.isOperation(file)) {
                ids.put(file, tree.path("operationId").asText());
              }
            });
    return ids;
  }

  /** The file that each operationId belongs to: the first of its name, or else the first. */
  private static Map<String, String> owners(Description description) {
    Map<String, String> ids = ids(description);
    Map<String, String> owners = new TreeMap<>();
    ids.forEach(
        (file, id) -> {
          if (SourceFiles.nameOf(file).equals(id)) {
            owners.putIfAbsent(id, file);
          }
        });
    ids.forEach((file, id) -> owners.putIfAbsent(id, file));
    return owners;
  }

  private static void unused(Description description, Report report) {
    for (String file : description.unlisted()) {
      report.add(file, "is not in the contents of " + SourceFiles.ROOT);
    }
    if (description.isWhole()) {
      unneeded(description, report);
    }
  }

  private static void unneeded(Description description, Report report) {
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
