package dev.zoomkit.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the builders of generated models do with their values. */
public final class Values {
  private Values() {}

  /**
   * A required value.
   *
   * @throws IllegalStateException where it is missing; the message names type and value
   */
  public static <T> T required(String type, String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException(type + " needs " + name + "; it was not set.");
    }
    return value;
  }

  /**
   * An immutable copy; null of null.
   *
   * @throws NullPointerException where the list has a null in it
   */
  public static <T> @Nullable List<T> copy(String name, @Nullable List<? extends T> list) {
    if (list == null) {
      return null;
    }
    for (T item : list) {
      if (item == null) {
        throw new NullPointerException(name + " must not have null in it.");
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(list));
  }

  /**
   * An immutable copy of JSON that has no class; null of null.
   *
   * @throws IllegalArgumentException where it is nothing that JSON has
   */
  public static @Nullable Object copy(String name, @Nullable Object value) {
    return FreeJson.copy(name, value);
  }

  /**
   * An immutable copy in the same order; null of null.
   *
   * @throws NullPointerException where the map has a null in it
   */
  public static <T> @Nullable Map<String, T> copy(
      String name, @Nullable Map<String, ? extends T> map) {
    if (map == null) {
      return null;
    }
    map.forEach(
        (key, value) -> {
          if (key == null || value == null) {
            throw new NullPointerException(name + " must not have null in it.");
          }
        });
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Fields that the description lacks, as a model keeps them: an immutable copy; empty of null. */
  public static Map<String, @Nullable Object> unknown(
      @Nullable Map<String, @Nullable Object> fields) {
    return fields == null || fields.isEmpty()
        ? Collections.emptyMap()
        : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * Sets a field that the description lacks.
   *
   * @param fields the fields set so far; null where there are none
   * @param value text, a number, a boolean, null, or a list or a map of such
   * @return the fields with this one
   * @throws IllegalArgumentException where the value is of another type
   */
  public static Map<String, @Nullable Object> withUnknown(
      @Nullable Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    Map<String, @Nullable Object> all = fields == null ? new LinkedHashMap<>() : fields;
    all.put(Objects.requireNonNull(name, "name"), FreeJson.copy(name, value));
    return all;
  }

  /** The fields for a builder to change; null of none. */
  public static @Nullable Map<String, @Nullable Object> mutable(
      Map<String, @Nullable Object> fields) {
    return fields.isEmpty() ? null : new LinkedHashMap<>(fields);
  }

  /** The names for a builder to change; null of none. */
  public static @Nullable Set<String> mutable(Set<String> names) {
    return names.isEmpty() ? null : new TreeSet<>(names);
  }

  /** The names of values that are sent as an explicit null, as a model keeps them. */
  public static Set<String> nulls(@Nullable Set<String> names) {
    return names == null || names.isEmpty()
        ? Collections.emptySet()
        : Collections.unmodifiableSet(new TreeSet<>(names));
  }

  /**
   * Notes whether a value is an explicit null.
   *
   * @param names the names noted so far; null where there are none
   * @return the names, with this one exactly if the value is null
   */
  public static @Nullable Set<String> withNull(
      @Nullable Set<String> names, String name, @Nullable Object value) {
    if (value != null) {
      if (names != null) {
        names.remove(name);
      }
      return names;
    }
    Set<String> all = names == null ? new TreeSet<>() : names;
    all.add(name);
    return all;
  }
}
