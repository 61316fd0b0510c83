package dev.zoomkit.generator.java;

import java.util.Set;
import java.util.TreeSet;

/** Sets of names, sorted, so that what is generated does not depend on the order of hashes. */
public final class Sets {
  private Sets() {}

  public static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
