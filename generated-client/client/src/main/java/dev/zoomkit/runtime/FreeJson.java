package dev.zoomkit.runtime;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that no description gives a type: strings, booleans, {@link Long} for whole numbers and
 * {@link BigDecimal} for others (so that no digit is lost), lists, maps and null. Moshi's reader
 * and writer stop at 256 levels, long before the stack ends.
 */
final class FreeJson {
  private static final int MAX_DEPTH = 250;

  private FreeJson() {}

  static @Nullable Object read(JsonReader reader) throws IOException {
    return read(reader, reader.peek());
  }

  /**
   * Reads the next value.
   *
   * @param token its type; after a vain try to read a number, the reader takes that for text
   */
  static @Nullable Object read(JsonReader reader, JsonReader.Token token) throws IOException {
    return switch (token) {
      case NULL -> reader.nextNull();
      case BOOLEAN -> reader.nextBoolean();
      case NUMBER -> number(reader.nextString());
      case BEGIN_ARRAY -> readList(reader);
      case BEGIN_OBJECT -> readMap(reader);
      default -> reader.nextString();
    };
  }

  static Number number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException fractionOrTooLong) {
      return new BigDecimal(text);
    }
  }

  private static List<@Nullable Object> readList(JsonReader reader) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(read(reader));
    }
    reader.endArray();
    return Collections.unmodifiableList(list);
  }

  private static Map<String, @Nullable Object> readMap(JsonReader reader) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      map.put(reader.nextName(), read(reader));
    }
    reader.endObject();
    return Collections.unmodifiableMap(map);
  }

  /**
   * An immutable copy of what a caller set.
   *
   * @throws IllegalArgumentException where it is nothing that JSON has, or nests too deep
   */
  static @Nullable Object copy(String name, @Nullable Object value) {
    return copy(name, value, 0);
  }

  private static @Nullable Object copy(String name, @Nullable Object value, int depth) {
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
      list.forEach(item -> copy.add(copy(name, item, depth + 1)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(String.valueOf(key), copy(name, item, depth + 1)));
      return Collections.unmodifiableMap(copy);
    }
    throw new IllegalArgumentException(
        name
            + " takes text, a number, a boolean, null, or a list or a map of such, not "
            + value.getClass().getSimpleName()
            + ".");
  }

  static void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      JsonCodec.writeNull(writer);
    } else if (value instanceof String text) {
      writer.value(text);
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else if (value instanceof List<?> list) {
      writer.beginArray();
      for (Object item : list) {
        write(writer, item);
      }
      writer.endArray();
    } else {
      writer.beginObject();
      writeFields(writer, (Map<?, ?>) value);
      writer.endObject();
    }
  }

  static void writeFields(JsonWriter writer, Map<?, ?> fields) throws IOException {
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      writer.name(String.valueOf(field.getKey()));
      write(writer, field.getValue());
    }
  }
}
