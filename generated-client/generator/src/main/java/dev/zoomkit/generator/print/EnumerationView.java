package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.Enumeration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the templates of an open enumeration and of its codec print. */
public final class EnumerationView {
  private final Enumeration enumeration;
  private final String packageName;
  private final Predicate<String> links;

  /** One value. */
  record Constant(int index, String name, String literal, Javadoc javadoc) {}

  /**
   * Of an enumeration.
   *
   * @param links says which schemas have a class
   */
  public EnumerationView(Enumeration enumeration, String packageName, Predicate<String> links) {
    this.enumeration = enumeration;
    this.packageName = packageName;
    this.links = links;
  }

  String packageName() {
    return packageName;
  }

  String type() {
    return enumeration.name();
  }

  Enumeration.Values values() {
    return enumeration.values();
  }

  Javadoc javadoc() {
    return new Javadoc(links)
        .paragraphs(enumeration.docs())
        .paragraph(
            "Open: a value that the description lacks is kept, and {@link #known()} is then"
                + " {@link Known#UNKNOWN}. Immutable.");
  }

  boolean text() {
    return values() == Enumeration.Values.TEXT;
  }

  /** Whether a switch takes the values. */
  boolean switchable() {
    return values() != Enumeration.Values.WIDE_NUMBERS;
  }

  List<Constant> constants() {
    List<Constant> constants = new ArrayList<>();
    for (Enumeration.Constant constant : enumeration.constants()) {
      Javadoc javadoc = new Javadoc(links).paragraph(constant.doc());
      constants.add(new Constant(constants.size(), constant.name(), constant.literal(), javadoc));
    }
    return constants;
  }
}
