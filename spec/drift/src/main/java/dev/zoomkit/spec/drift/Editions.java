package dev.zoomkit.spec.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The operations of Zoom's files, each with all its editions: a file of ordinary paths and one of
 * master paths may both have it.
 *
 * @param byKey by method and ordinary path
 */
record Editions(Map<String, List<UpstreamOperation>> byKey) {
  static Editions of(Upstream upstream) {
    Map<String, List<UpstreamOperation>> byKey = new LinkedHashMap<>();
    for (UpstreamOperation operation : upstream.operations()) {
      String key = UpstreamOperation.key(operation.method(), operation.ordinaryPath());
      byKey.computeIfAbsent(key, it -> new ArrayList<>()).add(operation);
    }
    return new Editions(byKey);
  }

  /** The names of editions, each once. */
  static List<String> names(List<UpstreamOperation> operations) {
    TreeSet<String> names = new TreeSet<>();
    operations.forEach(operation -> names.add(operation.edition()));
    return List.copyOf(names);
  }
}
