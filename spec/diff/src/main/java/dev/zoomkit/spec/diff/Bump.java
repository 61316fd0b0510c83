package dev.zoomkit.spec.diff;

import java.util.Locale;

/** Which part of a version a change asks to count up, the smallest first. */
enum Bump {
  NONE,
  PATCH,
  MINOR,
  MAJOR;

  static Bump of(String title) {
    return valueOf(title.toUpperCase(Locale.ROOT));
  }

  /** What it is before 1.0, where a minor version may break callers. */
  Bump before1() {
    return this == MAJOR ? MINOR : this == MINOR ? PATCH : this;
  }

  /** What was counted up between two versions; nothing where the later one is not later. */
  static Bump between(Version base, Version now) {
    if (now.major() != base.major()) {
      return now.major() > base.major() ? MAJOR : NONE;
    } else if (now.minor() != base.minor()) {
      return now.minor() > base.minor() ? MINOR : NONE;
    }
    return now.patch() > base.patch() ? PATCH : NONE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
