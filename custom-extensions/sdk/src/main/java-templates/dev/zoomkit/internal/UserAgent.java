package dev.zoomkit.internal;

/** Says who calls. */
final class UserAgent {

  /** The versions of SDK and description, and which state of that: how its SHA-256 begins. */
  static final String VALUE =
      "zoomkit/${project.version} description/${description.version}+${description.shortHash}";

  private UserAgent() {}
}
