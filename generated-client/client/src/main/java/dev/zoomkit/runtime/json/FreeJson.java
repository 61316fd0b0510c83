package dev.zoomkit.runtime.json;

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
 * {@link BigDecimal} for others (so that no digit is lost), lists, maps and null.
 */
final class FreeJson {
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
