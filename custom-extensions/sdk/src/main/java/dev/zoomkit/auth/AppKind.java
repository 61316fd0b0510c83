package dev.zoomkit.auth;

/** The kinds of app Zoom issues tokens to. They differ in how a call may name a user. */
public enum AppKind {
  /** Acts for an account without any user: {@code me} means nobody, so users go by id or e-mail. */
  SERVER_TO_SERVER,
  /**
   * An OAuth app that an administrator installed for the account: users go by id, e-mail or {@code
   * me}, the administrator.
   */
  ACCOUNT_LEVEL,
  /** An OAuth app that acts for the one user who authorised it, named {@code me} only. */
  USER_LEVEL
}
