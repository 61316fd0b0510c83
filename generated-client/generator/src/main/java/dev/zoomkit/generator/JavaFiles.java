package dev.zoomkit.generator;

import dev.zoomkit.generator.print.Javadoc;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files to write: by the full name of the class, the template and what it prints. */
final class JavaFiles {
  private final SortedMap<String, Map<String, Object>> files = new TreeMap<>();

  /**
   * Adds a file.
   *
   * @param template the key of the template's section in java.mustache
   * @param view what the template prints
   */
  void add(String packageName, String className, String template, Object view) {
    files.put(packageName + "." + className, Map.of(template, view));
  }

  /** A package's description. */
  void addPackage(String packageName, String sentence) {
    String javadoc = new Javadoc(link -> false).paragraph(sentence).at(0);
    add(
        packageName,
        "package-info",
        "packageFile",
        Map.of("packageName", packageName, "javadoc", javadoc));
  }

  /** All files in alphabetical order. */
  SortedMap<String, Map<String, Object>> all() {
    return files;
  }
}
