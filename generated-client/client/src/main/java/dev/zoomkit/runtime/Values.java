package dev.zoomkit.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What the builders of generated models do with their values. */
public final class Values {
  /** Moshi's reader and writer stop at 256 levels, long before the stack ends. */
  private static final int MAX_DEPTH = 250;

  private Values() {}

  /**
   * Refuses to go on without the required values.
   *
   * @param namesAndValues the name of each, and what it was set to
   * @throws IllegalStateException where values are missing; the message names the type and all of
   *     them
   */
  public static void complete(String type, @Nullable Object... namesAndValues) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null) {
        missing.add(String.valueOf(namesAndValues[i]));
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "%s needs %s; %s not set."
              .formatted(
                  type, String.join(", ", missing), missing.size() == 1 ? "it was" : "they were"));
    }
  }

  /**
   * What every response has.
   *
   * @throws NoSuchElementException where this one lacks it; the message names type and value
   */
  public static <T> T present(String type, String name, @Nullable T value) {
    if (value == null) {
      throw new NoSuchElementException(
          type + "." + name + " is absent: it was left out, or is of another type.");
    }
    return value;
  }

  /**
   * What tells an item of a list from the others: its id, or a list that begins with that; null
   * where the id is absent or empty.
   */
  public static @Nullable Object identity(@Nullable Object id, @Nullable Object... more) {
    if (id == null || id.equals("")) {
      return null;
    }
    List<@Nullable Object> all = new ArrayList<>();
    all.add(id);
    Collections.addAll(all, more);
    return more.length == 0 ? id : Collections.unmodifiableList(all);
  }

  /**
   * An immutable copy; null of null.
   *
   * @throws NullPointerException where the list has a null in it; the message names type and value
   */
  public static <T> @Nullable List<T> copy(
      String type, String name, @Nullable List<? extends T> list) {
    if (list == null) {
      return null;
    }
    for (T item : list) {
      if (item == null) {
        throw new NullPointerException(type + "." + name + " must not have null in it.");
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(list));
  }

  /**
   * An immutable copy of JSON that has no class; null of null.
   *
   * @throws IllegalArgumentException where it is nothing that JSON has
   */
  public static @Nullable Object copy(String type, String name, @Nullable Object value) {
    return copyJson(type + "." + name, value);
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
    all.put(Arguments.require("additionalProperty", "name", name), copyJson(name, value));
    return all;
  }

  /** Takes away what was read as JSON of another type, once its field is set. */
  public static void dropRaw(@Nullable Map<String, @Nullable Object> fields, String name) {
    if (fields != null) {
      fields.remove(name);
    }
  }

  /** The fields for a builder to change; null of none. */
  public static @Nullable Map<String, @Nullable Object> mutable(
      Map<String, @Nullable Object> fields) {
    return fields.isEmpty() ? null : new LinkedHashMap<>(fields);
  }

  /**
   * An immutable copy of what a caller set.
   *
   * @throws IllegalArgumentException where it is nothing that JSON has, or nests too deep
   */
  private static @Nullable Object copyJson(String name, @Nullable Object value) {
    return copyJson(name, value, 0);
  }

  private static @Nullable Object copyJson(String name, @Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(name + " nests deeper than " + MAX_DEPTH + " levels.");
    }
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Number) {
      return value;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(item -> copy.add(copyJson(name, item, depth + 1)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(String.valueOf(key), copyJson(name, item, depth + 1)));
      return Collections.unmodifiableMap(copy);
    }
    throw new IllegalArgumentException(
        name
            + " takes text, a number, a boolean, null, or a list or a map of such, not "
            + value.getClass().getSimpleName()
            + ".");
  }
}
