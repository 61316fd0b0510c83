package dev.zoomkit.model;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import dev.zoomkit.runtime.json.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link ErrorBody}. */
final class ErrorBodyJsonAdapter extends JsonCodec<ErrorBody> {
  static final JsonCodec<ErrorBody> INSTANCE = new ErrorBodyJsonAdapter();

  private static final JsonReader.Options NAMES = JsonReader.Options.of("code", "message");

  private ErrorBodyJsonAdapter() {}

  @Override
  public @Nullable ErrorBody read(JsonReader reader) throws IOException {
    Reading reading = opensObject(reader);
    if (reading == null) {
      return null;
    }
    ErrorBody.Builder builder = new ErrorBody.Builder();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case 0 -> builder.code = Codecs.INTEGER.read(reader);
        case 1 -> builder.message = Codecs.STRING.read(reader);
        default -> builder.additionalProperties = readUnknown(reader, builder.additionalProperties);
      }
      if (hasRaw(reading)) {
        builder.additionalProperties = keepRaw(reading, NAMES, name, builder.additionalProperties);
      }
    }
    reader.endObject();
    return builder.build();
  }

  @Override
  public void write(JsonWriter writer, ErrorBody value) throws IOException {
    writer.beginObject();
    if (value.code != null) {
      Codecs.INTEGER.write(writer.name("code"), value.code);
    }
    if (value.message != null) {
      Codecs.STRING.write(writer.name("message"), value.message);
    }
    writeUnknown(writer, value.additionalProperties);
    writer.endObject();
  }
}
