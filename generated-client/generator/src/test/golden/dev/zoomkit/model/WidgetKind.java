package dev.zoomkit.model;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Its kind. */
public final class WidgetKind implements OpenEnum<WidgetKind.Known> {
  /** Small. */
  public static final WidgetKind SMALL_ONE = new WidgetKind("small-one", Known.SMALL_ONE);

  /** Big. */
  public static final WidgetKind BIG = new WidgetKind("BIG", Known.BIG);

  private final String value;
  private final Known known;

  private WidgetKind(String value, Known known) {
    this.value = value;
    this.known = known;
  }

  /** The constant of a value, or a new instance where the description lacks it. */
  public static WidgetKind of(String value) {
    return switch (Arguments.require("WidgetKind", "value", value)) {
      case "small-one" -> SMALL_ONE;
      case "BIG" -> BIG;
      default -> new WidgetKind(value, Known.UNKNOWN);
    };
  }

  /** The value that Zoom sends and takes. */
  public String value() {
    return value;
  }

  @Override
  public Known known() {
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WidgetKind that && this.value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The value as text, as in a query. */
  @Override
  public String toString() {
    return value;
  }

  /** The values that the description knows, for a {@code switch}. */
  public enum Known {
    /** Small. */
    SMALL_ONE,
    /** Big. */
    BIG,
    /** A value that the description lacks. */
    UNKNOWN
  }
}
