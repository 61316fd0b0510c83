package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdentitySetTest {

  @Property
  void holdsWhatWasAddedAndNothingElse(@ForAll List<Long> added, @ForAll List<Long> others) {
    IdentitySet set = new IdentitySet();
    Set<Long> expected = new HashSet<>(added);
    expected.remove(IdentitySet.NONE);
    expected.forEach(set::add);
    expected.forEach(set::add);

    assertThat(expected).allMatch(set::contains);
    for (long other : others) {
      if (other != IdentitySet.NONE) {
        assertThat(set.contains(other)).isEqualTo(expected.contains(other));
      }
    }
  }

  @Test
  void identitiesThatLookAlikeStayApart() {
    IdentitySet set = new IdentitySet();
    for (long id = 81_000_000_000L; id < 81_000_300_000L; id++) {
      long hash = IdentitySet.hash(id);
      assertThat(set.contains(hash)).as("%d", id).isFalse();
      set.add(hash);
    }
    assertThat(IdentitySet.hash(List.of("a", "b")))
        .isNotEqualTo(IdentitySet.hash(List.of("b", "a")));
    assertThat(IdentitySet.hash(7L)).isEqualTo(IdentitySet.hash("7"));
  }
}
