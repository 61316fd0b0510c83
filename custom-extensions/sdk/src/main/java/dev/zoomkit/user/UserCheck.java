package dev.zoomkit.user;

/** What happens to a call that names a user in a way that the kind of app may not. */
public enum UserCheck {
  /** It is refused with a {@link UserRefException}; nothing is sent. */
  ENFORCE,
  /**
   * It is sent, and the exception's message logged as a warning by the logger {@code
   * dev.zoomkit.user}, once an operation.
   */
  WARN,
  /** It is sent; Zoom decides. */
  OFF
}
