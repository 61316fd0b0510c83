package dev.zoomkit.internal.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Puts fields into a JSON object that is to be sent; the rest of it stays as it is. */
public final class JsonFields {

  private JsonFields() {}

  /**
   * The body with the fields, in place of those of the same name; null where it is no JSON object.
   *
   * @param fields as JSON, by name
   */
  public static @Nullable RequestBody put(RequestBody body, Map<String, ByteString> fields) {
    MediaType type = body.contentType();
    if (type == null || !type.subtype().equals("json")) {
      return null;
    }
    try {
      Buffer old = new Buffer();
      body.writeTo(old);
      JsonReader reader = JsonReader.of(old);
      if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
        return null;
      }
      Buffer changed = new Buffer();
      copy(reader, JsonWriter.of(changed), fields);
      return RequestBody.create(changed.readByteString(), type);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void copy(JsonReader reader, JsonWriter writer, Map<String, ByteString> fields)
      throws IOException {
    reader.beginObject();
    writer.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (fields.containsKey(name)) {
        reader.skipValue();
        continue;
      }
      writer.name(name);
      try (BufferedSource value = reader.nextSource();
          BufferedSink sink = writer.valueSink()) {
        sink.writeAll(value);
      }
    }
    for (Map.Entry<String, ByteString> field : fields.entrySet()) {
      writer.name(field.getKey());
      try (BufferedSink sink = writer.valueSink()) {
        sink.write(field.getValue());
      }
    }
    reader.endObject();
    writer.endObject();
  }
}
