package dev.zoomkit.runtime.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.runtime.Times;
import dev.zoomkit.value.DateOrDateTime;
import dev.zoomkit.value.StartTime;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of plain values and lists. Null and, for everything but text, {@code ""} are read as
 * null; numbers and booleans are also read from text, and text from numbers and booleans.
 */
public final class Codecs {

  /** Text; a number or a boolean is read as its text. */
  public static final JsonCodec<String> STRING = new StringCodec();

  /** Whole numbers of 32 bits. */
  public static final JsonCodec<Integer> INTEGER = new IntegerCodec();

  /** Whole numbers of 64 bits. */
  public static final JsonCodec<Long> LONG = new LongCodec();

  /** Numbers. */
  public static final JsonCodec<Double> DOUBLE = new DoubleCodec();

  /** Booleans, also as text and as 1 and 0. */
  public static final JsonCodec<Boolean> BOOLEAN = new BooleanCodec();

  /**
   * Moments. Written in UTC to the second, such as {@code 2026-11-22T09:30:00Z}, because Zoom takes
   * the clock time of any other offset for UTC. Read with any offset; UTC where there is none.
   */
  public static final JsonCodec<OffsetDateTime> DATE_TIME =
      new TextCodec<>("a date and time") {
        @Override
        OffsetDateTime parse(String text) {
          return Times.parseDateTime(text);
        }

        @Override
        String format(OffsetDateTime value) {
          return Times.format(value);
        }
      };

  /**
   * Moments that stand beside a time zone. As {@link #DATE_TIME}, but a time without an offset is
   * not read, because it could be one on the clocks of that zone.
   */
  public static final JsonCodec<OffsetDateTime> MOMENT =
      new TextCodec<>("a date and time with an offset") {
        @Override
        OffsetDateTime parse(String text) {
          return Times.parseMoment(text);
        }

        @Override
        String format(OffsetDateTime value) {
          return Times.format(value);
        }
      };

  /** Days, such as {@code 2026-11-22}. Where Zoom sends a moment, its day. */
  public static final JsonCodec<LocalDate> DATE =
      new TextCodec<>("a date") {
        @Override
        LocalDate parse(String text) {
          return Times.parseDate(text);
        }
      };

  /** Texts that stand in one string with commas between them; also read from a list. */
  public static final JsonCodec<List<String>> COMMA_SEPARATED = commaSeparated(STRING);

  /** Anything: text, numbers, booleans, and lists and maps of such, each kept as it is. */
  public static final JsonCodec<Object> FREE = new FreeCodec();

  /** A day or a moment. */
  public static final JsonCodec<DateOrDateTime> DATE_OR_DATE_TIME =
      new TextCodec<>("a date, or a date and time") {
        @Override
        DateOrDateTime parse(String text) {
          return DateOrDateTime.parse(text);
        }
      };

  /** A moment or a local time. */
  public static final JsonCodec<StartTime> START_TIME =
      new TextCodec<>("a date and time") {
        @Override
        StartTime parse(String text) {
          return StartTime.parse(text);
        }
      };

  private static final JsonReader.Options EMPTY_TEXT = JsonReader.Options.of("");

  /** What the factories of generated code are given and do not need. */
  private static final Moshi NO_MOSHI = new Moshi.Builder().build();

  private Codecs() {}

  /**
   * The codec that a generated factory has for one of its classes.
   *
   * @throws IllegalArgumentException if it has none
   */
  @SuppressWarnings("unchecked")
  public static <T> JsonCodec<T> of(JsonAdapter.Factory factory, Class<T> type) {
    if (factory.create(type, Set.of(), NO_MOSHI) instanceof JsonCodec<?> codec) {
      return (JsonCodec<T>) codec;
    }
    throw new IllegalArgumentException("Nothing reads and writes " + type.getName() + ".");
  }

