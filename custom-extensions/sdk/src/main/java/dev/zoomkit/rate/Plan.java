package dev.zoomkit.rate;

import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.runtime.Arguments;
import java.time.Duration;

/**
 * The plan of a Zoom account, by which Zoom limits the calls of all its apps and users together.
 * The numbers are those of Zoom's page "Rate limits" of 2026.
 */
public enum Plan {
  /** A free account. */
  FREE(4, 2, 1, 10),
  /** An account of the Pro plan. */
  PRO(30, 20, 10, 10),
  /** An account of the Business plan, or of any higher one. */
  BUSINESS(80, 60, 40, 20);

  private final int light;
  private final int medium;
  private final int heavy;
  private final int resourceIntensive;

  Plan(int light, int medium, int heavy, int resourceIntensive) {
    this.light = light;
    this.medium = medium;
    this.heavy = heavy;
    this.resourceIntensive = resourceIntensive;
  }

  /** How many calls of a label Zoom takes in a {@link #period}. */
  public int calls(RateLabel label) {
    return switch (checked(label)) {
      case LIGHT -> light;
      case MEDIUM -> medium;
      case HEAVY -> heavy;
      case RESOURCE_INTENSIVE -> resourceIntensive;
    };
  }

  /** A second; a minute for {@link RateLabel#RESOURCE_INTENSIVE}. */
  public static Duration period(RateLabel label) {
    return checked(label) == RateLabel.RESOURCE_INTENSIVE
        ? Duration.ofMinutes(1)
        : Duration.ofSeconds(1);
  }

  /**
   * How many calls of a label Zoom takes a day, which begins at 00:00 UTC; 0 where it states no
   * limit. Those of the labels that {@link #sharesDay share} it count together.
   */
  public int callsADay(RateLabel label) {
    boolean heavier = isHeavier(label);
    return switch (this) {
      case FREE ->
          switch (label) {
            case LIGHT -> 6_000;
            case MEDIUM -> 2_000;
            case HEAVY -> 1_000;
            case RESOURCE_INTENSIVE -> 30_000;
          };
      case PRO -> heavier ? 30_000 : 0;
      case BUSINESS -> heavier ? 60_000 : 0;
    };
  }

  /**
   * Whether the label shares its day with another: {@link RateLabel#HEAVY} and {@link
   * RateLabel#RESOURCE_INTENSIVE} do, but not on the free plan.
   */
  public boolean sharesDay(RateLabel label) {
    return this != FREE && isHeavier(label);
  }

  private static boolean isHeavier(RateLabel label) {
    return checked(label) == RateLabel.HEAVY || label == RateLabel.RESOURCE_INTENSIVE;
  }

  private static RateLabel checked(RateLabel label) {
    return Arguments.require("Plan", "label", label);
  }
}
