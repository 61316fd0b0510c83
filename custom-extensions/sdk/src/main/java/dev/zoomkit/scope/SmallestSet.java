package dev.zoomkit.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * The smallest set that has a member of each list: the minimum hitting set, exactly. Lists and
 * members that decide nothing are dropped, and what is left is tried out part by part, which takes
 * no time for scopes, because few operations share one.
 */
final class SmallestSet {

  private final ToIntFunction<String> breadth;

  /** Fewest members; then the least breadth in sum; then the first in the alphabet. */
  private final Comparator<SortedSet<String>> order;

  /** With what decides between sets of one size. */
  SmallestSet(ToIntFunction<String> breadth) {
    this.breadth = breadth;
    order =
        Comparator.<SortedSet<String>>comparingInt(Set::size)
            .thenComparingInt(set -> set.stream().mapToInt(breadth).sum())
            .thenComparing(set -> String.join(" ", set));
  }

  /** The set for lists none of which is empty. */
  SortedSet<String> of(Collection<Set<String>> lists) {
    Set<Set<String>> open = reduced(new HashSet<>(lists));
    SortedSet<String> chosen = new TreeSet<>();
    open.stream().filter(list -> list.size() == 1).forEach(chosen::addAll);
    if (!chosen.isEmpty()) {
      chosen.addAll(of(without(open, chosen)));
      return chosen;
    }
    for (Set<Set<String>> part : parts(open)) {
      chosen.addAll(ofPart(part));
    }
    return chosen;
  }

  /** One of the members of any list is in the set: each is tried. */
  private SortedSet<String> ofPart(Set<Set<String>> part) {
    Set<String> shortest = part.stream().min(Comparator.comparingInt(Set::size)).orElseThrow();
    return shortest.stream()
        .map(
            member -> {
              SortedSet<String> with = of(without(part, Set.of(member)));
              with.add(member);
              return with;
            })
        .min(order)
        .orElseThrow();
  }

  private static Set<Set<String>> without(Set<Set<String>> lists, Set<String> chosen) {
    Set<Set<String>> open = new HashSet<>(lists);
    open.removeIf(list -> list.stream().anyMatch(chosen::contains));
    return open;
  }

  /** Without lists that another one answers, and members that another one is better than. */
  private Set<Set<String>> reduced(Set<Set<String>> lists) {
    Set<Set<String>> left = new HashSet<>();
    for (Set<String> list : lists) {
      if (lists.stream().noneMatch(other -> other != list && list.containsAll(other))) {
        left.add(list);
      }
    }
    Map<String, Set<Set<String>>> hits = new HashMap<>();
    left.forEach(
        list -> list.forEach(m -> hits.computeIfAbsent(m, one -> new HashSet<>()).add(list)));
    Set<Set<String>> better = new HashSet<>();
    for (Set<String> list : left) {
      Set<String> best = new HashSet<>(list);
      best.removeIf(member -> list.stream().anyMatch(other -> isBetter(other, member, hits)));
      better.add(best);
    }
    return better.equals(lists) ? better : reduced(better);
  }

  private boolean isBetter(String one, String other, Map<String, Set<Set<String>>> hits) {
    int narrower = breadth.applyAsInt(one) - breadth.applyAsInt(other);
    return hits.get(one).containsAll(hits.get(other))
        && (narrower < 0 || narrower == 0 && one.compareTo(other) < 0);
  }

  /** The lists that share members, directly or by others. */
  private static List<Set<Set<String>>> parts(Set<Set<String>> lists) {
    List<Set<Set<String>>> parts = new ArrayList<>();
    for (Set<String> list : lists) {
      Set<Set<String>> joined = new HashSet<>(Set.of(list));
      parts.removeIf(
          part -> {
            boolean shares = part.stream().flatMap(Set::stream).anyMatch(list::contains);
            return shares && joined.addAll(part);
          });
      parts.add(joined);
    }
    return parts;
  }
}
