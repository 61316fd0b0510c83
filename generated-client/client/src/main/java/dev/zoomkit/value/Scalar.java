package dev.zoomkit.value;

import dev.zoomkit.runtime.Arguments;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value that Zoom sends as text, as a number or as a boolean. It goes back as it came. Immutable.
 */
public final class Scalar {
  private final Object value;

  private Scalar(@Nullable Object value) {
    this.value = Arguments.require("Scalar", "value", value);
  }

  /** Text. */
  public static Scalar of(String text) {
    return new Scalar(text);
  }

  /** A whole number. */
  public static Scalar of(long number) {
    return new Scalar(number);
  }

  /** A number. */
  public static Scalar of(BigDecimal number) {
    return new Scalar(number);
  }

  /** A boolean. */
  public static Scalar of(boolean bool) {
    return new Scalar(bool);
  }

  /** The value: a String, a Long, a BigDecimal or a Boolean. */
  public Object value() {
    return value;
  }

  /** The value as a whole number; null where it is neither one nor the text of one. */
  public @Nullable Long asLong() {
    try {
      return new BigDecimal(toString()).longValueExact();
    } catch (ArithmeticException | NumberFormatException notWhole) {
      return null;
    }
  }

  /** The value as a boolean; null where it is neither one nor the text of one. */
  public @Nullable Boolean asBoolean() {
    return switch (toString()) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scalar that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The value as text. */
  @Override
  public String toString() {
    return value.toString();
  }
}
