package dev.zoomkit.value;

/**
 * A value of an enumeration that Zoom may add to at any time. A value that the description lacks is
 * kept, goes back as it came, and has the known value {@code UNKNOWN}.
 *
 * <p>{@code toString()} is the value as it stands in JSON and in a query.
 *
 * @param <K> the Java enumeration of the values that the description has, and {@code UNKNOWN}
 */
public interface OpenEnum<K extends Enum<K>> {

  /** The value for a {@code switch}; {@code UNKNOWN} where the description lacks it. */
  K known();
}
