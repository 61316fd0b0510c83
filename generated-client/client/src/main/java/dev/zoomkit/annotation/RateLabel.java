package dev.zoomkit.annotation;

/** Zoom's rate-limit labels. Limits are per account, over all apps and users of it. */
public enum RateLabel {
  /** Free 4, Pro 30, Business and above 80 requests a second. */
  LIGHT,
  /** Free 2, Pro 20, Business and above 60 requests a second. */
  MEDIUM,
  /** Free 1, Pro 10, Business and above 40 requests a second, and a daily budget. */
  HEAVY,
  /**
   * Free 10, Pro 10, Business and above 20 requests a minute, and a daily budget shared with {@link
   * #HEAVY}.
   */
  RESOURCE_INTENSIVE
}
