package dev.zoomkit.annotation;

/**
 * Zoom's rate-limit labels. Limits are per account, over all apps and users of it. A free account
 * has a limit of a day for each of them as well.
 */
public enum RateLabel {
  /** Free 4, Pro 30, Business and above 80 requests a second. */
  LIGHT,
  /** Free 2, Pro 20, Business and above 60 requests a second. */
  MEDIUM,
  /** Free 1, Pro 10, Business and above 40 requests a second, and a limit of a day. */
  HEAVY,
  /**
   * Free 10, Pro 10, Business and above 20 requests a minute, and a limit of a day, which it shares
   * with {@link #HEAVY} except on the free plan.
   */
  RESOURCE_INTENSIVE
}
