package dev.zoomkit.spec.diff;

import java.util.Locale;

/** What of a caller a change can break. */
enum Break {
  /** Code that compiled, with a compiler that checks nullness, no longer compiles. */
  SOURCE,
  /** Code that was compiled no longer links. */
  BINARY,
  /** A request that was right is refused, or a response is no longer as it was said to be. */
  WIRE;

  static Break of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
