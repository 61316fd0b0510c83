package dev.zoomkit.model;

import dev.zoomkit.value.OpenEnum;
import org.jspecify.annotations.Nullable;

/** How it is scheduled. */
public final class WidgetType implements OpenEnum<WidgetType.Known> {
  /** Once. */
  public static final WidgetType ONCE = new WidgetType(5, Known.ONCE);

  /** Whenever {@link Widget} is wanted. */
  public static final WidgetType WHENEVER = new WidgetType(6, Known.WHENEVER);

  /** Again and again. */
  public static final WidgetType SERIES = new WidgetType(9, Known.SERIES);

  private final int value;
  private final Known known;

  private WidgetType(int value, Known known) {
    this.value = value;
    this.known = known;
  }

  /** The constant of a value, or a new instance where the description lacks it. */
  public static WidgetType of(int value) {
    return switch (value) {
      case 5 -> ONCE;
      case 6 -> WHENEVER;
      case 9 -> SERIES;
      default -> new WidgetType(value, Known.UNKNOWN);
    };
  }

  /** The value that Zoom sends and takes. */
  public int value() {
    return value;
  }

  @Override
  public Known known() {
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WidgetType that && this.value == that.value;
  }

  @Override
  public int hashCode() {
    return Integer.hashCode(value);
  }

  /** The value as text, as in a query. */
  @Override
  public String toString() {
    return Integer.toString(value);
  }

  /** The values that the description knows, for a {@code switch}. */
  public enum Known {
    /** Once. */
    ONCE,
    /** Whenever {@link Widget} is wanted. */
    WHENEVER,
    /** Again and again. */
    SERIES,
    /** A value that the description lacks. */
    UNKNOWN
  }
}
