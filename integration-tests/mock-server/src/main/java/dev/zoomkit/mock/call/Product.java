package dev.zoomkit.mock.call;

/** What Zoom may make of a session while it is held. */
public enum Product {
  RECORDING("has_recording"),
  ARCHIVE("has_archiving"),
  SUMMARY("has_meeting_summary");

  private final String fact;

  Product(String fact) {
    this.fact = fact;
  }

  /** The property by which responses say whether there is one. */
  public String fact() {
    return fact;
  }
}
