package dev.zoomkit.spec;

import java.util.Locale;

/**
 * Something that every description has to keep to. Implemented by enumerations, a constant a rule.
 */
public interface Rule {
  /** The constant's name. */
  String name();

  /** The rule's name as a person reads it: {@code dangling-ref} for {@code DANGLING_REF}. */
  default String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A breach of this rule. */
  default Finding finding(String file, String what) {
    return new Finding(file, title(), what);
  }
}