  /**
   * Reads a list; a null in it is dropped. One value in place of a list is a list of one.
   *
   * @return an immutable list; null where the JSON has none
   */
  public static <T> @Nullable List<T> readList(JsonReader reader, JsonCodec<T> items)
      throws IOException {
    JsonReader.Token token = reader.peek();
    if (skipsAbsent(reader, token)) {
      return null;
    }
    Reading reading = Reading.of(reader);
    if (token != JsonReader.Token.BEGIN_ARRAY) {
      T item =
          reading.isStrict() ? reading.unexpected(reader, token, "a list") : items.read(reader);
      return item == null ? null : List.of(item);
    }
    List<T> list = new ArrayList<>();
    List<@Nullable Object> raw = null;
    reader.beginArray();
    while (reader.hasNext()) {
      boolean text = reader.peek() == JsonReader.Token.STRING;
      T item = items.read(reader);
      if (raw == null && (item == null || reading.hasRaw())) {
        raw = new ArrayList<>();
        for (T before : list) {
          raw.add(items.toJsonValue(before));
        }
      }
      if (raw != null) {
        raw.add(raw(reading, item, items, text));
      }
      if (item != null) {
        list.add(item);
      }
    }
    reader.endArray();
    if (raw != null) {
      reading.keep(Collections.unmodifiableList(raw));
    }
    return Collections.unmodifiableList(list);
  }

  /** Writes a list. */
  public static <T> void writeList(JsonWriter writer, List<T> list, JsonCodec<T> items)
      throws IOException {
    writer.beginArray();
    for (int i = 0; i < list.size(); i++) {
      items.write(writer, list.get(i));
    }
    writer.endArray();
  }

  /** The JSON of a value just read; the only text that is read as null is empty. */
  private static <T> @Nullable Object raw(
      Reading reading, @Nullable T value, JsonCodec<T> codec, boolean text) {
    if (reading.hasRaw()) {
      return reading.takeRaw();
    }
    return value == null && text ? "" : codec.toJsonValue(value);
  }

  /** The codec of lists, for a list inside a list or a list that is the whole JSON. */
  public static <T> JsonCodec<List<T>> list(JsonCodec<T> items) {
    return new JsonCodec<>() {
      @Override
      public @Nullable List<T> read(JsonReader reader) throws IOException {
        return readList(reader, items);
      }

      @Override
      public void write(JsonWriter writer, List<T> value) throws IOException {
        writeList(writer, value, items);
      }
    };
  }

  /** A list that stands in one string with commas between its items; also read from a list. */
  public static <T> JsonCodec<List<T>> commaSeparated(JsonCodec<T> items) {
    return new CommaSeparatedCodec<>(items);
  }

  /** Skips a null or {@code ""}, and says whether there was one. */
  static boolean skipsAbsent(JsonReader reader, JsonReader.Token token) throws IOException {
    if (token == JsonReader.Token.NULL) {
      reader.nextNull();
      return true;
    }
    return token == JsonReader.Token.STRING && reader.selectString(EMPTY_TEXT) == 0;
  }

  /** Whether the reader gives the text of the value: that of a number is as it stands. */
  private static boolean isText(JsonReader.Token token) {
    return token == JsonReader.Token.STRING || token == JsonReader.Token.NUMBER;
  }

  private static final class StringCodec extends JsonCodec<String> {
    @Override
    public @Nullable String read(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      return switch (token) {
        case NULL -> reader.nextNull();
        case BOOLEAN -> String.valueOf(reader.nextBoolean());
        case BEGIN_ARRAY, BEGIN_OBJECT -> Reading.of(reader).unexpected(reader, token, "text");
        default -> reader.nextString();
      };
    }

    @Override
    public void write(JsonWriter writer, String value) throws IOException {
      writer.value(value);
    }
  }

  private static final class IntegerCodec extends JsonCodec<Integer> {
    @Override
    public @Nullable Integer read(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      try {
        return skipsAbsent(reader, token) ? null : reader.nextInt();
      } catch (JsonDataException e) {
        return Reading.of(reader).unexpected(reader, token, "a whole number of 32 bits");
      }
    }

    @Override
    public void write(JsonWriter writer, Integer value) throws IOException {
      writer.value(value.intValue());
    }
  }

