package dev.zoomkit.mock;

/** The plan of the mock's account, by which it limits calls as Zoom does. */
public enum MockPlan {
  /** A free account. */
  FREE,
  /** An account of the Pro plan. */
  PRO,
  /** An account of the Business plan, or of any higher one. */
  BUSINESS
}
