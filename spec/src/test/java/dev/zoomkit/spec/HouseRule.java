package dev.zoomkit.spec;

/** A rule over the whole description; see the enumerations that implement it. */
interface HouseRule extends Rule {
  /** The rule's own look at a description. */
  Look look();

  /** Tells a report whatever breaks the rule. */
  @FunctionalInterface
  interface Look {
    void at(Description description, Report report);
  }

  /** Takes what a rule finds. */
  @FunctionalInterface
  interface Report {
    void add(String file, String what);

    default void add(Spot spot, String what) {
      add(spot.file(), spot.say(what));
    }
  }
}
