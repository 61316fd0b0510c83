package dev.zoomkit.contract;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One way of looking at the description: what it has of something, and what of that was met. */
final class Dimension {

  private final String name;
  private final double share;
  private final Map<String, Set<String>> expected = new LinkedHashMap<>();
  private final Map<String, Set<String>> met = new LinkedHashMap<>();

  /**
   * A dimension.
   *
   * @param share how much of what is expected has to be met, from 0 to 1
   */
  Dimension(String name, double share) {
    this.name = name;
    this.share = share;
  }

  String name() {
    return name;
  }

  double share() {
    return share;
  }

  void expect(Operation operation, String item) {
    of(expected, operation.id()).add(item);
  }

  /** Notes that an item was met; one that nobody expects counts for nothing. */
  void meet(Operation operation, String item) {
    if (expected.getOrDefault(operation.id(), Set.of()).contains(item)) {
      of(met, operation.id()).add(item);
    }
  }

  boolean isMet(Operation operation, String item) {
    return met.getOrDefault(operation.id(), Set.of()).contains(item);
  }

  int expectedOf(Operation operation) {
    return expected.getOrDefault(operation.id(), Set.of()).size();
  }

  /** What an operation has and nobody met. */
  List<String> missing(Operation operation) {
    return expected.getOrDefault(operation.id(), Set.of()).stream()
        .filter(item -> !isMet(operation, item))
        .toList();
  }

  /** The same of all operations, each with the operation's name before it. */
  List<String> missing() {
    return expected.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().stream()
                    .filter(item -> !met.getOrDefault(each.getKey(), Set.of()).contains(item))
                    .map(item -> each.getKey() + " " + item))
        .toList();
  }

  int expected() {
    return expected.values().stream().mapToInt(Set::size).sum();
  }

  int met() {
    return met.values().stream().mapToInt(Set::size).sum();
  }

  /** How far it is from what it needs. */
  String shortfall() {
    return "%d of %d, %.1f %% are needed; the first that lacks is %s"
        .formatted(met(), expected(), 100 * share, missing().get(0));
  }

  boolean isEnough() {
    return met() >= share * expected();
  }

  private static Set<String> of(Map<String, Set<String>> items, String operation) {
    return items.computeIfAbsent(operation, first -> new LinkedHashSet<>());
  }
}
