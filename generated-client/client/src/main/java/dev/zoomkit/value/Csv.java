package dev.zoomkit.value;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.Times;
import dev.zoomkit.runtime.Values;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values that go into one query parameter with commas between them, as {@code ids=a,b}. Immutable.
 *
 * @param <T> the type of a value; its text is its {@code toString()}, but for moments, which are
 *     written in UTC
 */
public final class Csv<T> {
  private final List<T> values;

  private Csv(List<T> values) {
    this.values = values;
  }

  /**
   * Of these values, in this order.
   *
   * @throws NullPointerException where there is a null in the list
   */
  public static <T> Csv<T> of(List<T> values) {
    return new Csv<>(Values.copy("Csv", "values", Arguments.require("Csv", "values", values)));
  }

  /** The same; null of null, which leaves the parameter out. */
  public static <T> @Nullable Csv<T> ofNullable(@Nullable List<T> values) {
    return values == null ? null : of(values);
  }

  /** The values. */
  public List<T> values() {
    return values;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Csv<?> that && this.values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The values with commas between them, as they go into the request. */
  @Override
  public String toString() {
    return values.stream().map(Times::text).collect(Collectors.joining(","));
  }
}
