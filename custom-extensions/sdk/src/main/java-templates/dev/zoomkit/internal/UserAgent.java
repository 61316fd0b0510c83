package dev.zoomkit.internal;

/** Says who calls. */
final class UserAgent {

  /** {@code zoomkit/} and the version. */
  static final String VALUE = "zoomkit/${project.version}";

  private UserAgent() {}
}
