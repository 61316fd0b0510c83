package dev.zoomkit.error;

/** Which kind of limit stopped a call, and so what to do about it. */
public enum RateLimitKind {
  /** Of a second, or of a minute for resource-intensive calls: again in a moment. */
  PER_SECOND,
  /** Of the account's day: again at 00:00 UTC. */
  PER_DAY,
  /**
   * Of the operation itself, such as the 100 meetings and webinars that a host may have created and
   * changed a day: other hosts, persons and operations go on.
   */
  OPERATION,
  /** Zoom takes no other call of the user, or of the category, while one runs: one at a time. */
  CONCURRENCY,
  /** Zoom does not say. */
  UNKNOWN
}
