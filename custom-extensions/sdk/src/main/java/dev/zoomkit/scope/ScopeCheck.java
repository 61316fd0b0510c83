package dev.zoomkit.scope;

/** What happens to a call whose scopes the token does not hold. */
public enum ScopeCheck {
  /** It is refused with a {@link MissingScopeException}; nothing is sent. */
  ENFORCE,
  /**
   * It is sent, and the exception's message logged as a warning by the logger {@code
   * dev.zoomkit.scope}, once an operation.
   */
  WARN,
  /** It is sent; Zoom decides. */
  OFF
}
