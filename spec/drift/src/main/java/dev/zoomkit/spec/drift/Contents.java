package dev.zoomkit.spec.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The text of {@code zoom.yaml}, to which operations and tags are added where they belong. */
final class Contents {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final List<String> lines;

  Contents(String text) {
    this.lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
  }

  String text() {
    return String.join("\n", lines);
  }

  /** Lists an operation under its path and method, paths and methods in their order. */
  void add(String path, String method, String file) {
    String entry = "    " + method + ": {$ref: " + file + "}";
    int line = lines.indexOf("paths:") + 1;
    while (isOfPaths(line) && !isPathFrom(lines.get(line), path)) {
      line++;
    }
    if (isOfPaths(line) && lines.get(line).equals("  " + path + ":")) {
      line++;
      while (lines.get(line).startsWith("    ") && isBefore(lines.get(line), method)) {
        line++;
      }
      lines.add(line, entry);
    } else {
      lines.addAll(line, List.of("  " + path + ":", entry));
    }
  }

  /** Declares a tag, tags in their order. */
  void addTag(String name) {
    int line = lines.indexOf("tags:") + 1;
    while (lines.get(line).startsWith("  ")
        && !(lines.get(line).startsWith("  - name: ")
            && lines.get(line).substring("  - name: ".length()).compareTo(name) > 0)) {
      line++;
    }
    lines.add(line, "  - name: " + name);
  }

  private boolean isOfPaths(int line) {
    return line < lines.size() && lines.get(line).startsWith("  ");
  }

  private static boolean isPathFrom(String line, String path) {
    return line.startsWith("  /") && group(line.strip()).compareTo(group(path + ":")) >= 0;
  }

  /** Paths of sub-accounts stand before all others. */
  private static String group(String path) {
    return (path.startsWith("/accounts") ? "0" : "1") + path.replaceFirst(":$", "");
  }

  private static boolean isBefore(String line, String method) {
    String other = line.strip().replaceFirst(":.*", "");
    return METHODS.indexOf(other) < METHODS.indexOf(method);
  }
}
