package dev.zoomkit.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallestSetTest {

  private static final List<String> SCOPES = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");

  @Test
  void noListsNeedNothing() {
    assertThat(new SmallestSet(scope -> 1).of(List.of())).isEmpty();
  }

  @Test
  void oneForTwoIsFewerThanTheNarrowestOfEach() {
    SmallestSet smallest = new SmallestSet(scope -> scope.equals("wide") ? 9 : 1);

    assertThat(smallest.of(List.of(Set.of("a", "wide"), Set.of("b", "wide"))))
        .containsExactly("wide");
    assertThat(smallest.of(List.of(Set.of("a", "wide"), Set.of("wide", "b"), Set.of("a"))))
        .containsExactly("a", "b");
  }

  /** Against all subsets of nine scopes. */
  @Test
  void isTheFirstOfAllSetsThatDo() {
    Random random = new Random(11);
    for (int run = 0; run < 3000; run++) {
      int[] breadths = random.ints(SCOPES.size(), 1, 4).toArray();
      List<Set<String>> lists = new ArrayList<>();
      for (int list = random.nextInt(9); list > 0; list--) {
        Set<String> members = new HashSet<>();
        random
            .ints(1 + random.nextInt(4), 0, SCOPES.size())
            .forEach(index -> members.add(SCOPES.get(index)));
        lists.add(members);
      }

      assertThat(new SmallestSet(scope -> breadths[SCOPES.indexOf(scope)]).of(lists))
          .as("run %d: %s", run, lists)
          .isEqualTo(byForce(lists, breadths));
    }
  }

  private static SortedSet<String> byForce(List<Set<String>> lists, int[] breadths) {
    return IntStream.range(0, 1 << SCOPES.size())
        .mapToObj(SmallestSetTest::subset)
        .filter(set -> lists.stream().allMatch(list -> list.stream().anyMatch(set::contains)))
        .min(
            Comparator.<SortedSet<String>>comparingInt(Set::size)
                .thenComparingInt(
                    set -> set.stream().mapToInt(one -> breadths[SCOPES.indexOf(one)]).sum())
                .thenComparing(set -> String.join(" ", set)))
        .orElseThrow();
  }

  private static SortedSet<String> subset(int bits) {
    SortedSet<String> set = new TreeSet<>();
    for (int i = 0; i < SCOPES.size(); i++) {
      if ((bits & 1 << i) != 0) {
        set.add(SCOPES.get(i));
      }
    }
    return set;
  }
}
