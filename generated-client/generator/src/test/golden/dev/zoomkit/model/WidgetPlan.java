package dev.zoomkit.model;

import dev.zoomkit.value.OpenEnum;
import org.jspecify.annotations.Nullable;

/** A plan by its code. */
public final class WidgetPlan implements OpenEnum<WidgetPlan.Known> {
  /** The value {@code 1}. */
  public static final WidgetPlan FREE = new WidgetPlan(1L, Known.FREE);

  /** The value {@code 72057594037927940}. */
  public static final WidgetPlan BIG = new WidgetPlan(72057594037927940L, Known.BIG);

  private final long value;
  private final Known known;

  private WidgetPlan(long value, Known known) {
    this.value = value;
    this.known = known;
  }

  /** The constant of a value, or a new instance where the description lacks it. */
  public static WidgetPlan of(long value) {
    if (value == 1L) {
      return FREE;
    }
    if (value == 72057594037927940L) {
      return BIG;
    }
    return new WidgetPlan(value, Known.UNKNOWN);
  }

  /** The value that Zoom sends and takes. */
  public long value() {
    return value;
  }

  @Override
  public Known known() {
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WidgetPlan that && this.value == that.value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }

  /** The value as text, as in a query. */
  @Override
  public String toString() {
    return Long.toString(value);
  }

  /** The values that the description knows, for a {@code switch}. */
  public enum Known {
    /** The value {@code 1}. */
    FREE,
    /** The value {@code 72057594037927940}. */
    BIG,
    /** A value that the description lacks. */
    UNKNOWN
  }
}
