package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.Enumeration;
import java.util.ArrayList;
import java.util.List;

/** What the templates of an open enumeration and of its codec print. */
public final class EnumerationView {
  private final Enumeration enumeration;
  private final String packageName;
  private final Links links;

  /** One value. */
  record Constant(int index, String name, String literal, Javadoc javadoc) {}

  /** The view of an enumeration. */
  public EnumerationView(Enumeration enumeration, String packageName, ClientPlan plan) {
    this.enumeration = enumeration;
    this.packageName = packageName;
    this.links = Links.ofSchemas(plan);
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
    return new Javadoc(links).paragraphs(enumeration.docs());
  }

  boolean text() {
    return values() == Enumeration.Values.TEXT;
  }

  /** Whether Java can switch on the values. */
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
