package dev.zoomkit.generator.java;

import java.util.List;
import java.util.Locale;

/**
 * An open enumeration: a named schema with enum.
 *
 * @param name the class's name
 */
public record Enumeration(String name, List<String> docs, Values values, List<Constant> constants) {

  /** What the values are, by the types of Java. */
  public enum Values {
    TEXT("String", "String"),
    NUMBERS("int", "Integer"),
    WIDE_NUMBERS("long", "Long");

    private final String type;
    private final String boxed;

    Values(String type, String boxed) {
      this.type = type;
      this.boxed = boxed;
    }

    /** The type of a raw value. */
    public String type() {
      return type;
    }

    /** The type of a raw value that may be absent. */
    public String boxed() {
      return boxed;
    }

    /** The codec of a raw value. */
    public String codec() {
      return boxed.toUpperCase(Locale.ROOT);
    }

    /** A value in Java source. */
    public String literal(String value) {
      return switch (this) {
        case TEXT -> Literals.string(value);
        case NUMBERS -> value;
        case WIDE_NUMBERS -> value + "L";
      };
    }
  }

  /** One value. The literal is its value in Java source. */
  public record Constant(String name, String literal, String doc) {}
}
