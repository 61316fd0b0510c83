package dev.zoomkit.runtime.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type are read from and written to JSON: a Moshi adapter whose nested values are
 * read by direct calls. Generated adapters extend it. Thread-safe; blocks only as long as the
 * reader or the writer does.
 *
 * <p>{@link Reading} says what happens to a value of an undescribed type. Where the whole document
 * is one, there is a {@link JsonDataException}; broken JSON is a {@link JsonEncodingException},
 * JSON that ends too early an {@link EOFException}. Each message names the JSON path, and no object
 * that was read in part ever comes out.
 *
 * @param <T> the type of a value
 */
public abstract class JsonCodec<T> extends JsonAdapter<T> {

  /** For generated adapters. */
  protected JsonCodec() {}

  /**
   * Reads one value.
   *
   * @return the value; null where the JSON has none, which for most types includes {@code ""}
   * @throws IOException where the JSON is broken or cannot be read
   * @throws JsonDataException where reading is strict and the JSON has another type
   */
  public abstract @Nullable T read(JsonReader reader) throws IOException;

  /**
   * Writes one value.
   *
   * @throws IOException where the writer cannot take it
   */
  public abstract void write(JsonWriter writer, T value) throws IOException;

  @Override
  public final @Nullable T fromJson(JsonReader reader) throws IOException {
    try {
      T value = read(reader);
      Reading.of(reader).end(reader, value);
      return value;
    } catch (EOFException e) {
      EOFException located = new EOFException("JSON ends too early at path " + reader.getPath());
      located.initCause(e);
      throw located;
    } catch (JsonEncodingException e) {
      throw Reading.broken(reader, e);
    }
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else {
      write(writer, value);
    }
  }

  /**
   * Opens the JSON object that comes next.
   *
   * @return how it is read; null where the next value, which has been skipped, is null, {@code ""}
   *     or no object
   */
  protected static @Nullable Reading opensObject(JsonReader reader) throws IOException {
    Reading reading = Reading.of(reader);
    JsonReader.Token token = reader.peek();
    if (token == JsonReader.Token.BEGIN_OBJECT) {
      reader.beginObject();
      return reading;
    }
    if (!Codecs.skipsAbsent(reader, token)) {
      reading.unexpected(reader, token, "an object");
    }
    return null;
  }

  /** Whether the value just read has left its JSON, because the value alone does not tell it. */
  protected static boolean hasRaw(Reading reading) {
    return reading.hasRaw();
  }

  /**
   * Keeps the JSON of the field just read beside those that the description lacks.
   *
   * @param names the fields that the description has
   * @param name which of them was read
   * @param fields the fields kept so far; null where there are none
   * @return the fields with this one
   */
  protected static Map<String, @Nullable Object> keepRaw(
      Reading reading,
      JsonReader.Options names,
      int name,
      @Nullable Map<String, @Nullable Object> fields) {
    return reading.keepRaw(names.strings().get(name), fields);
  }

  /**
   * Reads a field that the description lacks.
   *
   * @param fields the fields read so far; null where there are none
   * @return the fields with this one; those that were given where it is not to be kept
   */
  protected static @Nullable Map<String, @Nullable Object> readUnknown(
      JsonReader reader, @Nullable Map<String, @Nullable Object> fields) throws IOException {
    if (Reading.of(reader).isOfDescribedOnly()) {
      reader.skipName();
      reader.skipValue();
      return fields;
    }
    Map<String, @Nullable Object> all = fields == null ? new LinkedHashMap<>() : fields;
    all.put(reader.nextName(), FreeJson.read(reader));
    return all;
  }

  /**
   * Writes the fields that the description lacks, unless what is written becomes a request.
   *
   * @throws IOException where the writer cannot take them
   */
  protected static void writeUnknown(JsonWriter writer, Map<String, @Nullable Object> fields)
      throws IOException {
    if (!fields.isEmpty() && !SentBack.isUnderWay(writer)) {
      FreeJson.writeFields(writer, fields);
    }
  }

  /** Whether a response is written that becomes a request, which has no read-only values. */
  protected static boolean isSentBack(JsonWriter writer) {
    return SentBack.isUnderWay(writer);
  }

  /** Writes a null that stays in the JSON, whatever the writer does with other nulls. */
  static void writeNull(JsonWriter writer) throws IOException {
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    writer.nullValue();
    writer.setSerializeNulls(serializeNulls);
  }

  /** What to throw where the JSON that was just read lacks a required value. */
  protected static JsonDataException incomplete(JsonReader reader, IllegalStateException missing) {
    return new JsonDataException(
        missing.getMessage() + " At path " + Reading.pathBefore(reader), missing);
  }
}
