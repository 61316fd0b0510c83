package dev.zoomkit.model;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.value.OpenEnum;
import org.jspecify.annotations.Nullable;

/** Its size. */
public final class WidgetSize implements OpenEnum<WidgetSize.Known> {
  /** The value {@code }. */
  public static final WidgetSize NONE = new WidgetSize("", Known.NONE);

  /** The value {@code 1-20}. */
  public static final WidgetSize FROM_1_TO_20 = new WidgetSize("1-20", Known.FROM_1_TO_20);

  /** The value {@code More than "20"}. */
  public static final WidgetSize MORE_THAN_20 =
      new WidgetSize("More than \"20\"", Known.MORE_THAN_20);

  /** The value {@code 21-30}. */
  public static final WidgetSize FROM_21_TO_30 = new WidgetSize("21-30", Known.FROM_21_TO_30);

  /** The value {@code 31-40}. */
  public static final WidgetSize FROM_31_TO_40 = new WidgetSize("31-40", Known.FROM_31_TO_40);

  /** The value {@code 41-50}. */
  public static final WidgetSize FROM_41_TO_50 = new WidgetSize("41-50", Known.FROM_41_TO_50);

  /** The value {@code 51-60}. */
  public static final WidgetSize FROM_51_TO_60 = new WidgetSize("51-60", Known.FROM_51_TO_60);

  /** The value {@code 61-70}. */
  public static final WidgetSize FROM_61_TO_70 = new WidgetSize("61-70", Known.FROM_61_TO_70);

  /** The value {@code 71-80}. */
  public static final WidgetSize FROM_71_TO_80 = new WidgetSize("71-80", Known.FROM_71_TO_80);

  /** The value {@code 81-90}. */
  public static final WidgetSize FROM_81_TO_90 = new WidgetSize("81-90", Known.FROM_81_TO_90);

  private final String value;
  private final Known known;

  private WidgetSize(String value, Known known) {
    this.value = value;
    this.known = known;
  }

  /** The constant of a value, or a new instance where the description lacks it. */
  public static WidgetSize of(String value) {
    return switch (Arguments.require("WidgetSize", "value", value)) {
      case "" -> NONE;
      case "1-20" -> FROM_1_TO_20;
      case "More than \"20\"" -> MORE_THAN_20;
      case "21-30" -> FROM_21_TO_30;
      case "31-40" -> FROM_31_TO_40;
      case "41-50" -> FROM_41_TO_50;
      case "51-60" -> FROM_51_TO_60;
      case "61-70" -> FROM_61_TO_70;
      case "71-80" -> FROM_71_TO_80;
      case "81-90" -> FROM_81_TO_90;
      default -> new WidgetSize(value, Known.UNKNOWN);
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
    return other instanceof WidgetSize that && this.value.equals(that.value);
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
    /** The value {@code }. */
    NONE,
    /** The value {@code 1-20}. */
    FROM_1_TO_20,
    /** The value {@code More than "20"}. */
    MORE_THAN_20,
    /** The value {@code 21-30}. */
    FROM_21_TO_30,
    /** The value {@code 31-40}. */
    FROM_31_TO_40,
    /** The value {@code 41-50}. */
    FROM_41_TO_50,
    /** The value {@code 51-60}. */
    FROM_51_TO_60,
    /** The value {@code 61-70}. */
    FROM_61_TO_70,
    /** The value {@code 71-80}. */
    FROM_71_TO_80,
    /** The value {@code 81-90}. */
    FROM_81_TO_90,
    /** A value that the description lacks. */
    UNKNOWN
  }
}
