package dev.zoomkit.mock;

import dev.zoomkit.mock.realism.Kind;
import dev.zoomkit.mock.realism.Realism;
import dev.zoomkit.spec.reader.ApiDescription;
import java.util.EnumSet;
import java.util.Set;

/**
 * The deviations that a mock follows, and what makes responses of them.
 *
 * @param deviations as a test has named them
 */
record Deviating(Set<Deviation> deviations, Realism realism) {

  static Deviating of(Set<Deviation> deviations, ApiDescription description, long seed) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Deviation deviation : deviations) {
      kinds.add(Kind.valueOf(deviation.name()));
    }
    return new Deviating(Set.copyOf(deviations), new Realism(description, kinds, seed));
  }
}
