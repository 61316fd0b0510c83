package dev.zoomkit.spec.diff;

/** Who sends a schema's values. */
enum Side {
  REQUEST,
  RESPONSE;

  /** The rule for this side. */
  String rule(String stem) {
    return (this == REQUEST ? "request-" : "response-") + stem;
  }

  boolean isRequest() {
    return this == REQUEST;
  }
}
