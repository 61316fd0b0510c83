package dev.zoomkit.runtime;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
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
 * <p>Reading is tolerant where Zoom is known to deviate, and strict otherwise: JSON of another
 * shape is a {@link JsonDataException}, broken JSON a {@link
 * com.squareup.moshi.JsonEncodingException}, JSON that ends too early an {@link EOFException}. Each
 * message names the JSON path, and no object that was read in part ever comes out.
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
   * @throws JsonDataException where the JSON has another shape
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
      return read(reader);
    } catch (EOFException e) {
      EOFException located = new EOFException("JSON ends too early at path " + reader.getPath());
      located.initCause(e);
      throw located;
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
   * @return false where there is none because the value is null or {@code ""}; it has been skipped
   */
  protected static boolean opensObject(JsonReader reader) throws IOException {
    if (Codecs.skipsAbsent(reader)) {
      return false;
    }
    reader.beginObject();
    return true;
  }

  /**
   * Reads a field that the description lacks.
   *
   * @param fields the fields read so far; null where there are none
   * @return the fields with this one
   */
  protected static Map<String, @Nullable Object> readUnknown(
      JsonReader reader, @Nullable Map<String, @Nullable Object> fields) throws IOException {
    Map<String, @Nullable Object> all = fields == null ? new LinkedHashMap<>() : fields;
    all.put(reader.nextName(), FreeJson.read(reader));
    return all;
  }

  /** Writes the fields that the description lacks. */
  protected static void writeUnknown(JsonWriter writer, Map<String, @Nullable Object> fields)
      throws IOException {
    if (!fields.isEmpty()) {
      FreeJson.writeFields(writer, fields);
    }
  }

  /** Writes a null that stays in the JSON, whatever the writer does with other nulls. */
  protected static void writeNull(JsonWriter writer) throws IOException {
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    writer.nullValue();
    writer.setSerializeNulls(serializeNulls);
  }

  /** What to throw where the JSON that was just read lacks a required value. */
  protected static JsonDataException incomplete(JsonReader reader, IllegalStateException missing) {
    return new JsonDataException(missing.getMessage() + " At path " + reader.getPath(), missing);
  }
}
