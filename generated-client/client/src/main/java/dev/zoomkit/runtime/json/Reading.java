package dev.zoomkit.runtime.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import dev.zoomkit.value.UnexpectedValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens to values of an undescribed type while one JSON document is read; a tag of its
 * {@link JsonReader}, set before reading begins. Not thread-safe.
 *
 * <p>Tolerant reading, which is the default, reads such a value as null; the object that it belongs
 * to keeps it in {@code additionalProperties()} and writes it back. In a list, the value alone is
 * left out, and the object keeps the list whole. Strict reading throws a {@link JsonDataException}.
 */
public final class Reading {

  private final @Nullable Consumer<UnexpectedValue> listener;
  private final boolean strict;
  private final boolean describedOnly;
  private boolean hasRaw;
  private @Nullable Object raw;

  private Reading(
      boolean strict, boolean describedOnly, @Nullable Consumer<UnexpectedValue> listener) {
    this.strict = strict;
    this.describedOnly = describedOnly;
    this.listener = listener;
  }

  /** Makes a value of an undescribed type an exception. */
  public static JsonReader strict(JsonReader reader) {
    reader.setTag(Reading.class, new Reading(true, false, null));
    return reader;
  }

  /** Makes a value of an undescribed type null, and tells the listener of it. */
  public static JsonReader tolerant(JsonReader reader, Consumer<UnexpectedValue> listener) {
    reader.setTag(Reading.class, new Reading(false, false, listener));
    return reader;
  }

  /** Skips fields that the description lacks, instead of keeping them. */
  static JsonReader describedOnly(JsonReader reader) {
    reader.setTag(Reading.class, new Reading(false, true, null));
    return reader;
  }

  /** In place of Moshi's exception, which advises to make the reader lenient. */
  public static JsonEncodingException broken(JsonReader reader, JsonEncodingException moshis) {
    JsonEncodingException broken =
        new JsonEncodingException("Broken JSON at path " + reader.getPath());
    broken.setStackTrace(moshis.getStackTrace());
    return broken;
  }

  /** How the document is read; tolerantly where nothing was said. */
  static Reading of(JsonReader reader) {
    Reading reading = reader.tag(Reading.class);
    if (reading == null) {
      reading = new Reading(false, false, null);
      reader.setTag(Reading.class, reading);
    }
    return reading;
  }

  boolean isStrict() {
    return strict;
  }

  boolean isOfDescribedOnly() {
    return describedOnly;
  }

  /**
   * Takes the next value out of the way and keeps it for its object.
   *
   * @param token the type of the value, as it was before anybody tried to read it
   * @param expected what was expected, in words
   * @return null
   * @throws JsonDataException where reading is strict, or the value is the whole document
   */
  <T> @Nullable T unexpected(JsonReader reader, JsonReader.Token token, String expected)
      throws IOException {
    String path = reader.getPath();
    return unexpected(path, expected, FreeJson.read(reader, token));
  }

  /** The same for text, or the text of a number or a boolean, that was read already. */
  <T> @Nullable T unexpected(
      JsonReader reader, JsonReader.Token token, String expected, String text) {
    Object value =
        switch (token) {
          case NUMBER -> FreeJson.number(text);
          case BOOLEAN -> Boolean.valueOf(text);
          default -> text;
        };
    return unexpected(pathBefore(reader), expected, value);
  }

  private <T> @Nullable T unexpected(String path, String expected, Object value) {
    if (strict || path.equals("$")) {
      throw refusal(path, expected, value);
    }
    if (listener != null) {
      listener.accept(new UnexpectedValue(path, expected, value));
    }
    keep(value);
    return null;
  }

  /** The path of the value just read: in a list, the reader is at the next one by now. */
  static String pathBefore(JsonReader reader) {
    String path = reader.getPath();
    if (!path.endsWith("]")) {
      return path;
    }
    int open = path.lastIndexOf('[') + 1;
    int next = Integer.parseInt(path.substring(open, path.length() - 1));
    return path.substring(0, open) + (next - 1) + "]";
  }

  private static JsonDataException refusal(String path, String expected, Object value) {
    boolean scalar = !(value instanceof List || value instanceof Map);
    Object found = scalar ? value : new UnexpectedValue(path, expected, value).found();
    return new JsonDataException("Expected " + expected + " but was " + found + " at path " + path);
  }

  /** Keeps the JSON of the value just read, which the value alone does not tell. */
  void keep(@Nullable Object json) {
    hasRaw = true;
    raw = json;
  }

  /** Whether the value just read has left its JSON. */
  boolean hasRaw() {
    return hasRaw;
  }

  /** The JSON that the value just read has left. */
  @Nullable Object takeRaw() {
    Object json = raw;
    hasRaw = false;
    raw = null;
    return json;
  }

  /**
   * Ends the reading of a value that belongs to no object.
   *
   * @throws JsonDataException where it was unexpected
   */
  void end(JsonReader reader, @Nullable Object value) {
    if (!hasRaw) {
      return;
    }
    Object json = takeRaw();
    if (value == null && json != null) {
      throw refusal(pathBefore(reader), "another type", json);
    }
  }

  /** The fields with the JSON of the one just read. */
  Map<String, @Nullable Object> keepRaw(
      String name, @Nullable Map<String, @Nullable Object> fields) {
    Map<String, @Nullable Object> all = fields == null ? new LinkedHashMap<>() : fields;
    all.put(name, takeRaw());
    return all;
  }
}