  private static final class LongCodec extends JsonCodec<Long> {
    @Override
    public @Nullable Long read(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      try {
        return skipsAbsent(reader, token) ? null : reader.nextLong();
      } catch (JsonDataException e) {
        return Reading.of(reader).unexpected(reader, token, "a whole number");
      }
    }

    @Override
    public void write(JsonWriter writer, Long value) throws IOException {
      writer.value(value.longValue());
    }
  }

  private static final class DoubleCodec extends JsonCodec<Double> {
    @Override
    public @Nullable Double read(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      try {
        return skipsAbsent(reader, token) ? null : reader.nextDouble();
      } catch (JsonDataException e) {
        return Reading.of(reader).unexpected(reader, token, "a number");
      }
    }

    @Override
    public void write(JsonWriter writer, Double value) throws IOException {
      writer.value(value.doubleValue());
    }
  }

  private static final class BooleanCodec extends JsonCodec<Boolean> {
    @Override
    public @Nullable Boolean read(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      if (token == JsonReader.Token.BOOLEAN) {
        return reader.nextBoolean();
      }
      if (skipsAbsent(reader, token)) {
        return null;
      }
      if (!isText(token)) {
        return Reading.of(reader).unexpected(reader, token, "a boolean");
      }
      String text = reader.nextString();
      return switch (text) {
        case "true", "True", "TRUE", "1" -> true;
        case "false", "False", "FALSE", "0" -> false;
        default -> Reading.of(reader).unexpected(reader, token, "a boolean", text);
      };
    }

    @Override
    public void write(JsonWriter writer, Boolean value) throws IOException {
      writer.value(value.booleanValue());
    }
  }

  private static final class CommaSeparatedCodec<T> extends JsonCodec<List<T>> {
    private final JsonCodec<T> items;

    private CommaSeparatedCodec(JsonCodec<T> items) {
      this.items = items;
    }

    @Override
    public @Nullable List<T> read(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      if (token == JsonReader.Token.BEGIN_ARRAY) {
        return readList(reader, items);
      }
      String text = STRING.read(reader);
      if (text == null) {
        return null;
      }
      List<T> values = new ArrayList<>();
      try {
        for (String part : text.split(",")) {
          if (!part.isBlank()) {
            Buffer json = new Buffer();
            STRING.toJson(json, part.trim());
            values.add(items.fromJson(json));
          }
        }
      } catch (JsonDataException e) {
        return Reading.of(reader)
            .unexpected(reader, token, "described values with commas between them", text);
      }
      return Collections.unmodifiableList(values);
    }

    @Override
    public void write(JsonWriter writer, List<T> value) throws IOException {
      writer.value(value.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }

  private static final class FreeCodec extends JsonCodec<Object> {
    @Override
    public @Nullable Object read(JsonReader reader) throws IOException {
      return FreeJson.read(reader);
    }

    @Override
    public void write(JsonWriter writer, Object value) throws IOException {
      FreeJson.write(writer, value);
    }
  }

  /** Values that stand in the JSON as text of a form. */
  private abstract static class TextCodec<T> extends JsonCodec<T> {
    private final String expected;

    TextCodec(String expected) {
      this.expected = expected;
    }

    /**
     * Throws a DateTimeException or an IllegalArgumentException where the text has another form.
     */
    abstract T parse(String text);

    String format(T value) {
      return value.toString();
    }

    @Override
    public @Nullable T read(JsonReader reader) throws IOException {
      JsonReader.Token token = reader.peek();
      if (token == JsonReader.Token.NULL) {
        return reader.nextNull();
      }
      if (!isText(token)) {
        return Reading.of(reader).unexpected(reader, token, expected);
      }
      String text = reader.nextString();
      try {
        return text.isEmpty() ? null : parse(text);
      } catch (DateTimeException | IllegalArgumentException e) {
        return Reading.of(reader).unexpected(reader, token, expected, text);
      }
    }

    @Override
    public void write(JsonWriter writer, T value) throws IOException {
      writer.value(format(value));
    }
  }
}
